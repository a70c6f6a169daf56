/* subject.h - do a goal and an outcome speak of the same thing?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pure: strings only.  Absent strings are NULL or "".
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *indicator;
  const char *indicator_id;
  const char *measure;
  const char *unit;
  const char *period;
  const char *aggregate;
} JdSubject;

typedef enum
{
  JD_MATCH_NONE,
  JD_MATCH_SAME,
  JD_MATCH_REVERSED, /* a decline against a growth goal, or the other way round */
} JdMatch;

/* The same indicator: by id where both have one, else by name, blanks and quotation marks left
 * out.  New ones (新增) are no outcome for a stock, nor the other way round. */
gboolean jd_subject_same_indicator (const JdSubject *goal, const JdSubject *outcome);

/* The outcome is an actual for the goal: indicator, measure, unit (unless the goal has none),
 * period and aggregate agree.  A stock at the end of a span is an actual for the span. */
JdMatch jd_subject_match (const JdSubject *goal, const JdSubject *outcome);

/* Less is better by nature: growth of prices, unemployment, the deficit ratio. */
gboolean jd_subject_is_ceiling (const JdSubject *goal);

/* The last year of "2026" or "2022/2026"; 0 for anything else. */
gint64 jd_last_year (const char *period);
