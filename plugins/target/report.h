/* report.h - what the searches for goals and claims know of a report
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/document.h>
#include <jiandu/output.h>

#include "words.h"

/* The columns of the layer quantity that are read. */
typedef enum
{
  JD_QUANTITY_KIND,
  JD_QUANTITY_STATUS,
  JD_QUANTITY_VALUE,
  JD_QUANTITY_VALUE_HIGH,
  JD_QUANTITY_UNIT,
  JD_QUANTITY_BOUND,
  JD_QUANTITY_MEASURE,
  JD_QUANTITY_INDICATOR,
  JD_QUANTITY_INDICATOR_ID,
  JD_QUANTITY_PERIOD,
  JD_N_QUANTITY_COLUMNS,
} JdQuantityColumn;

typedef struct
{
  const char *text;
  gsize length;
  const JdWords *words;
  const JdLayer *quantities;
  const JdLayer *sections;
  int columns[JD_N_QUANTITY_COLUMNS];
  int role;          /* column of the layer section */
  gint64 year;       /* the report's own; 0 when nobody knows it */
  GArray *headlines; /* of JdSpan: what an announcement of goals leads in, to its sentence's end */
} JdReport;

JdReport *jd_report_new (const JdDocument *document, const JdWords *words);
void jd_report_free (JdReport *report);

/* The name of a column of the layer quantity, which is the name of the layer target's, too. */
const char *jd_quantity_field (JdQuantityColumn column);

/* A string of a quantity, or NULL. */
const char *jd_report_string (const JdReport *report, gsize row, JdQuantityColumn column);

/* The quantity is a figure to be reached. */
gboolean jd_report_is_goal (const JdReport *report, gsize row);

/* The figure describes something and is nothing to be reached: a length of time (15分钟生活圈),
 * the size of a plant (4万吨切片项目), the items of a list (…、…三条控制线), a label (六项机制). */
gboolean jd_report_only_describes (const JdReport *report, gsize row);

/* The role of the innermost section at `offset`; "" where there is none. */
const char *jd_report_role (const JdReport *report, gsize offset);

/* `offset` stands in a list of announced goals. */
gboolean jd_report_is_announced (const JdReport *report, gsize offset);

/* The period of a goal in `sentence` whose figure tells none: a year that the sentence names, the
 * years of a term, or the report's year; NULL when nobody knows it.  Free with g_free(). */
char *jd_report_period (const JdReport *report, JdSpan sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdReport, jd_report_free)
