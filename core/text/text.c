/* text.c - the raw text, the repaired one, and the way back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/text.h"

#include "core/text/decode.h"
#include "core/text/place-index.h"
#include "core/text/repair.h"

struct JdText
{
  char *raw;
  gsize raw_length;
  JdRepair repair;
  JdPlaceIndex places;
  char *sha256;
};

JdText *
jd_text_new (const char *bytes, gsize length, GError **error)
{
  const char *raw = NULL;
  gsize raw_length = 0;
  JdText *text;

  if (!jd_decode (bytes, length, &raw, &raw_length, error))
    return NULL;

  text = g_new0 (JdText, 1);
  text->raw = g_strndup (raw_length > 0 ? raw : "", raw_length);
  text->raw_length = raw_length;
  jd_repair_init (&text->repair, text->raw, raw_length);
  jd_place_index_init (&text->places, text->raw, raw_length);
  text->sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);

  return text;
}

void
jd_text_free (JdText *text)
{
  if (text == NULL)
    return;
  jd_place_index_clear (&text->places);
  jd_repair_clear (&text->repair);
  g_free (text->raw);
  g_free (text->sha256);
  g_free (text);
}

const char *
jd_text_raw (const JdText *text, gsize *length)
{
  if (length != NULL)
    *length = text->raw_length;
  return text->raw;
}

const char *
jd_text_get (const JdText *text, gsize *length)
{
  if (length != NULL)
    *length = text->repair.length;
  return text->repair.text;
}

const JdMarkup *
jd_text_markup (const JdText *text, gsize *n_markup)
{
  *n_markup = text->repair.markup->len;
  return (const JdMarkup *)(void *)text->repair.markup->data;
}

void
jd_text_place (const JdText *text, gsize offset, JdPlace *place)
{
  g_return_if_fail (offset <= text->repair.length);

  jd_place_index_look_up (&text->places, jd_offset_map_raw (&text->repair.map, offset), place);
}

/* The end is that of the span's last byte, not the begin of the next one: what stands between the
 * two in the raw text is no part of the span. */
JdSpan
jd_text_source_span (const JdText *text, JdSpan span)
{
  const JdOffsetMap *map = &text->repair.map;
  JdPlace begin;
  JdPlace end;

  g_return_val_if_fail (span.begin <= span.end && span.end <= text->repair.length,
                        ((JdSpan){ 0, 0 }));

  jd_text_place (text, span.begin, &begin);
  if (span.begin == span.end)
    return (JdSpan){ begin.character, begin.character };

  jd_place_index_look_up (&text->places, jd_offset_map_raw (map, span.end - 1) + 1, &end);

  return (JdSpan){ begin.character, end.character };
}

const char *
jd_text_sha256 (const JdText *text)
{
  return text->sha256;
}
