/* calendar.c - reads calendar dates, years and spans of them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "calendar.h"

#include <string.h>

#include "numeral.h"
#include "utf8.h"

/* Years that a report can speak of; 1500 亩 and 1682 户 are followed by something else than 年. */
#define FIRST_YEAR 1840
#define LAST_YEAR 2199

typedef struct
{
  gint year, month, day; /* 0: not named */
} Day;

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} Reader;

static const char *const separators[] = { "-", "－", "—", "–", "~", "～", "至", "到", "─" };

static gboolean
take_word (Reader *reader, const char *word)
{
  gsize at = jd_utf8_skip_blanks (reader->text, reader->length, reader->at);
  gsize n = strlen (word);

  if (reader->length - at < n || memcmp (reader->text + at, word, n) != 0)
    return FALSE;
  reader->at = at + n;
  return TRUE;
}

/* A whole number within `low` and `high`, in digits or Chinese. */
static gboolean
take_number (Reader *reader, gint low, gint high, gint *value)
{
  const guint odd = JD_NUMERAL_MORE | JD_NUMERAL_POINT | JD_NUMERAL_OVERFLOW | JD_NUMERAL_SCALED
                    | JD_NUMERAL_SPREAD | JD_NUMERAL_PERCENT | JD_NUMERAL_FRACTION
                    | JD_NUMERAL_BARE;
  gsize at = jd_utf8_skip_blanks (reader->text, reader->length, reader->at);
  JdNumeral numeral;

  if (!jd_numeral_read (reader->text + at, reader->length - at, &numeral) || (numeral.flags & odd)
      || numeral.value.digits < low || numeral.value.digits > high)
    return FALSE;
  *value = (gint)numeral.value.digits;
  reader->at = at + numeral.length;
  return TRUE;
}

static gboolean
take_separator (Reader *reader)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    while (take_word (reader, separators[i]))
      found = TRUE;
  return found;
}

/* 4月28日 behind a year, or alone. */
static void
take_month (Reader *reader, Day *day)
{
  Reader start = *reader;
  gint month, number;

  if (!take_number (reader, 1, 12, &month) || !take_word (reader, "月"))
    {
      *reader = start;
      return;
    }
  day->month = month;
  start = *reader;
  if (take_number (reader, 1, 31, &number)
      && (take_word (reader, "日") || take_word (reader, "号")))
    day->day = number;
  else
    *reader = start;
}

static gboolean
take_year (Reader *reader, Day *day)
{
  Reader start = *reader;

  if (take_number (reader, FIRST_YEAR, LAST_YEAR, &day->year) && take_word (reader, "年"))
    return TRUE;
  *reader = start;
  day->year = 0;
  return FALSE;
}

/* 2022-04-28, 2022.4.28, 2022/4/28.  The numeral's own point must not swallow the month. */
static gboolean
take_plain (Reader *reader, Day *day)
{
  const char *p = reader->text + reader->at, *end = reader->text + reader->length;
  gint parts[3] = { 0, 0, 0 };
  gsize n = 0, width = 0;
  char mark = 0;

  for (; p < end && n < 3; p++)
    if (g_ascii_isdigit (*p) && width < 4)
      parts[n] = parts[n] * 10 + (*p - '0'), width++;
    else if (n < 2 && width > 0 && (mark == 0 ? strchr ("-./", *p) != NULL : *p == mark))
      mark = *p, n++, width = 0;
    else
      break;
  if (n != 2 || width == 0 || parts[0] < FIRST_YEAR || parts[0] > LAST_YEAR || parts[1] < 1
      || parts[1] > 12 || parts[2] < 1 || parts[2] > 31)
    return FALSE;
  *day = (Day){ parts[0], parts[1], parts[2] };
  reader->at = (gsize)(p - reader->text);
  return TRUE;
}

