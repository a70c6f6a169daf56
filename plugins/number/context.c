/* context.c - what the document says about all figures of a passage: done or planned, and when
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "context.h"

#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "numeral.h"
#include "utf8.h"

/* Deeper than sections go. */
#define DEEPEST 8

/* A government's term and a programme, in years. */
#define TERM 5

/* The first year of the thirteenth programme (“十三五”). */
#define PROGRAM_NUMBER 13
#define PROGRAM_YEAR 2016

typedef struct
{
  gsize end;
  const char *role;
  JdPassage passage;
} Open;

struct JdContext
{
  const JdLayer *sections; /* NULL: none */
  const JdWords *cues;
  int title, role;
  gsize next; /* the next section to open */
  Open open[DEEPEST];
  guint n_open;
  gint year;          /* of the report; 0: unknown */
  const char *review; /* review_period; NULL: unknown */
};

typedef enum
{
  TIME_NONE,
  TIME_LAST_YEAR,
  TIME_THIS_YEAR,
  TIME_TERM,
  TIME_COMING,
} RoleTime;

static const struct
{
  const char *role;
  JdStance stance;
  RoleTime time;
} roles[] = {
  { "front", JD_STANCE_DONE, TIME_NONE },
  { "opening", JD_STANCE_DONE, TIME_THIS_YEAR },
  { "review", JD_STANCE_DONE, TIME_LAST_YEAR },
  { "achievements_term", JD_STANCE_DONE, TIME_TERM },
  { "insights", JD_STANCE_DONE, TIME_NONE },
  { "problems", JD_STANCE_DONE, TIME_LAST_YEAR },
  { "guidance", JD_STANCE_PLANNED, TIME_THIS_YEAR },
  { "targets", JD_STANCE_PLANNED, TIME_THIS_YEAR },
  { "tasks", JD_STANCE_PLANNED, TIME_THIS_YEAR },
  { "plan_term", JD_STANCE_PLANNED, TIME_COMING },
  { "self_building", JD_STANCE_PLANNED, TIME_THIS_YEAR },
  { "thanks", JD_STANCE_DONE, TIME_NONE },
  { "closing", JD_STANCE_PLANNED, TIME_NONE },
};

static void
set_year (JdPeriod *period, gint year)
{
  g_snprintf (period->text, sizeof period->text, "%04d", CLAMP (year, 0, 9999));
}

static void
set_years (JdPeriod *period, gint first, gint last)
{
  g_snprintf (period->text, sizeof period->text, "%04d/%04d", CLAMP (first, 0, 9999),
              CLAMP (last, 0, 9999));
}

static void
set_term (const JdContext *context, JdPeriod *period)
{
  if (context->review != NULL && strchr (context->review, '/') != NULL)
    g_strlcpy (period->text, context->review, sizeof period->text);
  else
    set_years (period, context->year - TERM, context->year - 1);
}

static gboolean
resolve_time (const JdContext *context, RoleTime time, JdPeriod *period)
{
  if (context->year == 0 || time == TIME_NONE)
    return FALSE;
  if (time == TIME_TERM)
    set_term (context, period);
  else if (time == TIME_COMING)
    set_years (period, context->year, context->year + TERM - 1);
  else if (time == TIME_LAST_YEAR && context->review != NULL
           && strchr (context->review, '/') == NULL)
    g_strlcpy (period->text, context->review, sizeof period->text);
  else
    set_year (period, time == TIME_LAST_YEAR ? context->year - 1 : context->year);
  return TRUE;
}

gboolean
jd_context_resolve (const JdContext *context, const JdCue *cue, JdPeriod *period)
{
  gint first = PROGRAM_YEAR + TERM * (cue->number - PROGRAM_NUMBER);

  switch (cue->group)
    {
    case JD_CUE_PROGRAM:
      set_years (period, first, first + TERM - 1);
      return TRUE;
    case JD_CUE_TERM:
      return resolve_time (context, TIME_TERM, period);
    case JD_CUE_COMING:
      return resolve_time (context, TIME_COMING, period);
    case JD_CUE_YEAR:
      if (context->year == 0)
        return FALSE;
      set_year (period, context->year + cue->number);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first time that a title names: 一、2022年工作回顾, 二、今后五年…. */
static gboolean
read_title (const JdContext *context, const char *title, JdPeriod *period)
{
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (JdCue));
  gsize length = strlen (title);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      JdDate date;

      if (!jd_numeral_begins (g_utf8_get_char (p))
          || !jd_date_read (p, length - (gsize)(p - title), &date) || date.year == 0)
        continue;
      if (date.first != date.year)
        set_years (period, date.first, date.year);
      else
        set_year (period, date.year);
      return TRUE;
    }
  jd_cue_collect (context->cues, title, 0, length, cues);
  for (guint i = 0; i < cues->len; i++)
    if (jd_context_resolve (context, &g_array_index (cues, JdCue, i), period))
      return TRUE;
  return FALSE;
}

static void
set_role (const JdContext *context, const char *role, JdPassage *passage)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (roles[i].role, role) == 0)
      {
        passage->stance = roles[i].stance;
        resolve_time (context, roles[i].time, &passage->period);
      }
}

static void
open_section (JdContext *context, gsize row, gsize end)
{
  const char *role = jd_layer_string (context->sections, row, context->role);
  const char *title = jd_layer_string (context->sections, row, context->title);
  const Open *parent = context->n_open > 0 ? &context->open[context->n_open - 1] : NULL;
  Open section = { .end = end, .role = role };

  if (context->n_open == DEEPEST)
    return;
  if (parent != NULL)
    section.passage = parent->passage;
  if (role != NULL && (parent == NULL || g_strcmp0 (role, parent->role) != 0))
    set_role (context, role, &section.passage);
  if (title != NULL)
    read_title (context, title, &section.passage.period);
  context->open[context->n_open++] = section;
}

static void
close_sections (JdContext *context, gsize at)
{
  while (context->n_open > 0 && context->open[context->n_open - 1].end <= at)
    context->n_open--;
}

JdPassage
jd_context_at (JdContext *context, gsize at)
{
  while (context->sections != NULL && context->next < jd_layer_length (context->sections))
    {
      JdSpan span = jd_layer_span (context->sections, context->next);

      if (span.begin > at)
        break;
      close_sections (context, span.begin);
      open_section (context, context->next++, span.end);
    }
  close_sections (context, at);
  return context->n_open > 0 ? context->open[context->n_open - 1].passage : (JdPassage){ 0 };
}

JdContext *
jd_context_new (const JdDocument *document, const JdWords *cues)
{
  JdContext *context = g_new0 (JdContext, 1);
  const char *year = jd_document_fact (document, "report_year");

  context->sections = jd_document_layer (document, "section");
  context->cues = cues;
  if (context->sections != NULL)
    {
      context->title = jd_layer_column (context->sections, "title");
      context->role = jd_layer_column (context->sections, "role");
    }
  context->review = jd_document_fact (document, "review_period");
  context->year = year != NULL ? (gint)strtol (year, NULL, 10) : 0;
  return context;
}

void
jd_context_free (JdContext *context)
{
  g_free (context);
}
