/* test-years.c - the year that a report plans and the years that it looks back on
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/metadata/years.h"
#include "suite.h"

START_TEST (reads_headings)
{
  static const struct
  {
    const char *text;
    int plan;
    int review;
    gboolean term;
  } rows[] = {
    { "一、2021年工作回顾\n三、2022年工作安排\n", 2022, 2021, FALSE },
    { "一、本届政府工作回顾\n三、2022 年重点工作\n", 2022, 0, TRUE },
    { "一、1998年工作回顾和1999年工作的总体要求\n", 1999, 1998, FALSE },
    { "一、2025年和“十四五”时期工作回顾\n二、2035年远景目标\n", 0, 2025, TRUE },
    { "一、2021年主要工作\n二、2022年工作\n", 2022, 2021, FALSE },
    { "一、2022年重点工作\n", 2022, 0, FALSE },
    { "2022年工作安排\n", 0, 0, FALSE },
    { "", 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Years years = years_read (rows[i].text, strlen (rows[i].text));

      ck_assert_msg (years.plan == rows[i].plan && years.review == rows[i].review
                         && years.term == rows[i].term,
                     "%s: %d %d %d", rows[i].text, years.plan, years.review, years.term);
    }
}
END_TEST

START_TEST (tells_review_period)
{
  static const struct
  {
    Years years;
    const char *period;
  } rows[] = {
    { { 2022, 2021, FALSE }, "2021" },
    { { 2022, 0, FALSE }, "2021" },
    { { 2022, 0, TRUE }, "2017/2021" },
    { { 2022, 2021, TRUE }, "2021" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *period = years_review_period (&rows[i].years, 2022);

      ck_assert_str_eq (period, rows[i].period);
    }
}
END_TEST

JD_SUITE ("years", reads_headings, tells_review_period)
