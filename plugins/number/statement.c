/* statement.c - what a figure says: of what, how, when, and whether it is done or planned
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "statement.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"
#include "utf8.h"

/* A paragraph's first words set the time for all of it (五年来，…), within so many bytes. */
#define LEAD_BYTES 60

JdReading *
jd_reading_new (const JdNounLists *lists,
                JdContext *context,
                const char *text,
                gsize length,
                const GArray *figures)
{
  JdReading *reading = g_new0 (JdReading, 1);

  reading->lists = lists;
  reading->context = context;
  reading->text = text;
  reading->length = length;
  reading->figures = figures;
  jd_cue_walk_begin (&reading->walk, lists->cues, text, length);
  return reading;
}

void
jd_reading_free (JdReading *reading)
{
  if (reading == NULL)
    return;
  jd_cue_walk_end (&reading->walk);
  g_free (reading);
}

static gboolean
ends_with (const char *text, gsize end, const char *word)
{
  gsize n = strlen (word);

  return end >= n && memcmp (text + end - n, word, n) == 0;
}

gboolean
jd_reading_continues (const JdReading *reading, gsize at, const char *word)
{
  gsize n = strlen (word);

  return reading->length - at >= n && memcmp (reading->text + at, word, n) == 0;
}

/* Where 比 begins of a year that something is held against (比2015年, 是2015年的); 0: no such year.
 */
