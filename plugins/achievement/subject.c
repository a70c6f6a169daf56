/* subject.c - which outcome belongs to which goal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "subject.h"

#include <string.h>

/* Left out when names are compared. */
static const char *const noise[] = { " ", "　", "“", "”", "\"", "\n", NULL };

/* Indicators with one of these count what came new. */
static const char *const additions[] = { "新增", "新培育", "净增", "新认定", NULL };

/* `indicator` is a part of the name; NULL: the id alone decides. */
static const struct
{
  const char *id;
  const char *indicator;
  const char *measure;
} ceilings[] = {
  { "cpi", NULL, "growth" },
  { NULL, "价格", "growth" },
  { NULL, "物价", "growth" },
  { "urban_unemployment_surveyed", NULL, "share" },
  { "urban_unemployment_registered", NULL, "share" },
  { "deficit_ratio", NULL, "share" },
};

/* Measures that a stock at the end of a span has. */
static const char *const stocks[] = { "level", "share", "ratio", NULL };

static gboolean
same (const char *a, const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static gsize
noise_length (const char *p)
{
  for (gsize i = 0; noise[i] != NULL; i++)
    if (g_str_has_prefix (p, noise[i]))
      return strlen (noise[i]);

  return 0;
}

static gboolean
same_name (const char *a, const char *b)
{
  for (;; a++, b++)
    {
      gsize skip;

      while ((skip = noise_length (a)) > 0)
        a += skip;
      while ((skip = noise_length (b)) > 0)
        b += skip;
      if (*a != *b || *a == '\0')
        return *a == *b;
    }
}

static gboolean
is_addition (const char *indicator)
{
  for (gsize i = 0; additions[i] != NULL; i++)
    if (indicator != NULL && strstr (indicator, additions[i]) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
jd_subject_same_indicator (const JdSubject *goal, const JdSubject *outcome)
{
  if (is_set (goal->indicator_id) != is_set (outcome->indicator_id))
    return FALSE;
  if (!is_set (goal->indicator_id))
    return is_set (goal->indicator) && is_set (outcome->indicator)
           && same_name (goal->indicator, outcome->indicator);

  return same (goal->indicator_id, outcome->indicator_id)
         && is_addition (goal->indicator) == is_addition (outcome->indicator);
}

gint64
jd_last_year (const char *period)
{
  const char *slash = period != NULL ? strchr (period, '/') : NULL;

  return period != NULL ? g_ascii_strtoll (slash != NULL ? slash + 1 : period, NULL, 10) : 0;
}

static gboolean
same_period (const JdSubject *goal, const JdSubject *outcome)
{
  if (!is_set (goal->period))
    return FALSE;
  if (same (goal->period, outcome->period))
    return TRUE;

  return is_set (goal->measure) && g_strv_contains (stocks, goal->measure)
         && !is_set (outcome->aggregate) && jd_last_year (goal->period) != 0
         && jd_last_year (goal->period) == jd_last_year (outcome->period);
}

static JdMatch
match_measure (const char *goal, const char *outcome)
{
  if (same (goal, outcome))
    return JD_MATCH_SAME;
  if ((same (goal, "growth") && same (outcome, "decline"))
      || (same (goal, "decline") && same (outcome, "growth")))
    return JD_MATCH_REVERSED;

  return JD_MATCH_NONE;
}

JdMatch
jd_subject_match (const JdSubject *goal, const JdSubject *outcome)
{
  if (!jd_subject_same_indicator (goal, outcome) || !same_period (goal, outcome)
      || !same (goal->aggregate, outcome->aggregate))
    return JD_MATCH_NONE;
  if (is_set (goal->unit) && !same (goal->unit, outcome->unit))
    return JD_MATCH_NONE;

  return match_measure (goal->measure, outcome->measure);
}

gboolean
jd_subject_is_ceiling (const JdSubject *goal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ceilings); i++)
    {
      gboolean named = ceilings[i].id != NULL
                           ? same (goal->indicator_id, ceilings[i].id)
                           : is_set (goal->indicator)
                                 && strstr (goal->indicator, ceilings[i].indicator) != NULL;

      if (named && same (goal->measure, ceilings[i].measure))
        return TRUE;
    }

  return FALSE;
}
