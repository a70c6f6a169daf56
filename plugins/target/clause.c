/* clause.c - where sentences and clauses end
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "clause.h"

#include <string.h>

static const char *const sentence_ends[] = { "。", "！", "？", NULL };
static const char *const clause_ends[]
    = { "，", "；", "：", "。", "！", "？", ";", ":", "\n", NULL };

/* A line that ends with one of these goes on in the next. */
static const char *const open_ends[] = { "，", "、", "：", "；", ",", ":", ";", "是", "为", NULL };

static const char *const spaces[] = { " ", "\t", "\r", "\n", "　", NULL };

/* Bytes of the sign of `signs` that stands at `offset`, or 0. */
static gsize
sign_at (const char *text, gsize length, gsize offset, const char *const *signs)
{
  for (; *signs != NULL; signs++)
    if (text[offset] == **signs)
      {
        gsize size = strlen (*signs);

        if (offset + size <= length && memcmp (text + offset, *signs, size) == 0)
          return size;
      }

  return 0;
}

/* Bytes of the sign of `signs` that ends at `end`, or 0. */
static gsize
sign_before (const char *text, gsize begin, gsize end, const char *const *signs)
{
  for (; *signs != NULL; signs++)
    {
      gsize size = strlen (*signs);

      if (size <= end - begin && memcmp (text + end - size, *signs, size) == 0)
        return size;
    }

  return 0;
}

JdSpan
jd_span_strip (const char *text, JdSpan span)
{
  gsize size;

  while (span.begin < span.end && (size = sign_at (text, span.end, span.begin, spaces)) > 0)
    span.begin += size;
  while ((size = sign_before (text, span.begin, span.end, spaces)) > 0)
    span.end -= size;

  return span;
}

/* Where a sentence is cut: between characters. */
static gsize
end_of_limit (const char *text, gsize length, gsize from)
{
  gsize limit = from + JD_SENTENCE_LIMIT;

  if (limit >= length)
    return length;
  while ((text[limit] & 0xc0) == 0x80)
    limit++;

  return limit;
}

JdSpan
jd_sentence_at (const char *text, gsize length, gsize from)
{
  gsize solid = from; /* behind the last byte that is no space */
  gsize limit = end_of_limit (text, length, from);

  for (gsize i = from; i < limit; i++)
    {
      gsize size = sign_at (text, length, i, sentence_ends);
      gsize space = sign_at (text, length, i, spaces);

      if (size > 0)
        return (JdSpan){ from, i + size };
      if (text[i] == '\n' && solid > from && sign_before (text, from, solid, open_ends) == 0)
        return (JdSpan){ from, i + 1 };
      if (space > 0)
        i += space - 1;
      else
        solid = i + 1;
    }

  return (JdSpan){ from, limit };
}

/* An ASCII comma parts clauses, too, but not inside a figure: 1,200. */
static gsize
clause_sign_at (const char *text, JdSpan within, gsize offset)
{
  if (text[offset] == ',')
    return offset + 1 == within.end || !g_ascii_isdigit (text[offset + 1]) ? 1 : 0;

  return sign_at (text, within.end, offset, clause_ends);
}

JdSpan
jd_clause_at (const char *text, JdSpan within, gsize from, gsize *next)
{
  gsize end = from;
  gsize size = 0;

  while (end < within.end && (size = clause_sign_at (text, within, end)) == 0)
    end++;
  if (next != NULL)
    *next = end + size;

  return jd_span_strip (text, (JdSpan){ from, end });
}

JdSpan
jd_clause_around (const char *text, JdSpan within, gsize offset)
{
  JdSpan clause = { within.begin, within.begin };

  for (gsize next = within.begin; next <= offset && next < within.end;)
    clause = jd_clause_at (text, within, next, &next);

  return clause;
}