static gsize
find_base (const JdReading *reading, const JdFigure *figure)
{
  static const char *const before[] = { "比", "较", "与", "同", "是", "自", "从", "由", "于" };
  static const char *const after[] = { "以来", "相比", "的", "至", "到" };
  gsize end = jd_utf8_skip_blanks (reading->text, reading->length, figure->core.end);

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (ends_with (reading->text, figure->core.begin, before[i]))
      return figure->core.begin - strlen (before[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (jd_reading_continues (reading, end, after[i]))
      return figure->core.begin;
  return 0;
}

static void
set_date (JdPeriod *period, const JdDate *date)
{
  if (date->year == date->first)
    g_snprintf (period->text, sizeof period->text, "%04d", CLAMP (date->year, 0, 9999));
  else
    g_snprintf (period->text, sizeof period->text, "%04d/%04d", CLAMP (date->first, 0, 9999),
                CLAMP (date->year, 0, 9999));
}

static void
start_paragraph (JdReading *reading)
{
  g_autoptr (GArray) cues = g_array_new (FALSE, FALSE, sizeof (JdCue));
  gsize begin = reading->walk.paragraph;
  gsize end = MIN (begin + LEAD_BYTES, reading->length);
  JdDate date;

  reading->paragraph_time = (JdPeriod){ "" };
  while (begin < end && (reading->text[begin] == '*' || reading->text[begin] == ' '))
    begin++;
  end = jd_cue_clause_end (reading->text, begin, end);
  if (jd_date_read (reading->text + begin, end - begin, &date) && date.year > 0)
    set_date (&reading->paragraph_time, &date);
  jd_cue_collect (reading->lists->cues, reading->text, begin, end, cues);
  for (guint i = 0; i < cues->len; i++)
    jd_context_resolve (reading->context, &g_array_index (cues, JdCue, i),
                        &reading->paragraph_time);
}

static void
start_sentence (JdReading *reading)
{
  reading->sentence_time = (JdPeriod){ "" };
  reading->announced = reading->recalled = FALSE;
  reading->used = 0;
  reading->base = 0;
  reading->named = 0;
  reading->total = 0;
  reading->topic = (JdNoun){ 0 };
}

static void
start_clause (JdReading *reading)
{
  if (reading->group.n > 0)
    reading->previous = reading->group;
  reading->group.n = 0;
  reading->cut = MAX (reading->cut, reading->walk.clause);
}

/* What a new paragraph, sentence, segment or clause makes forgotten. */
static void
cross_boundaries (JdReading *reading)
{
  const JdCueWalk *walk = &reading->walk;
  gboolean first = !reading->started;

  if (first || walk->paragraph != reading->paragraph)
    start_paragraph (reading);
  if (first || walk->sentence != reading->sentence)
    start_sentence (reading);
  if (first || walk->segment != reading->segment)
    {
      reading->last = (JdNoun){ 0 };
      reading->group.n = reading->previous.n = reading->shares.n = 0;
    }
  if (first || walk->clause != reading->clause)
    start_clause (reading);
  reading->started = TRUE;
  reading->paragraph = walk->paragraph;
  reading->sentence = walk->sentence;
  reading->segment = walk->segment;
  reading->clause = walk->clause;
}

/* Time and intention hold from where they are named to the end of the sentence. */
static void
absorb_cues (JdReading *reading)
{
  const GArray *cues = reading->walk.cues;

  for (; reading->used < cues->len; reading->used++)
    {
      const JdCue *cue = &g_array_index (cues, JdCue, reading->used);

      jd_context_resolve (reading->context, cue, &reading->sentence_time);
      reading->announced |= cue->group == JD_CUE_FUTURE || cue->group == JD_CUE_COMING
                            || (cue->group == JD_CUE_YEAR && cue->number >= 0);
      if (cue->group == JD_CUE_TOTAL)
        reading->total = cue->begin + 1;
      reading->recalled
          |= cue->group == JD_CUE_PRESENT || (cue->group == JD_CUE_YEAR && cue->number < 0);
    }
}

static const JdFigure *
find_next (const JdReading *reading, guint index)
{
  for (guint i = index + 1; i < reading->figures->len; i++)
    {
      const JdFigure *figure = &g_array_index (reading->figures, JdFigure, i);

      if (jd_figure_is_measured (figure))
        return figure;
    }
  return NULL;
}

/* Length of time is no measure of what it is said of. */
static void
remember (JdReading *reading, const JdSpot *spot, const JdStatement *statement)
{
  const JdUnit *unit = spot->figure->unit;

  if (statement->status == JD_STATUS_OTHER)
    return;
  reading->last = statement->noun;
  reading->last_unit = unit;
  reading->last_measure = statement->measure;
  reading->last_aggregate = statement->aggregate;
  if (unit != NULL && unit->group == JD_UNIT_COUNT)
    reading->topic = statement->noun;
  if (reading->group.n < JD_MOST_NOUNS)
    reading->group.nouns[reading->group.n++] = statement->noun;
}

static void
read_time (JdReading *reading, const JdFigure *figure)
{
  gsize base = figure->date.year > 0 ? find_base (reading, figure) : 0;

  if (figure->date.year == 0)
    return;
  reading->named = figure->date.year;
  reading->named_end = figure->core.end;
  if (base > 0)
    {
      reading->base = figure->date.year;
      reading->base_begin = base;
      return;
    }
  set_date (&reading->sentence_time, &figure->date);
  reading->cut = figure->core.end;
}

/* 比2015年增长: what grew since is about the years from 2016 on. */
static void
count_from_base (const JdReading *reading, JdPeriod *period)
{
  const char *slash = strchr (period->text, '/');
  gint last = atoi (slash != NULL ? slash + 1 : period->text);
  JdDate span = { .first = reading->base + 1, .year = last };

  if (last > reading->base + 1)
    set_date (period, &span);
}

/* 由2017年的2.6万元: the year belongs to this figure. */
static gboolean
has_own_year (const JdReading *reading, const JdSpot *spot)
{
  gsize at = reading->named_end;

  if (reading->named == 0 || at < spot->begin)
    return FALSE;
  at += jd_reading_continues (reading, at, "的") ? strlen ("的") : 0;
  return jd_utf8_skip_blanks (reading->text, reading->length, at) == spot->end;
}

static JdPeriod
find_period (const JdReading *reading,
             const JdPassage *passage,
             const JdSpot *spot,
             JdMeasure measure)
{
  JdPeriod period = passage->period;

  if (*reading->sentence_time.text != '\0')
    period = reading->sentence_time;
  else if (*reading->paragraph_time.text != '\0')
    period = reading->paragraph_time;
  if (spot->figure->kind == JD_FIGURE_AMOUNT && has_own_year (reading, spot))
    g_snprintf (period.text, sizeof period.text, "%04d", CLAMP (reading->named, 0, 9999));
  else if (spot->noun_end < spot->end
           && (measure == JD_MEASURE_GROWTH || measure == JD_MEASURE_DECLINE
               || measure == JD_MEASURE_CHANGE))
    count_from_base (reading, &period);
  return period;
}

static gboolean
is_between_empty (const JdReading *reading, gsize begin, gsize end)
{
  JdSpan phrase = jd_noun_trim (&reading->walk, begin, end);

  return phrase.end == phrase.begin
         && jd_cue_last (&reading->walk, begin, end,
                         ~(JD_CUE_SET (JD_CUE_FILLER) | JD_CUE_SET (JD_CUE_SOFT)))
                == NULL;
}

static void
look_around (const JdReading *reading, guint index, JdSpot *spot)
{
  spot->next = find_next (reading, index);
  spot->begin = MAX (reading->cut, reading->walk.clause);
  spot->end = MAX (spot->figure->outer.begin, spot->begin);
  spot->noun_end = reading->base_begin >= spot->begin && reading->base > 0
                       ? MIN (reading->base_begin, spot->end)
                       : spot->end;
  spot->thing = jd_reading_thing (reading, spot);
  spot->is_threshold = jd_reading_is_threshold (spot);
  spot->is_empty = is_between_empty (reading, spot->begin, spot->end);
}

gboolean
jd_reading_next (JdReading *reading, guint index, JdStatement *statement)
{
  JdSpot spot = { .figure = &g_array_index (reading->figures, JdFigure, index) };
  const JdFigure *figure = spot.figure;
  JdStatement said = { 0 };
  JdPassage passage;

  if (figure->kind == JD_FIGURE_NAME || figure->kind == JD_FIGURE_ORDINAL)
    return FALSE;
  jd_cue_walk_to (&reading->walk, figure->outer.begin);
  cross_boundaries (reading);
  absorb_cues (reading);
  if (figure->kind == JD_FIGURE_DATE)
    {
      read_time (reading, figure);
      return FALSE;
    }
  look_around (reading, index, &spot);
  passage = jd_context_at (reading->context, figure->core.begin);
  said.noun = jd_reading_noun (reading, &spot);
  said.measure = jd_reading_measure (reading, &spot, &said.noun);
  said.status = jd_reading_status (reading, &spot, passage.stance, &said);
  said.bound = jd_reading_bound (figure->bound, said.status);
  said.period = find_period (reading, &passage, &spot, said.measure);
  said.aggregate = jd_reading_aggregate (reading, &spot, &said);
  remember (reading, &spot, &said);
  if (figure->unit != NULL && figure->unit->group == JD_UNIT_TIME)
    said.noun.indicator = NULL;
  if (!spot.is_threshold)
    reading->cut = figure->outer.end;
  *statement = said;
  return TRUE;
}
