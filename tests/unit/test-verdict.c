/* test-verdict.c - was a goal reached?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/achievement/verdict.h"
#include "suite.h"

static const JdTolerances usual = { { 5, 1 }, { 10, 0 }, { 5, 1 }, { 5, 0 } };

static JdDecimal
number (const char *text)
{
  JdDecimal value = { 0, 0 };

  ck_assert_msg (jd_decimal_parse (text, -1, &value), "no number: %s", text);

  return value;
}

/* "7.5", "over 3", "about 20", "2..3". */
static JdFigure
figure (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  const char *last = words[1] != NULL ? words[1] : words[0];
  g_auto (GStrv) ends = g_strsplit (last, "..", 2);
  JdFigure made = { number (ends[0]), number (ends[1] != NULL ? ends[1] : ends[0]),
                    jd_bound_from_name (words[0]) };

  return made;
}

typedef enum
{
  LEVEL,
  RATE,
  CEILING, /* a rate that had better be low */
} Nature;

START_TEST (judges_figures)
{
  static const struct
  {
    const char *goal;
    Nature nature;
    const char *outcome;
    const char *verdict;
  } cases[] = {
    { "at_least 7.5", RATE, "7.4", "missed" },
    { "at_least 7.5", RATE, "7.50", "met" },
    { "at_least 7.5", RATE, "8", "met" },
    { "at_least 7.5", RATE, "8.01", "exceeded" },
    { "over 3", RATE, "3", "met" },
    { "8", RATE, "7.8", "missed" },
    { "8", RATE, "8.5", "met" },
    { "9000000", LEVEL, "9800000", "met" },
    { "9000000", LEVEL, "9900000", "met" },
    { "9000000", LEVEL, "9900001", "exceeded" },
    { "9000000", LEVEL, "8999999", "missed" },
    { "about 7", RATE, "6.49", "missed" },
    { "about 7", RATE, "6.5", "met" },
    { "about 7", RATE, "7.5", "met" },
    { "about 7", RATE, "7.6", "exceeded" },
    { "about 20", LEVEL, "18", "missed" },
    { "about 20", LEVEL, "19", "met" },
    { "about 20", LEVEL, "21", "met" },
    { "about 20", LEVEL, "22", "exceeded" },
    { "at_most 4.5", RATE, "4.5", "met" },
    { "at_most 4.5", RATE, "4.6", "missed" },
    { "under 4.5", RATE, "0", "met" },
    { "2..3", LEVEL, "1", "missed" },
    { "2..3", LEVEL, "2", "met" },
    { "2..3", LEVEL, "3", "met" },
    { "2..3", LEVEL, "4", "exceeded" },
    { "6.5..7", RATE, "7.5", "met" },
    { "6.5..7", RATE, "7.6", "exceeded" },
    { "about 3", CEILING, "0.7", "met" },
    { "about 3", CEILING, "3.5", "met" },
    { "about 3", CEILING, "3.6", "missed" },
    { "3", CEILING, "3.1", "missed" },
    { "3", CEILING, "-1", "met" },
    { "at_most 3", CEILING, "4.8", "missed" },
    { "at_least 1", CEILING, "0.5", "missed" },
    /* outcomes that are bounds themselves */
    { "at_least 7", RATE, "over 8", "exceeded" },
    { "at_least 7", RATE, "over 7.5", "exceeded" },
    { "at_least 7", RATE, "at_least 7.5", "met" },
    { "at_least 7", RATE, "under 7", "missed" },
    { "at_least 7", RATE, "at_most 7", "met" },
    { "at_least 7", RATE, "over 6", "missed" },
    { "at_most 5", RATE, "at_most 4", "met" },
    { "at_most 5", RATE, "over 5", "missed" },
    { "at_most 5", RATE, "at_most 6", "missed" },
    { "10", LEVEL, "8..9", "missed" },
    { "10", LEVEL, "9..10", "missed" },
    { "10", LEVEL, "10..11", "met" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdFigure goal = figure (cases[i].goal);
      JdFigure outcome = figure (cases[i].outcome);
      const char *verdict;
      JdBand band;

      ck_assert (jd_band_for_figure (&goal, cases[i].nature != LEVEL, cases[i].nature == CEILING,
                                     &usual, &band));
      verdict = jd_verdict_name (jd_band_judge (&band, &outcome));
      ck_assert_msg (strcmp (verdict, cases[i].verdict) == 0, "%s against %s: %s, not %s",
                     cases[i].outcome, cases[i].goal, verdict, cases[i].verdict);
    }
}
END_TEST

START_TEST (judges_growth_beside_another)
{
  static const struct
  {
    gboolean faster;
    const char *other;
    const char *outcome;
    JdVerdict verdict;
  } cases[] = {
    { FALSE, "8", "7.4", JD_VERDICT_MISSED },       { FALSE, "8", "7.5", JD_VERDICT_MET },
    { FALSE, "8", "20", JD_VERDICT_MET },           { TRUE, "8", "8", JD_VERDICT_MISSED },
    { TRUE, "8", "8.01", JD_VERDICT_MET },          { TRUE, "8", "over 8", JD_VERDICT_MET },
    { TRUE, "8", "at_least 8", JD_VERDICT_MISSED }, { TRUE, "0", "0", JD_VERDICT_MISSED },
    { TRUE, "0", "-0.1", JD_VERDICT_MISSED },       { TRUE, "0", "0.1", JD_VERDICT_MET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdFigure outcome = figure (cases[i].outcome);
      JdBand band;

      if (cases[i].faster)
        jd_band_above (number (cases[i].other), &band);
      else
        ck_assert (jd_band_for_sync (number (cases[i].other), &usual, &band));
      ck_assert_msg (jd_band_judge (&band, &outcome) == cases[i].verdict, "%s beside %s",
                     cases[i].outcome, cases[i].other);
    }
}
END_TEST

START_TEST (refuses_limits_that_do_not_fit)
{
  const JdDecimal huge = { G_MAXINT64, 0 };
  const JdFigure goal = { huge, huge, JD_BOUND_EXACT };
  JdBand band = { .has_low = TRUE };

  ck_assert (!jd_band_for_figure (&goal, FALSE, FALSE, &usual, &band));
  ck_assert (band.has_low && !band.has_high);
}
END_TEST

START_TEST (knows_the_names_of_bounds)
{
  ck_assert_int_eq (jd_bound_from_name ("at_most"), JD_BOUND_AT_MOST);
  ck_assert_int_eq (jd_bound_from_name ("under"), JD_BOUND_UNDER);
  ck_assert_int_eq (jd_bound_from_name (NULL), JD_BOUND_EXACT);
  ck_assert_int_eq (jd_bound_from_name ("7.5"), JD_BOUND_EXACT);
}
END_TEST

JD_SUITE ("verdict",
          judges_figures,
          judges_growth_beside_another,
          refuses_limits_that_do_not_fit,
          knows_the_names_of_bounds)
