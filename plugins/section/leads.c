/* leads.c - sentences that name the topic of what follows them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "leads.h"

#include <string.h>

#include "numbering.h"

/* Bounds in code points. */
#define SHORTEST 4
#define LONGEST_OF_LINE 24
#define LONGEST_INSIDE 14
#define LONGEST_IN_TWO 20

/* How far sentences of one shape differ in length, in code points. */
#define SLACK 2
#define SLACK_IN_TWO 1

static const char *const clause_marks[] = { "。", "；", "：", "！", "？" };
static const char *const part_marks[] = { "，", "。", "；", "：", "！", "？" };

static guint
count_commas (const char *text, JdSpan span)
{
  guint n = 0;

  for (gsize i = span.begin; i < span.end; i++)
    n += lines_has (text, i, span.end, "，");

  return n;
}

static gboolean
is_topic (const LeadContext *context, JdSpan sentence, gsize longest)
{
  JdSpan words = lines_without_stop (context->text, sentence);
  gsize n = lines_characters (context->text, words);

  return words.end < sentence.end && n >= SHORTEST && n <= longest
         && !lines_has_digit (context->text, words)
         && lines_find (context->text, words, "：") == JD_NO_ROW
         && lines_find (context->text, words, "；") == JD_NO_ROW
         && roles_prefix (context->roles, PLACE_SALUTATION, context->text, words) == 0
         && roles_prefix (context->roles, PLACE_PLAIN, context->text, words) == 0;
}

/* The first bold span that begins at `at` or behind it. */
static gsize
first_bold (const LeadContext *context, gsize at)
{
  gsize low = 0, high = context->n_bold;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (context->bold[middle].begin < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether the sentence, with or without its stop, was printed in bold. */
static gboolean
is_bold (const LeadContext *context, JdSpan sentence)
{
  JdSpan words = lines_without_stop (context->text, sentence);
  gsize i = first_bold (context, sentence.begin);

  return i < context->n_bold && context->bold[i].begin == sentence.begin
         && context->bold[i].end >= words.end && context->bold[i].end <= sentence.end;
}

JdSpan
leads_of_line (const LeadContext *context, JdSpan line, gsize alone)
{
  JdSpan sentence = lines_sentence (context->text, line.begin, line.end);
  gboolean fills = sentence.end == line.end;

  if (is_topic (context, sentence, fills ? alone : LONGEST_OF_LINE)
      && (is_bold (context, sentence)
          || roles_count (context->roles, PLACE_STATEMENT, context->text, sentence) == 0)
      && (fills || line.end - sentence.end > sentence.end - sentence.begin))
    return sentence;

  return (JdSpan){ line.begin, line.begin };
}

static gboolean
same_shape (const char *text, JdSpan a, JdSpan b)
{
  gsize n = lines_characters (text, a), m = lines_characters (text, b);
  guint commas = count_commas (text, a);
  gsize slack = commas == 0 ? SLACK : SLACK_IN_TWO;

  return commas == count_commas (text, b) && MAX (n, m) - MIN (n, m) <= slack;
}

/* A topic inside a line: shorter than what is said about it. */
static gboolean
is_inner_topic (const LeadContext *context, JdSpan sentence, gsize end)
{
  guint commas = count_commas (context->text, sentence);
  JdSpan next = lines_sentence (context->text, sentence.end, end);

  return commas <= 1 && roles_count (context->roles, PLACE_STATEMENT, context->text, sentence) == 0
         && is_topic (context, sentence, commas == 0 ? LONGEST_INSIDE : LONGEST_IN_TWO)
         && next.end - next.begin > sentence.end - sentence.begin;
}

static void
append (GArray *sections, int level, gsize begin, JdSpan number, JdSpan title)
{
  Section section
      = { .begin = begin, .level = level, .role = ROLE_NONE, .number = number, .title = title };

  g_array_append_val (sections, section);
}

static void
append_sentence (const LeadContext *context, GArray *sections, int level, JdSpan sentence)
{
  append (sections, level, sentence.begin, (JdSpan){ 0, 0 },
          lines_without_stop (context->text, sentence));
}

/* Sentences of one shape, if there are at least two; bold ones are there already, but count. */
static void
append_series (const LeadContext *context,
               JdSpan line,
               gsize from,
               int level,
               guint patience,
               GArray *sections)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (JdSpan));
  JdSpan sentence = { from, from }, last = { line.end, line.end };

  for (gsize at = from; at < line.end; at = sentence.end)
    {
      sentence = lines_sentence (context->text, at, line.end);
      if (series->len == 0 && patience-- == 0)
        return;
      if (last.end == at)
        continue;
      if ((is_bold (context, sentence) || is_inner_topic (context, sentence, line.end))
          && (series->len == 0
              || same_shape (context->text, g_array_index (series, JdSpan, 0), sentence)))
        {
          g_array_append_val (series, sentence);
          last = sentence;
        }
    }
  for (gsize i = 0; i < series->len && series->len > 1; i++)
    if (!is_bold (context, g_array_index (series, JdSpan, i)))
      append_sentence (context, sections, level, g_array_index (series, JdSpan, i));
}

