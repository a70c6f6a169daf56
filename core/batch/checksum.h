/* checksum.h - 64 bits that tell whether bytes are still what was written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Against accidents, not against malice.  Words of 8 bytes, little endian, are taken in one by one
 * with a step that is a bijection both of the state and of the word: whatever happens inside one
 * word is always noticed, anything else but once in 2^64.
 */
#pragma once

#include <glib.h>

/* Of `seed` and the bytes and their number.  A checksum as the seed of the next joins pieces. */
guint64 jd_checksum (guint64 seed, gconstpointer bytes, gsize length);
