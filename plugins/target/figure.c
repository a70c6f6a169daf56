/* figure.c - goals with a figure
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "clause.h"
#include "goal.h"

/* Shorter parts of an indicator's name are found by chance: two characters. */
#define LEAST_PART 6

static const JdQuantityColumn strings[] = {
  JD_QUANTITY_UNIT,      JD_QUANTITY_BOUND,        JD_QUANTITY_MEASURE,
  JD_QUANTITY_INDICATOR, JD_QUANTITY_INDICATOR_ID, JD_QUANTITY_PERIOD,
};
static const JdQuantityColumn decimals[] = { JD_QUANTITY_VALUE, JD_QUANTITY_VALUE_HIGH };

/* Measures that a headline goal may have in a report that announces none. */
static const char *const headline_measures[] = { "growth", "decline", "share", NULL };

static gboolean
is_headline (const JdReport *report, gsize row, gsize offset)
{
  const char *role = jd_report_role (report, offset);
  const char *measure = jd_report_string (report, row, JD_QUANTITY_MEASURE);

  if (strcmp (role, "plan_term") == 0 || jd_report_is_announced (report, offset))
    return TRUE;
  if (strcmp (role, "targets") != 0)
    return FALSE;

  return jd_report_string (report, row, JD_QUANTITY_INDICATOR_ID) != NULL
         || (report->headlines->len == 0 && measure != NULL
             && g_strv_contains (headline_measures, measure));
}

static gboolean
same_strings (
    const JdReport *report, gsize a, gsize b, const JdQuantityColumn *columns, gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    if (g_strcmp0 (jd_report_string (report, a, columns[i]),
                   jd_report_string (report, b, columns[i]))
        != 0)
      return FALSE;

  return TRUE;
}

/* The two figures say the same of the same indicator, which `b` need not name in full. */
static gboolean
same_goal (const JdReport *report, gsize a, gsize b, gboolean in_full)
{
  static const JdQuantityColumn figure[] = { JD_QUANTITY_UNIT, JD_QUANTITY_PERIOD };
  static const JdQuantityColumn known[] = { JD_QUANTITY_INDICATOR_ID, JD_QUANTITY_MEASURE };
  static const JdQuantityColumn named[] = { JD_QUANTITY_INDICATOR, JD_QUANTITY_MEASURE };
  const int value = report->columns[JD_QUANTITY_VALUE];
  const gboolean has_id = jd_report_string (report, a, JD_QUANTITY_INDICATOR_ID) != NULL;

  if (jd_decimal_compare (jd_layer_decimal (report->quantities, a, value),
                          jd_layer_decimal (report->quantities, b, value))
      != 0)
    return FALSE;
  if (in_full && !same_strings (report, a, b, has_id ? known : named, G_N_ELEMENTS (known)))
    return FALSE;

  return same_strings (report, a, b, figure, G_N_ELEMENTS (figure));
}

/* 提出6%左右的增长目标，主要考虑…: a headline goal that was named before.  A task may name one,
 * too, and stays a task. */
static gboolean
is_restated (const JdReport *report, gsize row, gboolean headline)
{
  const gsize offset = jd_layer_span (report->quantities, row).begin;
  const gboolean in_targets = strcmp (jd_report_role (report, offset), "targets") == 0;
  const gboolean in_full = !in_targets || jd_report_is_announced (report, offset);

  if (!headline && !in_targets)
    return FALSE;
  for (gsize before = 0; before < row; before++)
    if (jd_report_is_goal (report, before) && same_goal (report, before, row, in_full)
        && is_headline (report, before, jd_layer_span (report->quantities, before).begin))
      return TRUE;

  return FALSE;
}

static const char *
next_character (const char *p)
{
  for (p++; ((guchar)*p & 0xC0) == 0x80; p++)
    ;

  return p;
}

/* The longest end of `name` that stands in `place`, the last time it does; empty when none does. */
static JdSpan
find_name (const char *text, JdSpan place, const char *name)
{
  const gssize length = (gssize)(place.end - place.begin);

  for (; strlen (name) >= LEAST_PART; name = next_character (name))
    {
      const char *at = g_strrstr_len (text + place.begin, length, name);

      if (at != NULL)
        return (JdSpan){ (gsize)(at - text), (gsize)(at - text) + strlen (name) };
    }

  return (JdSpan){ place.begin, place.begin };
}

/* `figure` with 以上 and the like behind it. */
static JdSpan
with_bound (const JdReport *report, JdSpan figure, gsize limit)
{
  JdSpan rest = { figure.end, limit };
  gsize size;

  while (rest.begin < limit && report->text[rest.begin] == ' ')
    rest.begin++;
  size = jd_words_at (report->words, JD_WORD_BOUND, report->text, rest);

  return (JdSpan){ figure.begin, size > 0 ? rest.begin + size : figure.end };
}

