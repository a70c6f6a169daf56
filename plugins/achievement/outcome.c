/* outcome.c - from a goal to its actuals and their verdict
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "outcome.h"

#include <string.h>

/* An indicator that is also told in two parts. */
static const struct
{
  const char *whole;
  const char *parts[JD_MOST_ACTUALS];
} pairs[] = {
  { "resident_income", { "urban_income", "rural_income" } },
};

static const char *const rate_units[] = { "%", "pp", NULL };

/* An actual: a row of a report's quantities, and its figure in the direction of the goal. */
typedef struct
{
  gsize row;
  JdFigure figure;
} Actual;

static JdFigure
reversed (JdFigure figure)
{
  static const JdBound mirror[] = {
    [JD_BOUND_EXACT] = JD_BOUND_EXACT,      [JD_BOUND_ABOUT] = JD_BOUND_ABOUT,
    [JD_BOUND_AT_LEAST] = JD_BOUND_AT_MOST, [JD_BOUND_AT_MOST] = JD_BOUND_AT_LEAST,
    [JD_BOUND_OVER] = JD_BOUND_UNDER,       [JD_BOUND_UNDER] = JD_BOUND_OVER,
  };

  return (JdFigure){
    .low = { -figure.high.digits, figure.high.scale },
    .high = { -figure.low.digits, figure.low.scale },
    .bound = mirror[figure.bound],
  };
}

/* The figure stands in a claim (没有实现…增长8%的目标): it is the goal's, not the outcome's. */
static gboolean
is_claimed (const JdPaper *paper, gsize row)
{
  return paper->claims.layer != NULL
         && jd_layer_next_covering (paper->claims.layer,
                                    jd_layer_span (paper->quantities.layer, row), 0)
                != JD_NO_ROW;
}

/* The first actual for `goal` in `paper`. */
static gboolean
find_actual (const JdPaper *paper, const JdSubject *goal, Actual *actual)
{
  for (gsize row = 0; row < jd_rows_length (&paper->quantities); row++)
    {
      JdSubject subject;
      JdMatch match;

      if (!jd_rows_equal (&paper->quantities, row, JD_COLUMN_STATUS, "actual")
          || is_claimed (paper, row))
        continue;
      subject = jd_rows_subject (&paper->quantities, row);
      match = jd_subject_match (goal, &subject);
      if (match == JD_MATCH_NONE || !jd_rows_figure (&paper->quantities, row, &actual->figure))
        continue;
      actual->row = row;
      if (match == JD_MATCH_REVERSED)
        actual->figure = reversed (actual->figure);
      return TRUE;
    }

  return FALSE;
}

static gsize
find_parts (const JdPaper *paper, const JdSubject *goal, const char *const *parts, Actual *actuals)
{
  for (gsize i = 0; i < JD_MOST_ACTUALS; i++)
    {
      JdSubject part = *goal;

      part.indicator_id = parts[i];
      if (!find_actual (paper, &part, &actuals[i]))
        return 0;
    }

  return JD_MOST_ACTUALS;
}

/* One actual for the goal itself, or one for each of its parts; how many. */
static gsize
find_actuals (const JdPaper *paper, const JdSubject *goal, Actual *actuals)
{
  if (find_actual (paper, goal, &actuals[0]))
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (goal->indicator_id, pairs[i].whole) == 0)
      return find_parts (paper, goal, pairs[i].parts, actuals);

  return 0;
}

/* The band of a relation such as sync:gdp; the other indicator's growth is looked for in
 * `review`. */
static gboolean
relation_band (const char *relation,
               const JdSubject *goal,
               const JdPaper *review,
               const JdTolerances *tolerances,
               JdBand *band)
{
  const char *colon = strchr (relation, ':');
  JdSubject other = *goal;
  Actual actual;

  if (strcmp (relation, "stable") == 0 && g_strcmp0 (goal->measure, "growth") == 0
      && !jd_subject_is_ceiling (goal))
    {
      jd_band_above (jd_decimal_from_integer (0), band);
      return TRUE;
    }
  if (colon == NULL)
    return FALSE;
  other.indicator_id = colon + 1;
  other.measure = "growth";
  if (!find_actual (review, &other, &actual))
    return FALSE;
  if (g_str_has_prefix (relation, "sync:"))
    return jd_band_for_sync (actual.figure.low, tolerances, band);
  jd_band_above (actual.figure.low, band);

  return g_str_has_prefix (relation, "faster_than:");
}

