/* years.c - the year that a report plans and the years that it looks back on
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "years.h"

#include <string.h>

#include "date.h"

#define HEADING_MAX 180 /* bytes */
#define TERM 5          /* years */

static const char *const numerals[]
    = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
static const char *const review_words[] = { "回顾", "总结" };
static const char *const plan_words[]
    = { "任务", "目标", "要求", "安排", "部署", "建议", "打算", "重点", "思路" };
static const char *const work_words[] = { "工作" };
static const char *const term_words[] = { "五年", "本届政府", "”时期" };
static const char *const distant_words[] = { "远景", "规划" };

static gboolean
has_one_of (const char *text, const char *const words[], gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The words behind 一、, or NULL when the line is no heading. */
static char *
read_heading (const char *line, gsize length)
{
  gsize at = 0;

  while (at < length && (line[at] == ' ' || line[at] == '\t'))
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (numerals) && length <= HEADING_MAX; i++)
    {
      g_autofree char *mark = g_strconcat (numerals[i], "、", NULL);

      if (length - at > strlen (mark) && memcmp (line + at, mark, strlen (mark)) == 0)
        return g_strndup (line + at + strlen (mark), length - at - strlen (mark));
    }

  return NULL;
}

/* The words between one year and the next tell what the first is for.  Of work alone a report's
 * first part tells what was done, a later one what will be. */
static void
take_year (const char *words, int year, gboolean first, Years *years)
{
  gboolean work = has_one_of (words, work_words, G_N_ELEMENTS (work_words));
  gboolean plan = has_one_of (words, plan_words, G_N_ELEMENTS (plan_words)) || (work && !first);
  gboolean review
      = has_one_of (words, review_words, G_N_ELEMENTS (review_words)) || (work && first && !plan);

  if (review && years->review == 0)
    years->review = year;
  else if (!review && plan && years->plan == 0
           && !has_one_of (words, distant_words, G_N_ELEMENTS (distant_words)))
    years->plan = year;
}

static void
read_years (const char *heading, gboolean first, Years *years)
{
  gsize length = strlen (heading), at = 0, next = 0;
  int year = date_find_year (heading, length, &at), after;

  for (; year != 0; year = after, at = next)
    {
      g_autofree char *words = NULL;
      gsize from = at + 1;

      after = date_find_year (heading + from, length - from, &next);
      next = after != 0 ? from + next : length;
      words = g_strndup (heading + at, next - at);
      take_year (words, year, first, years);
    }
}

Years
years_read (const char *text, gsize length)
{
  Years years = { 0, 0, FALSE };
  const char *end = text + length, *stop;
  gboolean first = TRUE;

  for (const char *line = text; line < end; line = stop + 1)
    {
      g_autofree char *heading = NULL;

      stop = memchr (line, '\n', (gsize)(end - line));
      if (stop == NULL)
        stop = end;
      heading = read_heading (line, (gsize)(stop - line));
      if (heading == NULL)
        continue;
      if (first)
        years.term = has_one_of (heading, term_words, G_N_ELEMENTS (term_words));
      read_years (heading, first, &years);
      first = FALSE;
    }

  return years;
}

char *
years_review_period (const Years *years, int report_year)
{
  if (years->review == 0 && years->term)
    return g_strdup_printf ("%d/%d", report_year - TERM, report_year - 1);

  return g_strdup_printf ("%d", years->review != 0 ? years->review : report_year - 1);
}
