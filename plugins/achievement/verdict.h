/* verdict.h - was a goal reached?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every goal is a band of outcomes that meet it; what lies below or above the band is missed or
 * exceeded.  All comparisons are exact decimals.  Pure: no text, no layers.
 */
#pragma once

#include <jiandu/decimal.h>

typedef enum
{
  JD_VERDICT_UNKNOWN,
  JD_VERDICT_MISSED,
  JD_VERDICT_MET,
  JD_VERDICT_EXCEEDED,
} JdVerdict;

typedef enum
{
  JD_BOUND_EXACT,
  JD_BOUND_ABOUT,
  JD_BOUND_AT_LEAST,
  JD_BOUND_AT_MOST,
  JD_BOUND_OVER,
  JD_BOUND_UNDER,
} JdBound;

/* Margins above which a goal counts as exceeded, and what 左右 allows on either side.  Rates in
 * percentage points, levels in percent of the goal. */
typedef struct
{
  JdDecimal rate_margin;
  JdDecimal level_margin;
  JdDecimal about_rate;
  JdDecimal about_level;
} JdTolerances;

/* A stated figure: of a goal or of an outcome.  `high` is the upper end of a range, else equal to
 * `low`. */
typedef struct
{
  JdDecimal low;
  JdDecimal high;
  JdBound bound;
} JdFigure;

/* Outcomes that meet a goal.  Without `has_high` nothing is too much; without `has_low` nothing is
 * too little. */
typedef struct
{
  JdDecimal low;
  JdDecimal high;
  gboolean has_low;
  gboolean has_high;
  gboolean open_low; /* `low` itself is too little */
  JdVerdict above;
} JdBand;

/* "exact" and so on; JD_BOUND_EXACT for anything else, NULL included. */
JdBound jd_bound_from_name (const char *name);

/* "unknown", "missed", "met", "exceeded". */
const char *jd_verdict_name (JdVerdict verdict);

/* The band of a goal with a figure.  `rate`: it is in percent or percentage points.  `ceiling`: by
 * its nature less is better (prices, unemployment).  FALSE, leaving `band` alone, when a limit
 * does not fit into a decimal. */
gboolean jd_band_for_figure (const JdFigure *goal,
                             gboolean rate,
                             gboolean ceiling,
                             const JdTolerances *tolerances,
                             JdBand *band);

/* At least `growth` less the tolerance for rates: 与经济增长同步. */
gboolean jd_band_for_sync (JdDecimal growth, const JdTolerances *tolerances, JdBand *band);

/* More than `limit`: 快于经济增长, and with 0 平稳增长. */
void jd_band_above (JdDecimal limit, JdBand *band);

/* Where an outcome lies.  An outcome that is itself a bound (超过3%) is judged by all the values
 * that it allows when they agree, else by the stated number. */
JdVerdict jd_band_judge (const JdBand *band, const JdFigure *outcome);
