/* repair.c - from the raw text to the text that analyzers read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/repair.h"

#include <string.h>

static void
copy (JdRepair *repair, const char *raw, gsize begin, gsize end)
{
  memcpy (repair->text + repair->length, raw + begin, end - begin);
  repair->length += end - begin;
  jd_offset_map_append (&repair->map, begin, end - begin);
}

/* Copies everything but the CR of a CRLF. */
static void
copy_lines (JdRepair *repair, const char *raw, gsize length)
{
  gsize begin = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (raw[i] == '\r' && raw[i + 1] == '\n')
      {
        copy (repair, raw, begin, i);
        begin = i + 1;
      }
  copy (repair, raw, begin, length);
}

void
jd_repair_init (JdRepair *repair, const char *raw, gsize length)
{
  repair->text = g_malloc (length + 1);
  repair->length = 0;
  repair->markup = g_array_new (FALSE, FALSE, sizeof (JdMarkup));
  jd_offset_map_init (&repair->map);
  copy_lines (repair, raw, length);
  repair->text[repair->length] = '\0';
}

void
jd_repair_clear (JdRepair *repair)
{
  g_clear_pointer (&repair->text, g_free);
  g_clear_pointer (&repair->markup, g_array_unref);
  jd_offset_map_clear (&repair->map);
}