/* Behind the first mark at `at` or after it that ends a clause, or `end`. */
static gsize
clause_end (const char *text, gsize at, gsize end)
{
  for (; at < end; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (clause_marks); i++)
      if (lines_has (text, at, end, clause_marks[i]))
        return at + strlen (clause_marks[i]);

  return end;
}

/* Bytes of the comma or mark that ends what stands before `at`, or 0 inside it. */
static gsize
mark_before (const char *text, gsize begin, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (part_marks); i++)
    {
      gsize length = strlen (part_marks[i]);

      if (at - begin >= length && lines_has (text, at - length, at, part_marks[i]))
        return length;
    }

  return 0;
}

/* Where the next comma or mark stands, or `end`. */
static gsize
find_mark (const char *text, gsize at, gsize end)
{
  gsize length;

  for (gsize i = at + 1; i <= end; i++)
    if ((length = mark_before (text, at, i)) > 0)
      return i - length;

  return end;
}

/* What a bold span begins (必须坚持人民至上，…), up to the mark; empty when the span is only
 * emphasis, a number or a sentence. */
static JdSpan
bold_item (const LeadContext *context, JdSpan line, JdSpan bold)
{
  if ((bold.begin > line.begin && mark_before (context->text, line.begin, bold.begin) == 0)
      || lines_has_digit (context->text, bold)
      || lines_without_stop (context->text, bold).end < bold.end
      || numbering_read (context->text, bold.begin, line.end).kind != NUMBERING_NONE)
    return (JdSpan){ bold.begin, bold.begin };

  return (JdSpan){ bold.begin, find_mark (context->text, bold.end, line.end) };
}

/* Whether the sentence ends with the bold span that begins it; what stands behind is not read. */
static gboolean
fills_sentence (const LeadContext *context, JdSpan line, JdSpan bold)
{
  gsize end = MIN (line.end, bold.end + strlen ("。"));

  return is_bold (context, lines_sentence (context->text, bold.begin, end));
}

/* Two of them at least; a whole sentence in bold is a lead, not an item. */
static void
append_bold_items (const LeadContext *context, JdSpan line, gsize from, GArray *sections)
{
  gsize n_before = sections->len;

  for (gsize i = first_bold (context, from); i < context->n_bold && context->bold[i].end < line.end;
       i++)
    {
      JdSpan item = bold_item (context, line, context->bold[i]);
      gboolean inside = item.begin >= line.begin + strlen ("，")
                        && lines_has (context->text, item.begin - strlen ("，"), item.begin, "，");

      if (!lines_is_empty (item) && (inside || !fills_sentence (context, line, context->bold[i])))
        append (sections, LEVEL_ITEM, item.begin, (JdSpan){ 0, 0 }, item);
    }
  if (sections->len == n_before + 1)
    g_array_set_size (sections, n_before);
}

/* 一是…；二是…: the first two at least, in order. */
static void
append_items (const LeadContext *context, JdSpan line, gsize from, GArray *sections)
{
  gsize n_before = sections->len;
  guint expected = 1;
  gsize stop;

  for (gsize at = from; at < line.end; at = stop)
    {
      Numbering numbering = numbering_read (context->text, at, line.end);

      stop = clause_end (context->text, at, line.end);
      if ((numbering.kind != NUMBERING_ITEM && numbering.kind != NUMBERING_ORDINAL)
          || numbering.value != expected)
        continue;
      append (sections, LEVEL_ITEM, at, numbering.number, (JdSpan){ 0, 0 });
      expected++;
    }
  if (expected == 2)
    g_array_set_size (sections, n_before);
}

void
leads_inside (const LeadContext *context,
              JdSpan line,
              gsize from,
              int level,
              guint patience,
              GArray *sections)
{
  gsize n_before = sections->len;
  JdSpan sentence;

  for (gsize at = from; at < line.end; at = sentence.end)
    {
      sentence = lines_sentence (context->text, at, line.end);
      if (is_bold (context, sentence) && is_topic (context, sentence, LONGEST_OF_LINE))
        append_sentence (context, sections, level, sentence);
    }
  if (level == LEVEL_LEAD)
    append_series (context, line, from, level, sections->len > n_before ? G_MAXUINT : patience,
                   sections);
  append_items (context, line, from, sections);
  append_bold_items (context, line, from, sections);
}
