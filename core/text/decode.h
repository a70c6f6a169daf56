/* decode.h - from bytes to valid text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Sets [*raw, *raw + *raw_length) to the part of `bytes` behind a byte order mark and checks that
 * it is UTF-8 without NUL; an empty text is valid.  JD_ERROR_INPUT names the offset in `bytes` of
 * the first byte that is not; the caller says in which file. */
gboolean
jd_decode (const char *bytes, gsize length, const char **raw, gsize *raw_length, GError **error);
