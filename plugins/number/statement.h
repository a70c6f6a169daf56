/* statement.h - what a figure says: of what, how, when, and whether it is done or planned
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "context.h"
#include "figure.h"
#include "noun.h"

G_BEGIN_DECLS

typedef enum
{
  JD_MEASURE_LEVEL,
  JD_MEASURE_GROWTH,
  JD_MEASURE_DECLINE,
  JD_MEASURE_SHARE,
  JD_MEASURE_COMPLETION,
  JD_MEASURE_RATIO,
  JD_MEASURE_CHANGE,
} JdMeasure;

typedef enum
{
  JD_AGGREGATE_NONE,
  JD_AGGREGATE_CUMULATIVE,
  JD_AGGREGATE_ANNUAL_AVERAGE,
} JdAggregate;

typedef enum
{
  JD_STATUS_ACTUAL,
  JD_STATUS_TARGET,
  JD_STATUS_OTHER,
} JdStatus;

typedef struct
{
  JdMeasure measure;
  JdAggregate aggregate;
  JdStatus status;
  JdBound bound; /* never JD_BOUND_HELD or JD_BOUND_NONE */
  JdPeriod period;
  JdNoun noun;
} JdStatement;

typedef struct JdReading JdReading;

/* Everything outlives the reading. */
JdReading *jd_reading_new (const JdNounLists *lists,
                           JdContext *context,
                           const char *text,
                           gsize length,
                           const GArray *figures);
void jd_reading_free (JdReading *reading);

/* Reads figure `index`; each once, in order.  FALSE, leaving `statement` alone, for what measures
 * nothing. */
gboolean jd_reading_next (JdReading *reading, guint index, JdStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdReading, jd_reading_free)

G_END_DECLS
