/* date.c - dates as a title block writes them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "date.h"

#include <stdio.h>
#include <string.h>

#define YEAR_MIN 1949
#define YEAR_MAX 2099

/* Row: value; columns: ways to write it. */
static const char *const figures[][5] = {
  { "0", "０", "〇", "零", "○" },  { "1", "１", "一", NULL, NULL }, { "2", "２", "二", NULL, NULL },
  { "3", "３", "三", NULL, NULL }, { "4", "４", "四", NULL, NULL }, { "5", "５", "五", NULL, NULL },
  { "6", "６", "六", NULL, NULL }, { "7", "７", "七", NULL, NULL }, { "8", "８", "八", NULL, NULL },
  { "9", "９", "九", NULL, NULL },
};

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static gboolean
take (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(cursor->end - cursor->at) < length || memcmp (cursor->at, word, length) != 0)
    return FALSE;
  cursor->at += length;

  return TRUE;
}

static void
skip_blanks (Cursor *cursor)
{
  while (take (cursor, " ") || take (cursor, "　"))
    ;
}

/* A figure, or -1. */
static int
take_figure (Cursor *cursor)
{
  for (gsize value = 0; value < G_N_ELEMENTS (figures); value++)
    for (gsize i = 0; i < G_N_ELEMENTS (figures[value]) && figures[value][i] != NULL; i++)
      if (take (cursor, figures[value][i]))
        return (int)value;

  return -1;
}

/* Four figures and 年; 0 for anything else. */
static int
take_year (Cursor *cursor)
{
  int year = 0;

  for (int i = 0; i < 4; i++)
    {
      int figure = take_figure (cursor);

      if (figure < 0)
        return 0;
      year = year * 10 + figure;
      skip_blanks (cursor);
    }

  return take (cursor, "年") && year >= YEAR_MIN && year <= YEAR_MAX ? year : 0;
}

/* 1 to 99, as 4, 28, 十, 二十八, before `mark`; 0 for anything else. */
static int
take_number (Cursor *cursor, const char *mark)
{
  int first, second, value;
  gboolean ten;

  skip_blanks (cursor);
  first = take_figure (cursor);
  skip_blanks (cursor);
  ten = take (cursor, "十");
  second = take_figure (cursor);
  skip_blanks (cursor);
  if (ten)
    value = (first < 0 ? 1 : first) * 10 + MAX (second, 0);
  else
    value = second < 0 ? first : first * 10 + second;

  return take (cursor, mark) ? MAX (value, 0) : 0;
}

int
date_read_year (const char *text, gsize length)
{
  Cursor cursor = { text, text + length };

  return take_year (&cursor);
}

int
date_find_year (const char *text, gsize length, gsize *at)
{
  for (gsize i = 0; i < length; i++)
    {
      int year = date_read_year (text + i, length - i);

      if (year != 0)
        {
          if (at != NULL)
            *at = i;
          return year;
        }
    }

  return 0;
}

gboolean
date_find (const char *text, gsize length, char iso[DATE_BUFFER], gsize *end)
{
  for (gsize i = 0; i < length; i++)
    {
      Cursor cursor = { text + i, text + length };
      int year = take_year (&cursor);
      int month = year != 0 ? take_number (&cursor, "月") : 0;
      int day = month != 0 ? take_number (&cursor, "日") : 0;

      if (day == 0 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        continue;
      g_snprintf (iso, DATE_BUFFER, "%04u-%02u-%02u", (guint)year % 10000, (guint)month % 100,
                  (guint)day % 100);
      *end = (gsize)(cursor.at - text);
      return TRUE;
    }

  return FALSE;
}
