/* statement.c - what a figure says: of what, how, when, and whether it is done or planned
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "statement.h"

#include <string.h>

#include "utf8.h"

/* Nouns that 分别 can hand out. */
#define MOST_NOUNS 8

/* A paragraph's first words set the time for all of it (五年来，…), within so many bytes. */
#define LEAD_BYTES 60

#define SET(group) (1U << (group))

typedef struct
{
  JdNoun nouns[MOST_NOUNS];
  guint n;
} Group;

struct JdReading
{
  const JdNounLists *lists;
  JdContext *context;
  const char *text;
  gsize length;
  const GArray *figures;
  JdCueWalk walk;

  gsize paragraph, sentence, segment, clause; /* as of the last figure */
  gboolean started;
  guint used; /* cues of the sentence that were looked at */
  JdPeriod paragraph_time;
  JdPeriod sentence_time;
  gboolean announced; /* 力争, 今年 in the sentence */
  gboolean recalled;  /* 已, 去年 in the sentence */
  gsize cut;          /* the phrase before the next figure begins here or later */

  Group group;    /* nouns of the figures of this clause */
  Group previous; /* of the clause before */
  Group shares;   /* what 分别 hands out */
  guint next_share;
  gsize shares_clause;
  JdSpan shares_suffix;

  JdNoun last; /* noun of the last figure of the segment */
  JdNoun topic; /* the last thing counted in the sentence */
  JdMeasure last_measure;
  JdAggregate last_aggregate;
};

/* What the readers below share about one figure. */
typedef struct
{
  const JdFigure *figure;
  const JdFigure *next; /* the next measured figure; NULL: none */
  gsize begin;          /* of the phrase before the figure */
  gsize end;
  JdSpan thing;         /* the noun behind it */
  gboolean is_shared;   /* 分别 gave the noun */
  gboolean is_threshold;
  gboolean is_empty;    /* nothing but joints stands before the figure */
} Place;

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

static gboolean
begins_with (const JdReading *reading, gsize at, const char *word)
{
  gsize n = strlen (word);

  return reading->length - at >= n && memcmp (reading->text + at, word, n) == 0;
}

