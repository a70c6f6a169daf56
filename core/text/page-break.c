/* page-break.c - whether a line goes on with the sentence before it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/page-break.h"

#include <string.h>

#include "core/text/pattern.h"

enum
{
  LEAST_BROKEN_LINE = 20, /* characters; what a page breaks off fills a line of it */
  LEAST_CLAUSE = 24,      /* without a stop, before a blank line: it might be a heading */
  LONGEST_HEADING = 60,   /* characters, with its number */
  WIDTH_SLACK = 12,       /* bytes by which lines of one fixed width may differ */
};

static const char *const stops[] = { "。", "！", "？", "；", "：", "!", "?", ";", ":", "…", NULL };
static const char *const pauses[] = { "，", "、", ",", NULL };

/* Line n of one table closes line n of the other. */
static const char *const openers[]
    = { "“", "‘", "《", "〈", "（", "「", "『", "【", "〔", "(", NULL };
static const char *const closers[]
    = { "”", "’", "》", "〉", "）", "」", "』", "】", "〕", ")", NULL };

static const char *const never_first[]
    = { "，", "。", "、", "；", "：", "！", "？", "”", "’", "》",
        "〉", "）", "」", "』", "】", "〕", "％", "%", "‰", NULL };

static const char *const headings[]
    = { "第N章", "第N节", "第N部分", "第N，", "第N、", "N、", "N．", "N.", "（N）", "(N)", NULL };
static const char *const lists[] = { "N、N、", "第N、N、", "D、D、", NULL };
static const char *const addresses[] = { "各位代表P", "各位委员P", "同志们P", "朋友们P", NULL };
static const char *const numbered_items[]
    = { "N是", "N要", "D、", "D．X", "D.X", "D）", "D)", "（D）", "(D)", NULL };
static const char *const item_marks[]
    = { "—", "─", "－", "–", "- ", "* ", "+ ", "> ", "•", "●", "■", "◆", "▲", "★", "·", NULL };
static const char *const table_marks[] = { "|", NULL };

typedef struct
{
  const char *begin;
  const char *end;
} Words;

static Words
words_of (const char *raw, const JdLine *line)
{
  return (Words){ raw + line->begin, raw + line->end };
}

static Words
without_bold (Words words)
{
  while (words.begin < words.end && *words.begin == '*')
    words.begin++;
  while (words.begin < words.end && words.end[-1] == '*')
    words.end--;

  return words;
}

static Words
without_closers (Words words)
{
  gsize length;

  while ((length = jd_ends_with (closers, words.begin, words.end)) > 0)
    words = without_bold ((Words){ words.begin, words.end - length });

  return words;
}

static gboolean
contains (const char *const *marks, Words words)
{
  return jd_find_mark (marks, words.begin, words.end) != NULL;
}

/* The first `most` characters, or all. */
static Words
first_characters (Words words, gsize most)
{
  const char *at = words.begin;

  for (gsize count = 0; at < words.end; at++)
    {
      count += ((guchar)*at & 0xc0) != 0x80;
      if (count > most)
        break;
    }

  return (Words){ words.begin, at };
}

static gboolean
is_shorter (Words words, gsize characters)
{
  return first_characters (words, characters - 1).end == words.end;
}

/* Of the marks of one pair the last one opens. */
static gboolean
leaves_open (Words words, gsize pair)
{
  const char *const either[] = { openers[pair], closers[pair], NULL };
  const char *last = NULL;

  for (const char *at = words.begin; (at = jd_find_mark (either, at, words.end)) != NULL; at++)
    last = at;

  return last != NULL && g_str_has_prefix (last, openers[pair]);
}

static gboolean
closes_first (Words words, gsize pair)
{
  const char *const either[] = { openers[pair], closers[pair], NULL };
  const char *first = jd_find_mark (either, words.begin, words.end);

  return first != NULL && g_str_has_prefix (first, closers[pair]);
}

static gboolean
is_inside_brackets (Words last, Words next)
{
  for (gsize pair = 0; openers[pair] != NULL; pair++)
    if (leaves_open (last, pair) && closes_first (next, pair))
      return TRUE;

  return FALSE;
}

static gboolean
is_address (Words words)
{
  return jd_pattern_any (addresses, words.begin, words.end);
}

