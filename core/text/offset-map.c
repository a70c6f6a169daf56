/* offset-map.c - which byte of the raw text a byte of the text came from
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/offset-map.h"

void
jd_offset_map_init (JdOffsetMap *map)
{
  map->runs = g_array_new (FALSE, FALSE, sizeof (JdRun));
  map->text_end = 0;
  map->raw_end = 0;
}

void
jd_offset_map_clear (JdOffsetMap *map)
{
  g_clear_pointer (&map->runs, g_array_unref);
}

void
jd_offset_map_append (JdOffsetMap *map, gsize raw, gsize length)
{
  g_return_if_fail (raw >= map->raw_end);

  if (length == 0)
    return;
  if (map->runs->len == 0 || raw != map->raw_end)
    {
      JdRun run = { .text = map->text_end, .raw = (guint32)raw };
      g_array_append_val (map->runs, run);
    }
  map->text_end += (guint32)length;
  map->raw_end = (guint32)(raw + length);
}

gsize
jd_offset_map_raw (const JdOffsetMap *map, gsize offset)
{
  const JdRun *runs = (const JdRun *)(void *)map->runs->data;
  guint low = 0;
  guint high = map->runs->len;

  if (offset >= map->text_end)
    return map->raw_end;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (runs[middle].text <= offset)
        low = middle;
      else
        high = middle;
    }

  return runs[low].raw + (offset - runs[low].text);
}
