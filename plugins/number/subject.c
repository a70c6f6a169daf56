/* subject.c - what a figure measures
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "reading.h"
#include "utf8.h"

/* 1160 处 26 万平方米违章建筑: what touches shares the noun. */
JdSpan
jd_reading_thing (const JdReading *reading, const JdSpot *spot)
{
  const JdFigure *figure = spot->figure, *next = spot->next;
  gsize after = jd_utf8_skip_blanks (reading->text, reading->length, figure->outer.end);

  if (next == NULL)
    return jd_noun_after (&reading->walk, figure->outer.end, reading->length);
  if (next->outer.begin == after)
    return jd_noun_after (&reading->walk, next->outer.end, reading->length);
  return jd_noun_after (&reading->walk, figure->outer.end, next->outer.begin);
}

/* 亿元以上项目: a figure that only says which things are meant. */
gboolean
jd_reading_is_threshold (const JdSpot *spot)
{
  const JdFigure *figure = spot->figure;

  return figure->unit != NULL && figure->unit->group != JD_UNIT_SHARE
         && figure->unit->group != JD_UNIT_COUNT && figure->outer.end > figure->core.end
         && spot->thing.end > spot->thing.begin
         && (spot->next == NULL || spot->next->outer.begin != figure->outer.end);
}

/* 分别 hands out the nouns before it or, when there are none, those of the clause before. */
static void
start_shares (JdReading *reading, const JdSpot *spot, const JdCue *each)
{
  JdSpan list = jd_noun_trim (&reading->walk, spot->begin, each->begin);

  if (list.end > list.begin)
    reading->shares.n
        = jd_noun_split (reading->lists, reading->text, list, reading->shares.nouns, JD_MOST_NOUNS);
  else if (reading->group.n > 0 || reading->previous.n > 0)
    reading->shares = reading->group.n > 0 ? reading->group : reading->previous;
  reading->next_share = 0;
  reading->shares_clause = reading->walk.clause;
  reading->shares_suffix = jd_noun_trim (&reading->walk, each->end, spot->end);
}

static gboolean
take_share (JdReading *reading, JdSpot *spot, JdNoun *noun)
{
  const JdCue *each
      = jd_cue_last (&reading->walk, spot->begin, spot->end, JD_CUE_SET (JD_CUE_EACH));
  JdSpan suffix;

  if (each != NULL)
    start_shares (reading, spot, each);
  else if (!spot->is_empty || reading->shares_clause != reading->walk.clause)
    return FALSE;
  if (reading->next_share >= reading->shares.n)
    return FALSE;
  *noun = reading->shares.nouns[reading->next_share++];
  suffix = reading->shares_suffix;
  if (suffix.end > suffix.begin)
    *noun = jd_noun_make (reading->lists, reading->text, noun->part[0], suffix);
  return spot->is_shared = TRUE;
}

/* 5 家企业被认定为国家高新技术企业: what the things became. */
static void
read_becoming (const JdReading *reading, const JdSpot *spot, JdNoun *noun)
{
  gsize at = spot->thing.end, end;
  JdWord word;
  gsize n = jd_words_match (reading->lists->cues, reading->text + at, reading->length - at, &word);

  if (noun->indicator != NULL || n == 0 || word.group != JD_CUE_VERB || word.number != 1)
    return;
  end = jd_cue_clause_end (reading->text, at + n, MIN (at + 120, reading->length));
  noun->indicator = jd_indicators_find (reading->lists->indicators, reading->lists->cues,
                                        reading->text + at + n, end - at - n);
}

/* What the money went into: 投资 1000 万元建成了两座污水处理厂, 总投资 2 亿元的水厂. */
static JdSpan
find_object (const JdReading *reading, const JdSpot *spot)
{
  gsize at = spot->figure->outer.end, n = strlen ("的");
  gsize limit = spot->next != NULL ? spot->next->outer.begin : reading->length;
  JdWord word = { .group = JD_CUE_VERB };
  JdSpan object = { at, at }, counted;

  if (!jd_reading_continues (reading, at, "的"))
    n = jd_words_match (reading->lists->cues, reading->text + at, reading->length - at, &word);
  if (n == 0 || word.group != JD_CUE_VERB)
    return object;
  object = jd_noun_list_after (&reading->walk, at + n, limit);
  if (object.end < limit || spot->next == NULL)
    return object;
  counted = jd_noun_after (&reading->walk, spot->next->outer.end, reading->length);
  return counted.end > counted.begin ? counted : object;
}

/* 总额, 投资: whose?  That of the thing behind, or of the last thing counted. */
static JdNoun
complete_noun (const JdReading *reading, const JdSpot *spot, JdSpan phrase)
{
  JdSpan none = { spot->end, spot->end };
  JdSpan object = find_object (reading, spot);

  if (object.end > object.begin)
    return jd_noun_make (reading->lists, reading->text, object, phrase);
  if (jd_noun_is_empty (&reading->topic))
    return jd_noun_make (reading->lists, reading->text, phrase, none);
  return jd_noun_make (reading->lists, reading->text, reading->topic.part[0], phrase);
}

/* 完成老旧小区改造 65 个，正在改造 16 个: another number of the same things. */
static gboolean
goes_on (const JdReading *reading, const JdSpot *spot, JdSpan phrase)
{
  return jd_noun_is_action (&reading->walk, phrase) && !jd_noun_is_empty (&reading->last)
         && reading->last_unit == spot->figure->unit;
}

JdNoun
jd_reading_noun (JdReading *reading, JdSpot *spot)
{
  const JdUnit *unit = spot->figure->unit;
  gboolean counts = unit != NULL
                    && (unit->group == JD_UNIT_COUNT || unit->group == JD_UNIT_MEASURE
                        || unit->group == JD_UNIT_HOURS);
  JdSpan none = { spot->end, spot->end };
  JdSpan phrase = jd_noun_trim (&reading->walk, spot->begin, spot->noun_end);
  JdNoun noun;

  if (take_share (reading, spot, &noun))
    return noun;
  if (spot->thing.end > spot->thing.begin && (counts || spot->is_threshold))
    {
      noun = jd_noun_make (reading->lists, reading->text, spot->thing, none);
      read_becoming (reading, spot, &noun);
      return noun;
    }
  if (phrase.end == phrase.begin || goes_on (reading, spot, phrase))
    return reading->last;
  if (jd_noun_is_generic (&reading->walk, phrase))
    return complete_noun (reading, spot, phrase);
  return jd_noun_make (reading->lists, reading->text, phrase, none);
}
