/* fuzz-text.c - any bytes as a document: decoder, markup, page breaks, and the way back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/text/text.h"
#include "fuzz.h"

const char fuzz_name[] = "text";

/* Where the walk through the raw text has come to. */
typedef struct
{
  const char *raw;
  JdPlace place;
} Walk;

/* A line ends behind LF, CRLF or CR. */
static void
step_to (Walk *walk, gsize byte)
{
  for (; walk->place.byte < byte; walk->place.byte++)
    {
      const char *c = walk->raw + walk->place.byte;
      gboolean begins = (*c & 0xc0) != 0x80;

      walk->place.character += begins;
      walk->place.column += begins;
      if (*c == '\n' || (*c == '\r' && c[1] != '\n'))
        {
          walk->place.line++;
          walk->place.column = 1;
        }
    }
}

/* The character at [begin, end) of the text stands as one in the raw text, further on than the one
 * before. */
static void
check_character (const JdText *text, Walk *walk, gsize begin, gsize end)
{
  const char *chars = jd_text_get (text, NULL);
  gsize raw_length;
  JdSpan source = jd_text_source_span (text, (JdSpan){ begin, end });
  JdPlace place;

  jd_text_raw (text, &raw_length);
  jd_text_place (text, begin, &place);
  fuzz_check (begin == 0 || place.byte > walk->place.byte);
  fuzz_check (place.byte + (end - begin) <= raw_length);
  fuzz_check (memcmp (walk->raw + place.byte, chars + begin, end - begin) == 0);

  step_to (walk, place.byte);
  fuzz_check (place.character == walk->place.character);
  fuzz_check (place.line == walk->place.line && place.column == walk->place.column);
  fuzz_check (source.begin == place.character && source.end == place.character + 1);
}

static void
check_map (const JdText *text)
{
  gsize length, raw_length;
  const char *chars = jd_text_get (text, &length);
  Walk walk = { jd_text_raw (text, &raw_length), { 0, 0, 1, 1 } };
  JdPlace end;

  for (gsize at = 0; at < length;)
    {
      gsize next = (gsize)(g_utf8_next_char (chars + at) - chars);

      check_character (text, &walk, at, next);
      at = next;
    }
  jd_text_place (text, length, &end);
  fuzz_check (end.byte <= raw_length && (length == 0 || end.byte > walk.place.byte));
}

static gboolean
is_boundary (const char *text, gsize at)
{
  return (text[at] & 0xc0) != 0x80;
}

static void
check_markup (const JdText *text)
{
  gsize length, n;
  const char *chars = jd_text_get (text, &length);
  const JdMarkup *markup = jd_text_markup (text, &n);

  for (gsize i = 0; i < n; i++)
    {
      JdSpan span = markup[i].span;

      fuzz_check (span.begin < span.end && span.end <= length);
      fuzz_check (is_boundary (chars, span.begin) && is_boundary (chars, span.end));
      fuzz_check (markup[i].kind == JD_MARKUP_HEADING ? markup[i].level >= 1 && markup[i].level <= 6
                                                      : markup[i].level == 0);
      if (i == 0)
        continue;
      fuzz_check (markup[i - 1].span.begin <= span.begin);
      fuzz_check (markup[i - 1].span.begin < span.begin || markup[i - 1].span.end >= span.end);
    }
}

static void
check_text (const JdText *text)
{
  gsize length, raw_length;
  const char *chars = jd_text_get (text, &length);
  const char *raw = jd_text_raw (text, &raw_length);

  fuzz_check (length <= raw_length && chars[length] == '\0');
  fuzz_check (length == 0 || g_utf8_validate_len (chars, length, NULL));
  fuzz_check (raw_length == 0 || g_utf8_validate_len (raw, raw_length, NULL));
  fuzz_check (strlen (jd_text_sha256 (text)) == 64);
  check_map (text);
  check_markup (text);
}

static gboolean
take (const uint8_t *bytes, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdText) text = jd_text_new ((const char *)bytes, length, &error);

  fuzz_check_error (text != NULL, error);
  if (text != NULL)
    check_text (text);

  return text != NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autofree char *valid = fuzz_text (bytes, length);

  if (!take (bytes, length))
    fuzz_check (take ((const uint8_t *)valid, strlen (valid)));

  return 0;
}
