/* paper.h - the goals, figures and claims of one report
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/corpus.h>

#include "subject.h"
#include "verdict.h"

/* The fields that the layers target, quantity and claim share or have of their own. */
typedef enum
{
  JD_COLUMN_INDICATOR,
  JD_COLUMN_INDICATOR_ID,
  JD_COLUMN_MEASURE,
  JD_COLUMN_UNIT,
  JD_COLUMN_PERIOD,
  JD_COLUMN_AGGREGATE,
  JD_COLUMN_VALUE,
  JD_COLUMN_VALUE_HIGH,
  JD_COLUMN_BOUND,
  JD_COLUMN_STATUS,
  JD_COLUMN_SCOPE,
  JD_COLUMN_RELATION,
  JD_COLUMN_QUANTITY,
  JD_COLUMN_VERDICT,
  JD_N_COLUMNS,
} JdColumnName;

/* A layer with its columns; `layer` is NULL where the document has none. */
typedef struct
{
  const JdLayer *layer;
  int columns[JD_N_COLUMNS];
} JdRows;

typedef struct
{
  const JdDocument *document;
  JdRows targets;
  JdRows quantities;
  JdRows claims;
  gint64 year;        /* the report's own; 0 when nobody knows it */
  const char *review; /* the period that it reviews, or NULL */
} JdPaper;

/* Array of JdPaper, one a document of the corpus. */
GArray *jd_papers_new (const JdCorpus *corpus);

/* The report that tells what became of goals for `period`, or NULL. */
const JdPaper *jd_papers_reviewing (const GArray *papers, const char *period);

/* Rows of a layer; 0 without one. */
gsize jd_rows_length (const JdRows *rows);
const char *jd_rows_string (const JdRows *rows, gsize row, JdColumnName column);
gboolean jd_rows_equal (const JdRows *rows, gsize row, JdColumnName column, const char *value);
JdSubject jd_rows_subject (const JdRows *rows, gsize row);

/* FALSE, leaving `figure` alone, when the record has no value. */
gboolean jd_rows_figure (const JdRows *rows, gsize row, JdFigure *figure);

/* What a goal is about; its aggregate is that of its figure, and annual_average for a goal without
 * a figure for a span of years. */
JdSubject jd_paper_goal (const JdPaper *paper, gsize target);
