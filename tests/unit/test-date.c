/* test-date.c - the metadata plugin's dates
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/metadata/date.h"
#include "suite.h"

START_TEST (finds_dates)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: none */
  } rows[] = {
    { "——2022年4月28日在云溪区", "2022-04-28" },
    { "２０２１年１２月３日", "2021-12-03" },
    { "二〇二三年二月二十六日", "2023-02-26" },
    { "二○二〇年十月十日", "2020-10-10" },
    { "1 9 9 8 年3 月5 日", "1998-03-05" },
    { "2022年30月1日，2022年4月1日", "2022-04-01" },
    { "2023年2月29日", NULL },
    { "2022年4月", NULL },
    { "1922年4月1日", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char iso[DATE_BUFFER] = "";
      gsize end;

      ck_assert_msg (date_find (rows[i].text, strlen (rows[i].text), iso, &end)
                         == (rows[i].iso != NULL),
                     "%s", rows[i].text);
      ck_assert_str_eq (iso, rows[i].iso != NULL ? rows[i].iso : "");
    }
}
END_TEST

START_TEST (finds_years)
{
  static const struct
  {
    const char *text;
    int year;
    gsize at;
  } rows[] = {
    { "2022年工作安排", 2022, 0 },
    { "关于1 9 9 8 年政府工作", 1998, strlen ("关于") },
    { "报告２００１年的工作", 2001, strlen ("报告") },
    { "12345热线", 0, 7 },
    { "2022 工作", 0, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize at = 7;

      ck_assert_int_eq (date_find_year (rows[i].text, strlen (rows[i].text), &at), rows[i].year);
      ck_assert_uint_eq (at, rows[i].at);
    }
}
END_TEST

JD_SUITE ("date", finds_dates, finds_years)
