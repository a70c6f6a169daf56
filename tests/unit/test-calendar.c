/* test-calendar.c - dates, years and spans, and lengths of time that are none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/number/calendar.h"

#include "suite.h"

static const struct
{
  const char *text;
  const char *iso;
  const char *rest;
} dates[] = {
  { "2022年4月28日在", "2022-04-28", "在" },
  { "2022 年 4 月", "2022-04", "" },
  { "2035年远景", "2035", "远景" },
  { "二〇三五年", "2035", "" },
  { "2016-2020年", "2016/2020", "" },
  { "2021年至2025年", "2021/2025", "" },
  { "2021—2025年", "2021/2025", "" },
  { "1-6月", "--01/--06", "" },
  { "4月28日", "--04-28", "" },
  { "2022-04-28", "2022-04-28", "" },
  { "2022.4.28", "2022-04-28", "" },
  { "2019年、2020年", "2019", "、2020年" },
  { "2020年到6家", "2020", "到6家" },
  { "2022年至2005年", "2022", "至2005年" },
  { "2022年4月至2022年4月", "2022-04", "至2022年4月" },
  { "2022年4月28日至2022年5月1日", "2022-04-28/2022-05-01", "" },
  { "11月至2月", "--11/--02", "" },
};

static const char *const none[]
    = { "15年", "6个月",      "五年来",   "1500 亩", "2021",       "13月",
        "2.5",  "2021-13-01", "三年行动", "",        "2100余万年", "0年" };

START_TEST (reads_dates)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      JdDate date;

      ck_assert_msg (jd_date_read (dates[i].text, strlen (dates[i].text), &date), "%s",
                     dates[i].text);
      ck_assert_str_eq (date.iso, dates[i].iso);
      ck_assert_str_eq (dates[i].text + date.length, dates[i].rest);
    }
}
END_TEST

START_TEST (leaves_lengths_of_time_alone)
{
  JdDate date = { .length = 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    ck_assert_msg (!jd_date_read (none[i], strlen (none[i]), &date), "%s", none[i]);
  ck_assert_uint_eq (date.length, 5);
}
END_TEST

START_TEST (names_the_first_and_last_year)
{
  JdDate date;

  ck_assert (jd_date_read ("2016-2020年", strlen ("2016-2020年"), &date));
  ck_assert_int_eq (date.first, 2016);
  ck_assert_int_eq (date.year, 2020);
  ck_assert (jd_date_read ("4月28日", strlen ("4月28日"), &date));
  ck_assert_int_eq (date.year, 0);
}
END_TEST

JD_SUITE ("calendar", reads_dates, leaves_lengths_of_time_alone, names_the_first_and_last_year)
