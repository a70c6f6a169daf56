/* pattern.c - what words can begin or end with, as tables
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/pattern.h"

#include <string.h>

static const char *const numerals[]
    = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇", NULL };
static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", NULL };
static const char *const blanks[] = { " ", "\u3000", NULL };
static const char *const address_ends[] = { "：", "！", "，", ":", "!", ",", NULL };

gsize
jd_begins_with (const char *const *marks, const char *begin, const char *end)
{
  gsize most = (gsize)(end - begin);

  for (gsize i = 0; most > 0 && marks[i] != NULL; i++)
    {
      gsize length = 0;

      if (*marks[i] != *begin)
        continue;
      while (length < most && marks[i][length] != '\0' && marks[i][length] == begin[length])
        length++;
      if (marks[i][length] == '\0')
        return length;
    }

  return 0;
}

gsize
jd_ends_with (const char *const *marks, const char *begin, const char *end)
{
  for (gsize i = 0; marks[i] != NULL; i++)
    {
      gsize length = strlen (marks[i]);
      if (length <= (gsize)(end - begin) && marks[i][length - 1] == end[-1]
          && memcmp (end - length, marks[i], length) == 0)
        return length;
    }

  return 0;
}

/* Most bytes begin none of the marks, and one look at a set tells. */
const char *
jd_find_mark (const char *const *marks, const char *begin, const char *end)
{
  guint64 first[256 / 64] = { 0 };

  for (gsize i = 0; marks[i] != NULL; i++)
    first[(guchar)*marks[i] / 64] |= G_GUINT64_CONSTANT (1) << ((guchar)*marks[i] % 64);
  for (const char *at = begin; at < end; at++)
    if ((first[(guchar)*at / 64] >> ((guchar)*at % 64) & 1) != 0
        && jd_begins_with (marks, at, end) > 0)
      return at;

  return NULL;
}

static const char *
skip_all (const char *const *marks, const char *at, const char *end)
{
  gsize length;

  while ((length = jd_begins_with (marks, at, end)) > 0)
    at += length;

  return at;
}

/* Behind what the pattern's part matches at `at`, or NULL. */
static const char *
match_part (char part, const char *at, const char *end)
{
  const char *behind = at;

  switch (part)
    {
    case 'N':
      behind = skip_all (numerals, at, end);
      break;
    case 'D':
      behind = skip_all (digits, at, end);
      break;
    case 'P':
      behind += jd_begins_with (address_ends, at, end);
      break;
    case 'X':
      return jd_begins_with (digits, at, end) == 0 ? at : NULL;
    default:
      behind += at < end && *at == part;
      break;
    }

  return behind > at ? behind : NULL;
}

const char *
jd_pattern_match (const char *pattern, const char *at, const char *end)
{
  for (; at != NULL && *pattern != '\0'; pattern++)
    at = match_part (*pattern, skip_all (blanks, at, end), end);

  return at;
}

gboolean
jd_pattern_any (const char *const *patterns, const char *begin, const char *end)
{
  for (gsize i = 0; patterns[i] != NULL; i++)
    if (jd_pattern_match (patterns[i], begin, end) != NULL)
      return TRUE;

  return FALSE;
}
