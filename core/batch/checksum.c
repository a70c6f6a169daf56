/* checksum.c - 64 bits that tell whether bytes are still what was written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/checksum.h"

#include <string.h>

/* The multiplier is 2^64 over the golden ratio, odd: Knuth, The Art of Computer Programming 3, 6.4.
 * It only carries upwards; the shift brings the upper bits back down. */
static guint64
take (guint64 state, guint64 word)
{
  state = (state ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return state ^ (state >> 32);
}

guint64
jd_checksum (guint64 seed, gconstpointer bytes, gsize length)
{
  const guint8 *at = bytes;
  guint64 state = take (seed, length);
  guint64 word;

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      state = take (state, GUINT64_FROM_LE (word));
    }
  if (length > 0)
    {
      word = 0;
      memcpy (&word, at, length);
      state = take (state, GUINT64_FROM_LE (word));
    }

  return state;
}