/* 2016-2020年, 1-6月: the first has no word of its own. */
static gboolean
take_span (Reader *reader, Day *from, Day *to)
{
  Reader start = *reader;
  gint first;

  if (take_number (reader, FIRST_YEAR, LAST_YEAR, &first) && take_separator (reader)
      && take_year (reader, to) && first < to->year)
    {
      from->year = first;
      return TRUE;
    }
  *reader = start;
  if (take_number (reader, 1, 12, &first) && take_separator (reader))
    {
      take_month (reader, to);
      from->month = first;
      if (to->month > first && to->day == 0)
        return TRUE;
    }
  *reader = start;
  *from = *to = (Day){ 0, 0, 0 };
  return FALSE;
}

static gboolean
take_day (Reader *reader, Day *day)
{
  if (take_plain (reader, day))
    return TRUE;
  take_year (reader, day);
  take_month (reader, day);
  return day->year > 0 || day->month > 0;
}

/* 11月至2月 crosses a year; years do not go back. */
static gboolean
is_span (Day from, Day to)
{
  if ((from.year > 0) != (to.year > 0) || (from.month > 0) != (to.month > 0))
    return FALSE;
  if (from.year != to.year || from.year == 0)
    return from.year <= to.year;

  return from.month < to.month || (from.month == to.month && from.day < to.day);
}

/* 2021年至2025年: both with their words, and of the same sort. */
static void
take_second (Reader *reader, Day from, Day *to)
{
  Reader start = *reader;

  if (take_separator (reader) && take_day (reader, to) && is_span (from, *to))
    return;
  *reader = start;
  *to = (Day){ 0, 0, 0 };
}

static gsize
format_day (Day day, char *buffer, gsize size)
{
  if (day.year > 0 && day.month == 0)
    return (gsize)g_snprintf (buffer, size, "%04d", day.year);
  if (day.year > 0 && day.day == 0)
    return (gsize)g_snprintf (buffer, size, "%04d-%02d", day.year, day.month);
  if (day.year > 0)
    return (gsize)g_snprintf (buffer, size, "%04d-%02d-%02d", day.year, day.month, day.day);
  if (day.day == 0)
    return (gsize)g_snprintf (buffer, size, "--%02d", day.month);
  return (gsize)g_snprintf (buffer, size, "--%02d-%02d", day.month, day.day);
}

/* Most numerals are no dates: what follows the first one tells. */
static gboolean
may_be_date (const char *text, gsize length)
{
  static const char *const marks[]
      = { "年", "月", "-", "－", "—", "–", "~", "～", "至", "到", "─", ".", "/" };
  JdNumeral numeral;
  gsize at, n;

  if (!jd_numeral_read (text, MIN (length, JD_NUMERAL_SHORT), &numeral))
    return FALSE;
  at = jd_utf8_skip_blanks (text, length, numeral.length);
  jd_utf8_get (text + at, text + length, &n);
  for (gsize i = 0; n > 0 && i < G_N_ELEMENTS (marks); i++)
    if (strlen (marks[i]) == n && memcmp (text + at, marks[i], n) == 0)
      return TRUE;
  return (numeral.flags & JD_NUMERAL_POINT) != 0;
}

gboolean
jd_date_read (const char *text, gsize length, JdDate *date)
{
  Reader reader = { text, length, 0 };
  Day from = { 0, 0, 0 }, to = { 0, 0, 0 };
  gsize n;

  if (!may_be_date (text, length))
    return FALSE;
  if (!take_span (&reader, &from, &to))
    {
      if (!take_day (&reader, &from))
        return FALSE;
      take_second (&reader, from, &to);
    }
  date->length = reader.at;
  date->first = from.year;
  date->year = to.year > 0 ? to.year : from.year;
  n = format_day (from, date->iso, sizeof date->iso);
  if (to.year > 0 || to.month > 0)
    {
      date->iso[n++] = '/';
      format_day (to, date->iso + n, sizeof date->iso - n);
    }
  return TRUE;
}