static gsize
span_length (JdSpan span)
{
  return span.end - span.begin;
}

/* The end of the last goal's figure in `place`, or its begin. */
static gsize
end_of_last_figure (const JdReport *report, JdSpan place)
{
  gsize end = place.begin;

  for (gsize row = jd_layer_next_covered (report->quantities, place, 0); row != JD_NO_ROW;
       row = jd_layer_next_covered (report->quantities, place, row + 1))
    if (jd_report_is_goal (report, row))
      end = MAX (end, jd_layer_span (report->quantities, row).end);

  return end;
}

/* Where the name of what `goal` measures stands: nearest where it stands fullest. */
static JdSpan
name_place (const JdReport *report, const char *name, JdSpan clause, JdSpan goal)
{
  const JdSpan before = { clause.begin, goal.begin };
  const gsize last = end_of_last_figure (report, before);
  const JdSpan near = find_name (report->text, (JdSpan){ last, goal.begin }, name);
  const JdSpan behind = find_name (report->text, (JdSpan){ goal.end, clause.end }, name);

  if (span_length (near) == 0 && span_length (behind) == 0)
    return find_name (report->text, before, name);

  return span_length (near) >= span_length (behind) ? near : behind;
}

/* From the indicator to the bound word, whichever of indicator and figure comes first. */
static JdSpan
goal_span (const JdReport *report, gsize row, JdSpan sentence)
{
  JdSpan figure = jd_layer_span (report->quantities, row);
  JdSpan clause = jd_clause_around (report->text, sentence, figure.begin);
  const char *name = jd_report_string (report, row, JD_QUANTITY_INDICATOR);
  JdSpan goal;
  JdSpan place;

  clause = (JdSpan){ MIN (clause.begin, figure.begin), MAX (clause.end, figure.end) };
  goal = with_bound (report, figure, clause.end);
  place = name_place (report, name != NULL ? name : "", clause, goal);
  if (span_length (place) == 0)
    place = jd_words_strip (report->words, report->text, (JdSpan){ clause.begin, figure.begin });

  return (JdSpan){ MIN (place.begin, goal.begin), MAX (place.end, goal.end) };
}

static void
copy_fields (const JdReport *report, gsize row, JdRecord record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    if (jd_report_string (report, row, strings[i]) != NULL)
      jd_record_set_string (record, jd_quantity_field (strings[i]),
                            jd_report_string (report, row, strings[i]), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (decimals); i++)
    if (jd_layer_has (report->quantities, row, report->columns[decimals[i]]))
      jd_record_set_decimal (record, jd_quantity_field (decimals[i]),
                             jd_layer_decimal (report->quantities, row,
                                               report->columns[decimals[i]]));
}

/* The period of the figure; where it tells none, or one that is over, that of its sentence. */
static void
set_period (const JdReport *report, gsize row, JdSpan sentence, JdRecord record)
{
  const char *told = jd_report_string (report, row, JD_QUANTITY_PERIOD);
  const char *last = told != NULL && strchr (told, '/') != NULL ? strchr (told, '/') + 1 : told;
  g_autofree char *period = NULL;

  if (last == NULL || g_ascii_strtoll (last, NULL, 10) < report->year)
    period = jd_report_period (report, sentence);
  if (period != NULL)
    jd_record_set_string (record, "period", period, -1);
}

static void
emit (const JdReport *report, gsize row, JdSpan sentence, JdOutput *output)
{
  const gboolean headline
      = is_headline (report, row, jd_layer_span (report->quantities, row).begin);
  JdSpan span;
  JdRecord record;

  if (is_restated (report, row, headline))
    return;
  span = goal_span (report, row, sentence);
  record = jd_output_append (output, "target", span.begin, span.end);
  copy_fields (report, row, record);
  set_period (report, row, sentence, record);
  jd_record_set_string (record, "scope", headline ? "headline" : "task", -1);
  jd_record_set_reference (record, "quantity", row);
}

void
jd_goals_with_figures (const JdReport *report, JdOutput *output)
{
  JdSpan sentence = { 0, 0 };

  for (gsize row = 0; row < jd_layer_length (report->quantities); row++)
    {
      if (!jd_report_is_goal (report, row))
        continue;
      while (sentence.end <= jd_layer_span (report->quantities, row).begin)
        sentence = jd_sentence_at (report->text, report->length, sentence.end);
      emit (report, row, sentence, output);
    }
}
