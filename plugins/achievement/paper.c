/* paper.c - reading the layers of the reports of a group
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "paper.h"

#include <string.h>

static const char *const names[JD_N_COLUMNS] = {
  [JD_COLUMN_INDICATOR] = "indicator", [JD_COLUMN_INDICATOR_ID] = "indicator_id",
  [JD_COLUMN_MEASURE] = "measure",     [JD_COLUMN_UNIT] = "unit",
  [JD_COLUMN_PERIOD] = "period",       [JD_COLUMN_AGGREGATE] = "aggregate",
  [JD_COLUMN_VALUE] = "value",         [JD_COLUMN_VALUE_HIGH] = "value_high",
  [JD_COLUMN_BOUND] = "bound",         [JD_COLUMN_STATUS] = "status",
  [JD_COLUMN_SCOPE] = "scope",         [JD_COLUMN_RELATION] = "relation",
  [JD_COLUMN_QUANTITY] = "quantity",   [JD_COLUMN_VERDICT] = "verdict",
};

static void
open_layer (const JdDocument *document, const char *name, JdRows *rows)
{
  rows->layer = jd_document_layer (document, name);
  for (gsize i = 0; i < JD_N_COLUMNS; i++)
    rows->columns[i] = rows->layer != NULL ? jd_layer_column (rows->layer, names[i]) : -1;
}

GArray *
jd_papers_new (const JdCorpus *corpus)
{
  GArray *papers = g_array_new (FALSE, FALSE, sizeof (JdPaper));

  for (gsize i = 0; i < jd_corpus_length (corpus); i++)
    {
      const JdDocument *document = jd_corpus_document (corpus, i);
      JdPaper paper = { .document = document };

      paper.year = jd_last_year (jd_document_fact (document, "report_year"));
      paper.review = jd_document_fact (document, "review_period");
      open_layer (document, "target", &paper.targets);
      open_layer (document, "quantity", &paper.quantities);
      open_layer (document, "claim", &paper.claims);
      g_array_append_val (papers, paper);
    }

  return papers;
}

const JdPaper *
jd_papers_reviewing (const GArray *papers, const char *period)
{
  gint64 last = jd_last_year (period);

  for (guint i = 0; last != 0 && i < papers->len; i++)
    {
      const JdPaper *paper = &g_array_index (papers, JdPaper, i);

      if (paper->year == last + 1 || g_strcmp0 (paper->review, period) == 0)
        return paper;
    }

  return NULL;
}

gsize
jd_rows_length (const JdRows *rows)
{
  return rows->layer != NULL ? jd_layer_length (rows->layer) : 0;
}

const char *
jd_rows_string (const JdRows *rows, gsize row, JdColumnName column)
{
  return jd_layer_string (rows->layer, row, rows->columns[column]);
}

gboolean
jd_rows_equal (const JdRows *rows, gsize row, JdColumnName column, const char *value)
{
  return g_strcmp0 (jd_rows_string (rows, row, column), value) == 0;
}

JdSubject
jd_rows_subject (const JdRows *rows, gsize row)
{
  return (JdSubject){
    .indicator = jd_rows_string (rows, row, JD_COLUMN_INDICATOR),
    .indicator_id = jd_rows_string (rows, row, JD_COLUMN_INDICATOR_ID),
    .measure = jd_rows_string (rows, row, JD_COLUMN_MEASURE),
    .unit = jd_rows_string (rows, row, JD_COLUMN_UNIT),
    .period = jd_rows_string (rows, row, JD_COLUMN_PERIOD),
    .aggregate = jd_rows_string (rows, row, JD_COLUMN_AGGREGATE),
  };
}

gboolean
jd_rows_figure (const JdRows *rows, gsize row, JdFigure *figure)
{
  int high = rows->columns[JD_COLUMN_VALUE_HIGH];

  if (!jd_layer_has (rows->layer, row, rows->columns[JD_COLUMN_VALUE]))
    return FALSE;
  figure->low = jd_layer_decimal (rows->layer, row, rows->columns[JD_COLUMN_VALUE]);
  figure->high = jd_layer_has (rows->layer, row, high) ? jd_layer_decimal (rows->layer, row, high)
                                                       : figure->low;
  figure->bound = jd_bound_from_name (jd_rows_string (rows, row, JD_COLUMN_BOUND));

  return TRUE;
}

JdSubject
jd_paper_goal (const JdPaper *paper, gsize target)
{
  const JdRows *targets = &paper->targets;
  JdSubject goal = jd_rows_subject (targets, target);
  gsize figure = jd_layer_reference (targets->layer, target, targets->columns[JD_COLUMN_QUANTITY]);

  if (figure != JD_NO_ROW)
    goal.aggregate = jd_rows_string (&paper->quantities, figure, JD_COLUMN_AGGREGATE);
  else if (!jd_layer_has (targets->layer, target, targets->columns[JD_COLUMN_VALUE])
           && goal.period != NULL && strchr (goal.period, '/') != NULL)
    goal.aggregate = "annual_average";

  return goal;
}
