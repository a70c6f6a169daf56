/* outcome.h - what became of a goal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "paper.h"

/* A goal for all residents may be told for town and country apart. */
#define JD_MOST_ACTUALS 2

typedef struct
{
  JdVerdict verdict;
  gboolean claimed;               /* by the report's words, not by a figure */
  const JdPaper *paper;           /* the report that tells; NULL: none in this run */
  const JdRows *rows;             /* quantities or claims of `paper` */
  gsize n_actuals;                /* 0: the report tells nothing */
  gsize actuals[JD_MOST_ACTUALS]; /* rows of `rows` */
  gboolean has_figure;            /* there is one figure, in the goal's direction */
  JdFigure figure;
} JdOutcome;

/* `review` is the report that tells, or NULL. */
void jd_outcome_find (const JdPaper *paper,
                      gsize target,
                      const JdPaper *review,
                      const JdTolerances *tolerances,
                      JdOutcome *outcome);