/* 一、总体要求 is one, 一、二、三产业 is not. */
static gboolean
is_numbered (const char *const *patterns, Words words)
{
  return jd_pattern_any (patterns, words.begin, words.end)
         && !jd_pattern_any (lists, words.begin, words.end);
}

static gboolean
begins_item (Words words)
{
  return *words.begin == '*' || is_numbered (numbered_items, words)
         || jd_begins_with (item_marks, words.begin, words.end) > 0
         || jd_begins_with (table_marks, words.begin, words.end) > 0;
}

/* The bracket that opens the line closes at its end. */
static gboolean
is_bracketed (Words words)
{
  for (gsize pair = 0; openers[pair] != NULL; pair++)
    {
      const char *const opener[] = { openers[pair], NULL };
      const char *const closer[] = { closers[pair], NULL };
      gsize closing = jd_ends_with (closer, words.begin, words.end);

      if (closing > 0 && jd_begins_with (opener, words.begin, words.end) > 0)
        return !contains (closer, (Words){ words.begin, words.end - closing });
    }

  return FALSE;
}

/* Nothing can follow in the same sentence. */
static gboolean
is_complete (Words words)
{
  Words inner = without_closers (words);

  return jd_ends_with (stops, inner.begin, inner.end) > 0 || is_bracketed (words)
         || jd_begins_with (table_marks, words.begin, words.end) > 0
         || (is_address (words) && is_shorter (words, LEAST_BROKEN_LINE));
}

/* Begins like a heading, so that it may end without a stop. */
static gboolean
may_be_heading (Words paragraph)
{
  return is_numbered (headings, paragraph)
         || jd_begins_with (item_marks, paragraph.begin, paragraph.end) > 0;
}

/* Whether the paragraph, which is shorter than the longest heading, reads as running text all the
 * same. */
static gboolean
is_clause (const JdReading *reading, Words paragraph, Words last, Words next)
{
  if (contains (stops, paragraph))
    return !is_shorter (paragraph, LEAST_BROKEN_LINE);
  if (may_be_heading (paragraph) || !contains (pauses, paragraph))
    return FALSE;
  if (reading->blank_lines == 0 && !reading->page_ended)
    return !is_shorter (paragraph, LEAST_BROKEN_LINE)
           && next.end - next.begin <= last.end - last.begin + WIDTH_SLACK;

  return !is_shorter (paragraph, LEAST_CLAUSE)
         && (reading->blank_lines == 1 || reading->page_ended);
}

/* The last line does not end its sentence; whether the sentence is known to need more. */
static gboolean
is_broken_off (const char *raw, const JdReading *reading, Words last, Words next)
{
  Words paragraph = without_bold ((Words){ raw + reading->paragraph, last.end });

  if (!is_shorter (paragraph, LONGEST_HEADING) || is_clause (reading, paragraph, last, next))
    return TRUE;

  return !may_be_heading (paragraph) && (reading->in_markup || is_inside_brackets (last, next));
}

gboolean
jd_page_break_joins (const char *raw, const JdReading *reading, const JdLine *next)
{
  Words last = without_bold (words_of (raw, &reading->line));
  Words words = words_of (raw, next);
  Words bare = without_bold (words);

  if (next->level > 0)
    return FALSE;
  if (jd_begins_with (never_first, bare.begin, bare.end) > 0
      || jd_ends_with (openers, last.begin, last.end) > 0)
    return TRUE;
  if (reading->line.level > 0 || is_complete (last))
    return FALSE;
  if (is_numbered (headings, bare) || is_address (bare))
    return FALSE;
  if (jd_ends_with (pauses, last.begin, last.end) > 0)
    return TRUE;
  if (!reading->past_head || next->indented || begins_item (words))
    return FALSE;

  return is_broken_off (raw, reading, last, bare);
}

void
jd_page_break_read (const char *raw, JdReading *reading, const JdLine *line, gboolean joined)
{
  if (!joined)
    reading->paragraph = line->begin;
  if (!reading->past_head)
    reading->past_head = contains (stops, words_of (raw, line));

  reading->line = *line;
  reading->blank_lines = 0;
  reading->page_ended = FALSE;
}
