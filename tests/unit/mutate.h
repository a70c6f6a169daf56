/* mutate.h - damage for decoders: whatever the bytes, an answer or an error, never a crash
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* A copy with up to four bytes changed, cut off or put in; free with g_byte_array_unref. */
static inline GByteArray *
mutate (GRand *random, const guint8 *bytes, gsize length)
{
  GByteArray *copy = g_byte_array_new ();
  gint changes = g_rand_int_range (random, 1, 5);

  g_byte_array_append (copy, bytes, (guint)length);
  for (gint i = 0; i < changes && copy->len > 1; i++)
    {
      guint at = (guint)g_rand_int_range (random, 0, (gint32)copy->len);

      if (g_rand_int_range (random, 0, 8) == 0)
        g_byte_array_set_size (copy, at + 1);
      else if (g_rand_int_range (random, 0, 8) == 0)
        g_byte_array_append (copy, bytes, (guint)MIN (MIN (at, 16), length));
      else
        copy->data[at] = (guint8)g_rand_int (random);
    }

  return copy;
}
