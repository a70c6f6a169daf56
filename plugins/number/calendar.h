/* calendar.h - reads calendar dates, years and spans of them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * 2022年4月28日, 2022 年 4 月, 2035年, 二〇三五年, 2016-2020年, 2021年至2025年, 1-6月, 4月28日,
 * 2022-04-28.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "2022-04-28/2022-04-30" and its NUL fit. */
#define JD_DATE_BUFFER 24

typedef struct
{
  gsize length;             /* in bytes */
  gint year;                /* the last year named; 0: none */
  gint first;               /* the first year named; the same as `year` where there is one only */
  char iso[JD_DATE_BUFFER]; /* 2022-04-28, 2022-04, 2022, 2016/2020; --04-28, --06 without a year */
} JdDate;

/* Reads the date that `text` begins with.  FALSE, leaving `date` alone, when there is none; 15年
 * and 6个月 are lengths of time, no dates. */
gboolean jd_date_read (const char *text, gsize length, JdDate *date);

G_END_DECLS
