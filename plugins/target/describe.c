/* describe.c - figures in plans that are no goals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "clause.h"
#include "report.h"

/* Bytes before a figure in which the verb that goes with it stands; six characters. */
#define VERB_REACH 18

/* Up to here a spelled-out count is more often a label than a goal. */
#define SMALL_COUNT 20

static const char *const numerals[]
    = { "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", NULL };

/* Scales that stand without a number, as in 百万亩产业园. */
static const char *const scales[] = { "百", "千", "万", "亿", NULL };

static gboolean
begins_with_one_of (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;

  return FALSE;
}

/* A bare scale or a small count in words: 四类, 三条. */
static gboolean
is_label_count (const JdReport *report, gsize row)
{
  const char *figure = report->text + jd_layer_span (report->quantities, row).begin;
  const JdDecimal value
      = jd_layer_decimal (report->quantities, row, report->columns[JD_QUANTITY_VALUE]);

  if (g_strcmp0 (jd_report_string (report, row, JD_QUANTITY_KIND), "amount") != 0)
    return FALSE;
  if (begins_with_one_of (figure, scales))
    return TRUE;

  return begins_with_one_of (figure, numerals)
         && jd_decimal_compare (value, jd_decimal_from_integer (SMALL_COUNT)) <= 0;
}

/* The few characters before a figure, back to the last comma. */
static JdSpan
lead_of (const JdReport *report, JdSpan figure)
{
  const JdSpan reach = { figure.begin - MIN (figure.begin, VERB_REACH), figure.begin };

  return jd_clause_around (report->text, reach, reach.end > 0 ? reach.end - 1 : 0);
}

static gboolean
follows_making (const JdReport *report, JdSpan figure)
{
  return jd_words_before (report->words, JD_WORD_MAKE, report->text, lead_of (report, figure)) > 0;
}

static gboolean
is_standing (const JdReport *report, JdSpan figure)
{
  JdSpan found;

  return jd_words_find (report->words, JD_WORD_STANDING, report->text, lead_of (report, figure),
                        &found)
         != NULL;
}

/* Whether a word of a kind ends `name`, or stands anywhere in it. */
static gboolean
name_has (const JdReport *report, JdWordKind kind, const char *name, gboolean at_end)
{
  const JdSpan all = { 0, strlen (name) };
  JdSpan found;

  return at_end ? jd_words_before (report->words, kind, name, all) > 0
                : jd_words_find (report->words, kind, name, all, &found) != NULL;
}

/* "time", "capacity" or "". */
static const char *
unit_class (const JdReport *report, gsize row)
{
  const char *unit = jd_report_string (report, row, JD_QUANTITY_UNIT);
  const JdSpan all = { 0, unit != NULL ? strlen (unit) : 0 };
  JdSpan found;
  const JdWord *word
      = unit != NULL ? jd_words_longest (report->words, JD_WORD_UNIT, unit, all, &found) : NULL;

  return word != NULL && found.end - found.begin == all.end ? word->value : "";
}

/* 7000吨切片项目: the name follows the figure at once. */
static gboolean
name_follows (const JdReport *report, JdSpan figure, const char *name)
{
  return *name != '\0' && g_str_has_prefix (report->text + figure.end, name);
}

gboolean
jd_report_only_describes (const JdReport *report, gsize row)
{
  const JdSpan figure = jd_layer_span (report->quantities, row);
  const char *given = jd_report_string (report, row, JD_QUANTITY_INDICATOR);
  const char *name = given != NULL ? given : "";
  const char *class = unit_class (report, row);

  if (name_has (report, JD_WORD_LABEL, name, TRUE) || is_standing (report, figure))
    return TRUE;
  if (is_label_count (report, row))
    return !follows_making (report, figure);
  if (jd_report_string (report, row, JD_QUANTITY_INDICATOR_ID) != NULL)
    return FALSE;
  if (strcmp (class, "time") == 0)
    return !name_has (report, JD_WORD_LASTING, name, FALSE);

  return strcmp (class, "capacity") == 0 && name_follows (report, figure, name);
}