static gboolean
goal_band (const JdPaper *paper,
           gsize target,
           const JdPaper *review,
           const JdTolerances *tolerances,
           JdBand *band)
{
  const char *relation = jd_rows_string (&paper->targets, target, JD_COLUMN_RELATION);
  JdSubject goal = jd_paper_goal (paper, target);
  gboolean rate = goal.unit != NULL && g_strv_contains (rate_units, goal.unit);
  JdFigure figure;

  if (relation != NULL && *relation != '\0')
    return relation_band (relation, &goal, review, tolerances, band);
  if (!jd_rows_figure (&paper->targets, target, &figure))
    return FALSE;

  return jd_band_for_figure (&figure, rate, jd_subject_is_ceiling (&goal), tolerances, band);
}

static JdVerdict
judge_all (const JdBand *band, const Actual *actuals, gsize n_actuals)
{
  JdVerdict verdict = jd_band_judge (band, &actuals[0].figure);

  for (gsize i = 1; i < n_actuals; i++)
    if (jd_band_judge (band, &actuals[i].figure) != verdict)
      return JD_VERDICT_UNKNOWN;

  return verdict;
}

static void
outcome_from_figures (const JdPaper *paper,
                      gsize target,
                      const JdTolerances *tolerances,
                      JdOutcome *outcome)
{
  JdSubject goal = jd_paper_goal (paper, target);
  Actual actuals[JD_MOST_ACTUALS];
  gsize n_actuals = find_actuals (outcome->paper, &goal, actuals);
  JdBand band;

  if (n_actuals == 0)
    return;
  outcome->rows = &outcome->paper->quantities;
  outcome->n_actuals = n_actuals;
  for (gsize i = 0; i < n_actuals; i++)
    outcome->actuals[i] = actuals[i].row;
  outcome->has_figure = n_actuals == 1;
  outcome->figure = actuals[0].figure;
  if (goal_band (paper, target, outcome->paper, tolerances, &band))
    outcome->verdict = judge_all (&band, actuals, n_actuals);
}

/* The outcome is what row `row` of `rows` says. */
static void
claim (JdOutcome *outcome, const JdRows *rows, gsize row, JdVerdict verdict)
{
  outcome->rows = rows;
  outcome->n_actuals = 1;
  outcome->actuals[0] = row;
  outcome->has_figure = FALSE;
  outcome->verdict = verdict;
}

/* 完成年度目标的107.37%: the figure is the share of the goal that was reached. */
static gboolean
outcome_from_completion (const JdSubject *goal, const JdTolerances *tolerances, JdOutcome *outcome)
{
  const JdDecimal whole = jd_decimal_from_integer (100);
  const JdFigure all = { whole, whole, JD_BOUND_EXACT };
  JdSubject completion = *goal;
  Actual actual;
  JdBand band;

  completion.measure = "completion";
  completion.unit = "%";
  if (g_strcmp0 (goal->measure, "level") != 0 || !find_actual (outcome->paper, &completion, &actual)
      || !jd_band_for_figure (&all, FALSE, FALSE, tolerances, &band))
    return FALSE;
  claim (outcome, &outcome->paper->quantities, actual.row, jd_band_judge (&band, &actual.figure));

  return TRUE;
}

static JdVerdict
verdict_from_name (const char *name)
{
  JdVerdict verdict = JD_VERDICT_EXCEEDED;

  while (verdict > JD_VERDICT_UNKNOWN && g_strcmp0 (jd_verdict_name (verdict), name) != 0)
    verdict--;

  return verdict;
}

static gboolean
outcome_from_claim (const JdSubject *goal, JdOutcome *outcome)
{
  const JdRows *claims = &outcome->paper->claims;

  for (gsize row = 0; row < jd_rows_length (claims); row++)
    {
      JdSubject subject = jd_rows_subject (claims, row);

      if (!jd_subject_same_indicator (goal, &subject)
          || g_strcmp0 (goal->period, subject.period) != 0)
        continue;
      claim (outcome, claims, row,
             verdict_from_name (jd_rows_string (claims, row, JD_COLUMN_VERDICT)));
      return TRUE;
    }

  return FALSE;
}

void
jd_outcome_find (const JdPaper *paper,
                 gsize target,
                 const JdPaper *review,
                 const JdTolerances *tolerances,
                 JdOutcome *outcome)
{
  JdSubject goal = jd_paper_goal (paper, target);

  *outcome = (JdOutcome){ .verdict = JD_VERDICT_UNKNOWN, .paper = review };
  if (review == NULL)
    return;
  outcome_from_figures (paper, target, tolerances, outcome);
  if (outcome->verdict != JD_VERDICT_UNKNOWN)
    return;
  outcome->claimed
      = outcome_from_completion (&goal, tolerances, outcome) || outcome_from_claim (&goal, outcome);
}
