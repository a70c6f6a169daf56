/* years.h - the year that a report plans and the years that it looks back on
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* What the headings of the parts (一、2021年工作回顾, 三、2022年工作安排) tell; 0: nothing. */
typedef struct
{
  int plan;
  int review;
  gboolean term; /* the review is of a whole term */
} Years;

Years years_read (const char *text, gsize length);

/* 2021 or 2017/2021, for a report of `report_year`. */
char *years_review_period (const Years *years, int report_year);
