/* offset-map.h - which byte of the raw text a byte of the text came from
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text is the raw text with pieces left out, so the map is a list of runs that were copied
 * as they are: 8 bytes a run, none for what joins the run before it.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GArray *runs;     /* of JdRun, ascending in both offsets */
  guint32 text_end; /* bytes of text so far */
  guint32 raw_end;  /* behind the last raw byte copied */
} JdOffsetMap;

typedef struct
{
  guint32 text;
  guint32 raw;
} JdRun;

void jd_offset_map_init (JdOffsetMap *map);
void jd_offset_map_clear (JdOffsetMap *map);

/* The next `length` bytes of the text are those at `raw`, which is not before the last ones'
 * end. */
void jd_offset_map_append (JdOffsetMap *map, gsize raw, gsize length);

/* The raw offset of the text's byte at `offset`.  At or behind the text's end: that behind the
 * last raw byte copied. */
gsize jd_offset_map_raw (const JdOffsetMap *map, gsize offset);
