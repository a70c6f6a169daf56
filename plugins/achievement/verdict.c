/* verdict.c - goals as bands, outcomes as points in or beside them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "verdict.h"

/* A value, or what lies next to it: `side` is -1 or 1 for just below or just above, -2 or 2 for
 * all the way down or up. */
typedef struct
{
  JdDecimal value;
  int side;
} Point;

static const struct
{
  const char *name;
  int low_side; /* where the outcomes that it allows begin and end */
  int high_side;
} bounds[] = {
  [JD_BOUND_EXACT] = { "exact", 0, 0 },       [JD_BOUND_ABOUT] = { "about", 0, 0 },
  [JD_BOUND_AT_LEAST] = { "at_least", 0, 2 }, [JD_BOUND_AT_MOST] = { "at_most", -2, 0 },
  [JD_BOUND_OVER] = { "over", 1, 2 },         [JD_BOUND_UNDER] = { "under", -2, -1 },
};

static const char *const verdicts[] = {
  [JD_VERDICT_UNKNOWN] = "unknown",
  [JD_VERDICT_MISSED] = "missed",
  [JD_VERDICT_MET] = "met",
  [JD_VERDICT_EXCEEDED] = "exceeded",
};

JdBound
jd_bound_from_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (g_strcmp0 (name, bounds[i].name) == 0)
      return (JdBound)i;

  return JD_BOUND_EXACT;
}

const char *
jd_verdict_name (JdVerdict verdict)
{
  return verdicts[verdict];
}

static gboolean
percent_of (JdDecimal value, JdDecimal percent, JdDecimal *result)
{
  const JdDecimal hundredth = { 1, 2 };

  return jd_decimal_multiply (value, percent, result)
         && jd_decimal_multiply (*result, hundredth, result);
}

/* `value` moved by a margin that is in points for rates and in percent for levels. */
static gboolean
shift (JdDecimal value, gboolean rate, JdDecimal margin, gboolean up, JdDecimal *result)
{
  JdDecimal distance = margin;

  if (!rate && !percent_of (value, margin, &distance))
    return FALSE;

  return up ? jd_decimal_add (value, distance, result)
            : jd_decimal_subtract (value, distance, result);
}

/* Less is better: by nature, or because the goal says so. */
static gboolean
is_cap (JdBound bound, gboolean ceiling)
{
  if (bound == JD_BOUND_AT_MOST || bound == JD_BOUND_UNDER)
    return TRUE;

  return ceiling && bound != JD_BOUND_AT_LEAST && bound != JD_BOUND_OVER;
}

gboolean
jd_band_for_figure (const JdFigure *goal,
                    gboolean rate,
                    gboolean ceiling,
                    const JdTolerances *tolerances,
                    JdBand *band)
{
  gboolean cap = is_cap (goal->bound, ceiling);
  gboolean about = goal->bound == JD_BOUND_ABOUT;
  JdDecimal slack = rate ? tolerances->about_rate : tolerances->about_level;
  JdDecimal margin = rate ? tolerances->rate_margin : tolerances->level_margin;
  JdBand made = { .low = goal->low, .high = goal->high, .has_low = !cap, .has_high = TRUE };

  made.above = cap ? JD_VERDICT_MISSED : JD_VERDICT_EXCEEDED;
  if (about && !shift (goal->low, rate, slack, FALSE, &made.low))
    return FALSE;
  if ((about || !cap) && !shift (goal->high, rate, about ? slack : margin, TRUE, &made.high))
    return FALSE;
  *band = made;

  return TRUE;
}

gboolean
jd_band_for_sync (JdDecimal growth, const JdTolerances *tolerances, JdBand *band)
{
  JdBand made = { .has_low = TRUE };

  if (!jd_decimal_subtract (growth, tolerances->about_rate, &made.low))
    return FALSE;
  *band = made;

  return TRUE;
}

void
jd_band_above (JdDecimal limit, JdBand *band)
{
  *band = (JdBand){ .low = limit, .has_low = TRUE, .open_low = TRUE };
}

static int
compare (Point point, JdDecimal limit)
{
  int order = ABS (point.side) == 2 ? point.side : jd_decimal_compare (point.value, limit);

  return order != 0 ? order : point.side;
}

static JdVerdict
place (const JdBand *band, JdDecimal value, int side)
{
  const Point point = { value, side };

  if (band->has_low && compare (point, band->low) < (band->open_low ? 1 : 0))
    return JD_VERDICT_MISSED;
  if (band->has_high && compare (point, band->high) > 0)
    return band->above;

  return JD_VERDICT_MET;
}

JdVerdict
jd_band_judge (const JdBand *band, const JdFigure *outcome)
{
  JdVerdict lowest = place (band, outcome->low, bounds[outcome->bound].low_side);
  JdVerdict highest = place (band, outcome->high, bounds[outcome->bound].high_side);

  return lowest == highest ? lowest : place (band, outcome->low, 0);
}
