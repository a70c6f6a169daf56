/* lines.c - a text as lines and sentences
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "lines.h"

#include <string.h>

static const char *const blanks[] = { " ", "\t", "\r", "　" };
static const char *const stops[] = { "。", "！", "？", "!", "?" };
static const char *const closers[] = { "”", "’", "）", "》", "」", "』", ")" };

gboolean
lines_has (const char *text, gsize begin, gsize end, const char *word)
{
  gsize length;

  /* Asked at every byte: mostly the first one already tells. */
  if (*word != '\0' && (begin >= end || text[begin] != *word))
    return FALSE;
  length = strlen (word);

  return end - begin >= length && memcmp (text + begin, word, length) == 0;
}

/* Length of the word out of `words` that stands at `begin`, or 0. */
static gsize
one_of (const char *text, gsize begin, gsize end, const char *const words[], gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (lines_has (text, begin, end, words[i]))
      return strlen (words[i]);

  return 0;
}

/* The same for a word that ends at `end`. */
static gsize
one_of_before (const char *text, gsize begin, gsize end, const char *const words[], gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);

      if (end - begin >= length && memcmp (text + end - length, words[i], length) == 0)
        return length;
    }

  return 0;
}

gsize
lines_skip_blanks (const char *text, gsize begin, gsize end)
{
  gsize step;

  while ((step = one_of (text, begin, end, blanks, G_N_ELEMENTS (blanks))) > 0)
    begin += step;

  return begin;
}

static gsize
trim_end (const char *text, gsize begin, gsize end)
{
  gsize step;

  while ((step = one_of_before (text, begin, end, blanks, G_N_ELEMENTS (blanks))) > 0)
    end -= step;

  return end;
}

GArray *
lines_new (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (JdSpan));
  gsize stop;

  for (gsize start = 0; start < length; start = stop + 1)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      JdSpan line;

      stop = newline != NULL ? (gsize)(newline - text) : length;
      line.begin = lines_skip_blanks (text, start, stop);
      line.end = trim_end (text, line.begin, stop);
      if (line.begin < line.end)
        g_array_append_val (lines, line);
    }

  return lines;
}

JdSpan
lines_sentence (const char *text, gsize begin, gsize end)
{
  gsize at = begin, step = 0;

  while (at < end && (step = one_of (text, at, end, stops, G_N_ELEMENTS (stops))) == 0)
    at++;
  at += step;
  while (step > 0 && (step = one_of (text, at, end, closers, G_N_ELEMENTS (closers))) > 0)
    at += step;

  return (JdSpan){ begin, at };
}

JdSpan
lines_without_stop (const char *text, JdSpan span)
{
  gsize end = span.end, step;

  while ((step = one_of_before (text, span.begin, end, closers, G_N_ELEMENTS (closers))) > 0)
    end -= step;
  step = one_of_before (text, span.begin, end, stops, G_N_ELEMENTS (stops));
  if (step > 0)
    span.end = end - step;

  return span;
}

gsize
lines_characters (const char *text, JdSpan span)
{
  gsize n = 0;

  for (gsize i = span.begin; i < span.end; i++)
    n += ((guchar)text[i] & 0xc0) != 0x80;

  return n;
}

gsize
lines_find (const char *text, JdSpan span, const char *word)
{
  const char *found = g_strstr_len (text + span.begin, (gssize)(span.end - span.begin), word);

  return found != NULL ? (gsize)(found - text) : JD_NO_ROW;
}

gboolean
lines_has_digit (const char *text, JdSpan span)
{
  static const char wide[] = "\xef\xbc"; /* what ０ to ９ begin with */

  for (gsize i = span.begin; i < span.end; i++)
    if (g_ascii_isdigit (text[i])
        || (lines_has (text, i, span.end - 1, wide) && (guchar)text[i + 2] >= 0x90
            && (guchar)text[i + 2] <= 0x99))
      return TRUE;

  return FALSE;
}
