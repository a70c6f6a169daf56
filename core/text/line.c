/* line.c - a line of the raw text without what stands around its words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/line.h"

#include <string.h>

#include "core/text/pattern.h"

enum
{
  DEEPEST_LEVEL = 6,
  LEAST_INDENT = 2,    /* bytes */
  LONGEST_PAGE = 3,    /* digits of a bare page number */
  LONGEST_NUMBER = 48, /* bytes of a page number with all that decorates it */
  LEAST_RULE = 3,      /* marks */
};

static const char *const blanks[] = {
  " ", "\t", "\r", "\v", "\f", "\u3000", "\u00a0", "\u2002", "\u2003", "\u200b", "\ufeff", NULL,
};

static const char *const page_numbers[] = {
  "-D-", "－D－", "–D–", "—D—", "·D·", "第D页", "第D页共D页", "第D页，共D页", "D/D", NULL,
};

const char *
jd_skip_blanks (const char *at, const char *end)
{
  gsize length;

  while ((length = jd_begins_with (blanks, at, end)) > 0)
    at += length;

  return at;
}

const char *
jd_skip_blanks_back (const char *begin, const char *end)
{
  gsize length;

  while ((length = jd_ends_with (blanks, begin, end)) > 0)
    end -= length;

  return end;
}

/* The line is `## words ##`: takes both kinds of marks off. */
static void
take_heading_marks (const char *raw, JdLine *line)
{
  gsize behind = line->begin;
  gsize last = line->end;

  while (behind < line->end && raw[behind] == '#')
    behind++;
  if (behind == line->begin || behind - line->begin > DEEPEST_LEVEL)
    return;
  line->level = (int)(behind - line->begin);
  line->begin = (gsize)(jd_skip_blanks (raw + behind, raw + line->end) - raw);

  while (last > line->begin && raw[last - 1] == '#')
    last--;
  if (last < line->end && (last == line->begin || raw[last - 1] == ' '))
    line->end = (gsize)(jd_skip_blanks_back (raw + line->begin, raw + last) - raw);
}

void
jd_line_read (const char *raw, gsize length, gsize at, JdLine *line)
{
  const char *begin = raw + at;
  const char *stop = memchr (begin, '\n', length - at);
  const char *end = stop != NULL ? stop : raw + length;
  const char *words = jd_skip_blanks (begin, end);

  line->begin = (gsize)(words - raw);
  line->end = (gsize)(jd_skip_blanks_back (words, end) - raw);
  line->stop = (gsize)(end - raw);
  line->next = line->stop + (stop != NULL);
  line->level = 0;
  line->indented = words - begin >= LEAST_INDENT;
  take_heading_marks (raw, line);
}

gboolean
jd_line_is_blank (const JdLine *line)
{
  return line->begin == line->end;
}

static gboolean
is_page_number (const char *begin, const char *end, gboolean stands_alone)
{
  if (end - begin > LONGEST_NUMBER)
    return FALSE;
  if (jd_pattern_match ("D", begin, end) == end)
    return stands_alone && end - begin <= LONGEST_PAGE;
  for (gsize i = 0; page_numbers[i] != NULL; i++)
    if (jd_pattern_match (page_numbers[i], begin, end) == end)
      return TRUE;

  return FALSE;
}

static gboolean
is_rule (const char *begin, const char *end)
{
  gsize marks = 0;

  for (const char *at = begin; at < end; at++)
    {
      if (*at != *begin && *at != ' ')
        return FALSE;
      marks += *at == *begin;
    }

  return marks >= LEAST_RULE && strchr ("-*_=", *begin) != NULL;
}

static gboolean
is_comment (const char *begin, const char *end)
{
  static const char *const comment_begin[] = { "<!--", NULL };
  static const char *const comment_end[] = { "-->", NULL };

  return jd_begins_with (comment_begin, begin, end) > 0
         && jd_ends_with (comment_end, begin, end) > 0;
}

gboolean
jd_line_is_furniture (const char *raw, const JdLine *line, gboolean stands_alone)
{
  const char *begin = raw + line->begin;
  const char *end = raw + line->end;

  return line->level == 0 && begin < end
         && (is_page_number (begin, end, stands_alone) || is_rule (begin, end)
             || is_comment (begin, end));
}
