/* place-index.c - lines, columns and code points of a text's bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/place-index.h"

enum
{
  SAMPLE_DISTANCE = 512
};

static gboolean
ends_line (const JdPlaceIndex *index, gsize at)
{
  if (index->text[at] == '\n')
    return TRUE;
  return index->text[at] == '\r' && (at + 1 == index->length || index->text[at + 1] != '\n');
}

/* Counts on from `place` up to the byte `to`. */
static void
advance (const JdPlaceIndex *index, JdPlace *place, gsize to)
{
  for (gsize i = place->byte; i < to; i++)
    {
      gboolean begins_character = ((guchar)index->text[i] & 0xc0) != 0x80;

      place->character += begins_character;
      place->column += begins_character;
      if (index->text[i] < ' ' && ends_line (index, i))
        {
          place->line++;
          place->column = 1;
        }
    }
  place->byte = to;
}

void
jd_place_index_init (JdPlaceIndex *index, const char *text, gsize length)
{
  JdPlace place = { .byte = 0, .character = 0, .line = 1, .column = 1 };

  index->text = text;
  index->length = length;
  index->n_samples = length / SAMPLE_DISTANCE + 1;
  index->samples = g_new (JdPlace, index->n_samples);
  for (gsize i = 0; i < index->n_samples; i++)
    {
      advance (index, &place, i * SAMPLE_DISTANCE);
      index->samples[i] = place;
    }
}

void
jd_place_index_clear (JdPlaceIndex *index)
{
  g_clear_pointer (&index->samples, g_free);
}

void
jd_place_index_look_up (const JdPlaceIndex *index, gsize offset, JdPlace *place)
{
  JdPlace found;

  g_return_if_fail (offset <= index->length);

  found = index->samples[offset / SAMPLE_DISTANCE];
  advance (index, &found, offset);
  *place = found;
}
