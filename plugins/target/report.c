/* report.c - layers, roles and announced goals of a report
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report.h"

#include <string.h>

#include "clause.h"

/* A term of office and a five-year plan alike. */
#define TERM_YEARS 5

static const char *const fields[JD_N_QUANTITY_COLUMNS] = {
  [JD_QUANTITY_KIND] = "kind",
  [JD_QUANTITY_STATUS] = "status",
  [JD_QUANTITY_VALUE] = "value",
  [JD_QUANTITY_VALUE_HIGH] = "value_high",
  [JD_QUANTITY_UNIT] = "unit",
  [JD_QUANTITY_BOUND] = "bound",
  [JD_QUANTITY_MEASURE] = "measure",
  [JD_QUANTITY_INDICATOR] = "indicator",
  [JD_QUANTITY_INDICATOR_ID] = "indicator_id",
  [JD_QUANTITY_PERIOD] = "period",
};

/* Kinds of quantities that measure something. */
static const char *const measuring[] = { "amount", "percent", "multiple", "rank", NULL };

/* Goals that a list may hold begin here; the sentence's end bounds them. */
static void
find_headlines (JdReport *report)
{
  JdSpan sentence = { 0, 0 };

  while (sentence.end < report->length)
    {
      JdSpan found;
      const JdWord *word;

      sentence = jd_sentence_at (report->text, report->length, sentence.end);
      word = jd_words_find (report->words, JD_WORD_ANNOUNCE, report->text, sentence, &found);
      if (word != NULL && strcmp (word->value, "not") != 0)
        {
          JdSpan list = { found.end, sentence.end };

          g_array_append_val (report->headlines, list);
        }
    }
}

JdReport *
jd_report_new (const JdDocument *document, const JdWords *words)
{
  JdReport *report = g_new0 (JdReport, 1);
  const char *year = jd_document_fact (document, "report_year");

  report->text = jd_document_text (document, &report->length);
  report->words = words;
  report->quantities = jd_document_layer (document, "quantity");
  report->sections = jd_document_layer (document, "section");
  for (gsize i = 0; i < JD_N_QUANTITY_COLUMNS; i++)
    report->columns[i] = jd_layer_column (report->quantities, fields[i]);
  report->role = jd_layer_column (report->sections, "role");
  report->year = year != NULL ? g_ascii_strtoll (year, NULL, 10) : 0;
  report->headlines = g_array_new (FALSE, FALSE, sizeof (JdSpan));
  find_headlines (report);

  return report;
}

void
jd_report_free (JdReport *report)
{
  if (report == NULL)
    return;
  g_array_unref (report->headlines);
  g_free (report);
}

const char *
jd_quantity_field (JdQuantityColumn column)
{
  return fields[column];
}

const char *
jd_report_string (const JdReport *report, gsize row, JdQuantityColumn column)
{
  return jd_layer_string (report->quantities, row, report->columns[column]);
}

gboolean
jd_report_is_goal (const JdReport *report, gsize row)
{
  const char *kind = jd_report_string (report, row, JD_QUANTITY_KIND);

  return kind != NULL && g_strv_contains (measuring, kind)
         && g_strcmp0 (jd_report_string (report, row, JD_QUANTITY_STATUS), "target") == 0
         && jd_layer_has (report->quantities, row, report->columns[JD_QUANTITY_VALUE])
         && !jd_report_only_describes (report, row);
}

const char *
jd_report_role (const JdReport *report, gsize offset)
{
  const JdSpan place = { offset, offset + 1 };
  const char *role = "";

  for (gsize row = jd_layer_next_covering (report->sections, place, 0); row != JD_NO_ROW;
       row = jd_layer_next_covering (report->sections, place, row + 1))
    if (jd_layer_string (report->sections, row, report->role) != NULL)
      role = jd_layer_string (report->sections, row, report->role);

  return role;
}

gboolean
jd_report_is_announced (const JdReport *report, gsize offset)
{
  for (guint i = 0; i < report->headlines->len; i++)
    {
      JdSpan list = g_array_index (report->headlines, JdSpan, i);

      if (list.begin <= offset && offset < list.end)
        return TRUE;
    }

  return FALSE;
}

/* The last year after the report's own that `place` names before `word` (到2030年), or 0. */
static gint64
named_year (const JdReport *report, JdSpan place, const char *word)
{
  gint64 year = 0;

  for (gsize i = place.begin; i + 4 < place.end; i++)
    {
      const char *digits = report->text + i;
      gint64 value = 0;

      if (g_str_has_prefix (digits, "20") && g_str_has_prefix (digits + 4, word))
        value = g_ascii_strtoll (digits, NULL, 10);
      if (value > report->year)
        year = value;
    }

  return year;
}

/* The year of a goal in `sentence` that names one, or whose paragraph is about 2035年远景目标. */
static gint64
goal_year (const JdReport *report, JdSpan sentence)
{
  JdSpan paragraph = sentence;
  gint64 year = named_year (report, sentence, "年");

  while (paragraph.begin > 0 && report->text[paragraph.begin - 1] != '\n'
         && sentence.begin - paragraph.begin < JD_SENTENCE_LIMIT)
    paragraph.begin--;

  return year != 0 ? year : named_year (report, paragraph, "年远景目标");
}

char *
jd_report_period (const JdReport *report, JdSpan sentence)
{
  gint64 year = goal_year (report, sentence);

  if (year == 0 && report->year == 0)
    return NULL;
  if (year == 0 && strcmp (jd_report_role (report, sentence.begin), "plan_term") == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, report->year,
                            report->year + TERM_YEARS - 1);

  return g_strdup_printf ("%" G_GINT64_FORMAT, year != 0 ? year : report->year);
}