/* A year that something is held against: 比2015年, 是2015年的, 2012年以来. */
static gboolean
is_base (const JdReading *reading, const JdFigure *figure)
{
  static const char *const before[] = { "比", "较", "与", "同", "是", "自", "从", "于" };
  static const char *const after[] = { "以来", "相比", "的", "至", "到" };
  gsize end = jd_utf8_skip_blanks (reading->text, reading->length, figure->core.end);

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (ends_with (reading->text, figure->core.begin, before[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (begins_with (reading, end, after[i]))
      return TRUE;
  return FALSE;
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
      reading->recalled |= cue->group == JD_CUE_PRESENT
                           || (cue->group == JD_CUE_YEAR && cue->number < 0);
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

/* 1160 处 26 万平方米违章建筑: what touches shares the noun. */
static JdSpan
find_thing (const JdReading *reading, const Place *place)
{
  const JdFigure *figure = place->figure, *next = place->next;
  gsize after = jd_utf8_skip_blanks (reading->text, reading->length, figure->outer.end);

  if (next == NULL)
    return jd_noun_after (&reading->walk, figure->outer.end, reading->length);
  if (next->outer.begin == after)
    return jd_noun_after (&reading->walk, next->outer.end, reading->length);
  return jd_noun_after (&reading->walk, figure->outer.end, next->outer.begin);
}

/* 亿元以上项目: a figure that only says which things are meant. */
static gboolean
is_threshold (const Place *place)
{
  const JdFigure *figure = place->figure;

  return figure->unit != NULL && figure->unit->group != JD_UNIT_SHARE
         && figure->unit->group != JD_UNIT_COUNT && figure->outer.end > figure->core.end
         && place->thing.end > place->thing.begin
         && (place->next == NULL || place->next->outer.begin != figure->outer.end);
}

static JdMeasure
plain_measure (const Place *place, const JdNoun *noun)
{
  switch (place->figure->kind)
    {
    case JD_FIGURE_RANK:
      return JD_MEASURE_CHANGE;
    case JD_FIGURE_MULTIPLE:
      return JD_MEASURE_RATIO;
    case JD_FIGURE_PERCENT:
      return noun->indicator != NULL && noun->indicator->is_growth ? JD_MEASURE_GROWTH
                                                                    : JD_MEASURE_SHARE;
    default:
      return JD_MEASURE_LEVEL;
    }
}

/* 保持7%以上的增长. */
static gboolean
grows_behind (const JdReading *reading, const Place *place)
{
  gsize at = place->figure->outer.end;
  JdWord word;

  at = jd_utf8_skip_blanks (reading->text, reading->length, at);
  if (!begins_with (reading, at, "的"))
    return FALSE;
  at += strlen ("的");
  return jd_words_match (reading->lists->cues, reading->text + at, reading->length - at, &word) > 0
         && (word.group == JD_CUE_GROWTH || word.group == JD_CUE_RISE);
}

static JdMeasure
read_measure (const JdReading *reading, const Place *place, const JdNoun *noun)
{
  const guint trends = SET (JD_CUE_RISE) | SET (JD_CUE_FALL);
  const guint others = SET (JD_CUE_GROWTH) | SET (JD_CUE_DECLINE) | SET (JD_CUE_LEVEL)
                       | SET (JD_CUE_SHARE) | SET (JD_CUE_PLAN);
  const JdFigure *figure = place->figure;
  gboolean relative = figure->kind == JD_FIGURE_PERCENT || figure->kind == JD_FIGURE_MULTIPLE;
  const JdCue *cue = relative ? jd_cue_last (&reading->walk, place->begin, place->end, trends)
                              : NULL;

  if (figure->kind == JD_FIGURE_RANK)
    return JD_MEASURE_CHANGE;
  if (cue != NULL)
    return cue->group == JD_CUE_RISE ? JD_MEASURE_GROWTH : JD_MEASURE_DECLINE;
  if (relative && grows_behind (reading, place))
    return JD_MEASURE_GROWTH;
  cue = jd_cue_last (&reading->walk, place->begin, place->end, others);
  if (cue == NULL || figure->bound == JD_BOUND_HELD)
    return place->is_empty && place->is_shared && reading->next_share > 1
               ? reading->last_measure
               : plain_measure (place, noun);
  if (cue->group == JD_CUE_PLAN && figure->kind == JD_FIGURE_PERCENT)
    return JD_MEASURE_COMPLETION;
  if (cue->group == JD_CUE_GROWTH)
    return JD_MEASURE_GROWTH;
  return cue->group == JD_CUE_DECLINE ? JD_MEASURE_DECLINE : plain_measure (place, noun);
}

/* In the review of a term, what was done adds up, and what is there does not. */
static gboolean
adds_up (const JdReading *reading, const Place *place, const JdStatement *statement)
{
  const guint stock = SET (JD_CUE_LEVEL) | SET (JD_CUE_STOCK) | SET (JD_CUE_RUN)
                      | SET (JD_CUE_SHARE);
  const JdFigure *figure = place->figure;

  return strchr (statement->period.text, '/') != NULL && statement->status == JD_STATUS_ACTUAL
         && figure->kind == JD_FIGURE_AMOUNT && statement->measure == JD_MEASURE_LEVEL
         && figure->unit != NULL && figure->unit->group != JD_UNIT_TIME
         && figure->bound != JD_BOUND_HELD
         && !(figure->unit->group == JD_UNIT_MONEY && begins_with (reading, figure->outer.end, "的"))
         && jd_cue_last (&reading->walk, place->begin, place->end, stock) == NULL;
}

static JdAggregate
read_aggregate (const JdReading *reading, const Place *place, const JdStatement *statement)
{
  if (jd_cue_last (&reading->walk, place->begin, place->end, SET (JD_CUE_AVERAGE)) != NULL)
    return JD_AGGREGATE_ANNUAL_AVERAGE;
  if (place->is_empty && place->is_shared && reading->next_share > 1)
    return reading->last_aggregate;
  if (statement->measure == JD_MEASURE_LEVEL
      && jd_cue_last (&reading->walk, reading->walk.clause, place->end, SET (JD_CUE_TOTAL)) != NULL)
    return JD_AGGREGATE_CUMULATIVE;
  return adds_up (reading, place, statement) ? JD_AGGREGATE_CUMULATIVE : JD_AGGREGATE_NONE;
}

/* 五年 is a length of time, 连续15年 and 优良天数 are achievements. */
static gboolean
is_length_of_time (const JdReading *reading, const Place *place, const JdStatement *statement)
{
  const JdFigure *figure = place->figure;

  return figure->unit != NULL && figure->unit->group == JD_UNIT_TIME
         && statement->measure == JD_MEASURE_LEVEL
         && jd_cue_last (&reading->walk, place->begin, place->end,
                         SET (JD_CUE_RUN) | SET (JD_CUE_LEVEL)) == NULL;
}

static JdStatus
read_status (const JdReading *reading,
             const Place *place,
             JdStance stance,
             const JdStatement *statement)
{
  if (place->is_threshold || is_length_of_time (reading, place, statement))
    return JD_STATUS_OTHER;
  if (stance == JD_STANCE_PLANNED)
    return reading->recalled && !reading->announced ? JD_STATUS_ACTUAL : JD_STATUS_TARGET;
  return stance == JD_STANCE_UNKNOWN && reading->announced ? JD_STATUS_TARGET : JD_STATUS_ACTUAL;
}

static JdBound
settle_bound (JdBound bound, JdStatus status)
{
  if (bound == JD_BOUND_HELD)
    return status == JD_STATUS_ACTUAL ? JD_BOUND_EXACT : JD_BOUND_AT_MOST;
  return bound == JD_BOUND_NONE ? JD_BOUND_EXACT : bound;
}

/* 分别 hands out the nouns before it or, when there are none, those of the clause before. */
static void
start_shares (JdReading *reading, const Place *place, const JdCue *each)
{
  JdSpan list = jd_noun_trim (&reading->walk, place->begin, each->begin);

  if (list.end > list.begin)
    reading->shares.n = jd_noun_split (reading->lists, reading->text, list,
                                       reading->shares.nouns, MOST_NOUNS);
  else if (reading->group.n > 0 || reading->previous.n > 0)
    reading->shares = reading->group.n > 0 ? reading->group : reading->previous;
  reading->next_share = 0;
  reading->shares_clause = reading->walk.clause;
  reading->shares_suffix = jd_noun_trim (&reading->walk, each->end, place->end);
}

static gboolean
take_share (JdReading *reading, Place *place, JdNoun *noun)
{
  const JdCue *each
      = jd_cue_last (&reading->walk, place->begin, place->end, SET (JD_CUE_EACH));
  JdSpan suffix;

  if (each != NULL)
    start_shares (reading, place, each);
  else if (!place->is_empty || reading->shares_clause != reading->walk.clause)
    return FALSE;
  if (reading->next_share >= reading->shares.n)
    return FALSE;
  *noun = reading->shares.nouns[reading->next_share++];
  suffix = reading->shares_suffix;
  if (suffix.end > suffix.begin)
    *noun = jd_noun_make (reading->lists, reading->text, noun->part[0], suffix);
  return place->is_shared = TRUE;
}

/* 5 家企业被认定为国家高新技术企业: what the things became. */
static void
read_becoming (const JdReading *reading, const Place *place, JdNoun *noun)
{
  gsize at = place->thing.end, end;
  JdWord word;
  gsize n = jd_words_match (reading->lists->cues, reading->text + at, reading->length - at, &word);

  if (noun->indicator != NULL || n == 0 || word.group != JD_CUE_VERB || word.number != 1)
    return;
  end = jd_cue_clause_end (reading->text, at + n, MIN (at + 120, reading->length));
  noun->indicator = jd_indicators_find (reading->lists->indicators, reading->lists->cues,
                                        reading->text + at + n, end - at - n);
}

static JdNoun
read_noun (JdReading *reading, Place *place)
{
  const JdUnit *unit = place->figure->unit;
  gboolean counts = unit != NULL && (unit->group == JD_UNIT_COUNT || unit->group == JD_UNIT_MEASURE);
  JdSpan none = { place->end, place->end };
  JdSpan phrase = jd_noun_trim (&reading->walk, place->begin, place->end);
  JdNoun noun;

  if (take_share (reading, place, &noun))
    return noun;
  if (place->thing.end > place->thing.begin && (counts || place->is_threshold))
    {
      noun = jd_noun_make (reading->lists, reading->text, place->thing, none);
      read_becoming (reading, place, &noun);
      return noun;
    }
  if (phrase.end == phrase.begin)
    return reading->last;
  if (jd_noun_is_generic (&reading->walk, phrase) && !jd_noun_is_empty (&reading->topic))
    return jd_noun_make (reading->lists, reading->text, reading->topic.part[0], phrase);
  return jd_noun_make (reading->lists, reading->text, phrase, none);
}

/* Length of time is no measure of what it is said of. */
static void
remember (JdReading *reading, const Place *place, const JdStatement *statement)
{
  const JdUnit *unit = place->figure->unit;

  if (statement->status == JD_STATUS_OTHER)
    return;
  reading->last = statement->noun;
  reading->last_measure = statement->measure;
  reading->last_aggregate = statement->aggregate;
  if (unit != NULL && unit->group == JD_UNIT_COUNT)
    reading->topic = statement->noun;
  if (reading->group.n < MOST_NOUNS)
    reading->group.nouns[reading->group.n++] = statement->noun;
}

static void
read_time (JdReading *reading, const JdFigure *figure)
{
  if (figure->date.year == 0)
    return;
  if (is_base (reading, figure))
    return;
  set_date (&reading->sentence_time, &figure->date);
  reading->cut = figure->core.end;
}

static JdPeriod
find_period (const JdReading *reading, const JdPassage *passage)
{
  if (*reading->sentence_time.text != '\0')
    return reading->sentence_time;
  return *reading->paragraph_time.text != '\0' ? reading->paragraph_time : passage->period;
}

static gboolean
is_between_empty (const JdReading *reading, gsize begin, gsize end)
{
  JdSpan phrase = jd_noun_trim (&reading->walk, begin, end);

  return phrase.end == phrase.begin
         && jd_cue_last (&reading->walk, begin, end,
                         ~(SET (JD_CUE_FILLER) | SET (JD_CUE_SOFT))) == NULL;
}

static void
look_around (const JdReading *reading, guint index, Place *place)
{
  place->next = find_next (reading, index);
  place->begin = MAX (reading->cut, reading->walk.clause);
  place->end = MAX (place->figure->outer.begin, place->begin);
  place->thing = find_thing (reading, place);
  place->is_threshold = is_threshold (place);
  place->is_empty = is_between_empty (reading, place->begin, place->end);
}

gboolean
jd_reading_next (JdReading *reading, guint index, JdStatement *statement)
{
  Place place = { .figure = &g_array_index (reading->figures, JdFigure, index) };
  const JdFigure *figure = place.figure;
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
  look_around (reading, index, &place);
  passage = jd_context_at (reading->context, figure->core.begin);
  said.noun = read_noun (reading, &place);
  said.measure = read_measure (reading, &place, &said.noun);
  said.status = read_status (reading, &place, passage.stance, &said);
  said.bound = settle_bound (figure->bound, said.status);
  said.period = find_period (reading, &passage);
  said.aggregate = read_aggregate (reading, &place, &said);
  remember (reading, &place, &said);
  if (!place.is_threshold)
    reading->cut = figure->outer.end;
  *statement = said;
  return TRUE;
}
