/* measure.c - how a figure measures: level or change, total or mean, done or planned
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "reading.h"
#include "utf8.h"

static JdMeasure
plain_measure (const JdSpot *spot, const JdNoun *noun)
{
  switch (spot->figure->kind)
    {
    case JD_FIGURE_RANK:
      return JD_MEASURE_CHANGE;
    case JD_FIGURE_MULTIPLE: /* 翻一番 has no 倍 */
      return spot->figure->unit != NULL ? JD_MEASURE_RATIO : JD_MEASURE_GROWTH;
    case JD_FIGURE_PERCENT:
      return noun->indicator != NULL && noun->indicator->is_growth ? JD_MEASURE_GROWTH
                                                                   : JD_MEASURE_SHARE;
    default:
      return JD_MEASURE_LEVEL;
    }
}

/* 保持7%以上的增长. */
static gboolean
grows_behind (const JdReading *reading, const JdSpot *spot)
{
  gsize at = spot->figure->outer.end;
  JdWord word;

  at = jd_utf8_skip_blanks (reading->text, reading->length, at);
  if (!jd_reading_continues (reading, at, "的"))
    return FALSE;
  at += strlen ("的");
  return jd_words_match (reading->lists->cues, reading->text + at, reading->length - at, &word) > 0
         && (word.group == JD_CUE_GROWTH || word.group == JD_CUE_RISE);
}

/* 增加停车位 1000 个 and 停车位增加 1000 个, but 提升设施农业 3000 亩 is no growth by so much. */
static gboolean
changes_by (const JdReading *reading, const JdSpot *spot, const JdCue *cue)
{
  return cue->number == 1 || (cue->group != JD_CUE_GROWTH && cue->group != JD_CUE_DECLINE)
         || jd_utf8_skip_blanks (reading->text, spot->end, cue->end) == spot->end;
}

JdMeasure
jd_reading_measure (const JdReading *reading, const JdSpot *spot, const JdNoun *noun)
{
  const guint trends = JD_CUE_SET (JD_CUE_RISE) | JD_CUE_SET (JD_CUE_FALL);
  const guint others = JD_CUE_SET (JD_CUE_GROWTH) | JD_CUE_SET (JD_CUE_DECLINE)
                       | JD_CUE_SET (JD_CUE_LEVEL) | JD_CUE_SET (JD_CUE_SHARE)
                       | JD_CUE_SET (JD_CUE_PLAN);
  const JdFigure *figure = spot->figure;
  gboolean relative = figure->kind == JD_FIGURE_PERCENT || figure->kind == JD_FIGURE_MULTIPLE;
  const JdCue *cue = relative ? jd_cue_last (&reading->walk, spot->begin, spot->end, trends) : NULL;

  if (figure->kind == JD_FIGURE_RANK)
    return JD_MEASURE_CHANGE;
  if (cue != NULL)
    return cue->group == JD_CUE_RISE ? JD_MEASURE_GROWTH : JD_MEASURE_DECLINE;
  if (relative && grows_behind (reading, spot))
    return JD_MEASURE_GROWTH;
  cue = jd_cue_last (&reading->walk, spot->begin, spot->end, others);
  if (cue != NULL && !relative && !changes_by (reading, spot, cue))
    cue = NULL;
  if (cue == NULL || figure->bound == JD_BOUND_HELD)
    return spot->is_empty && spot->is_shared && reading->next_share > 1
               ? reading->last_measure
               : plain_measure (spot, noun);
  if (cue->group == JD_CUE_PLAN && figure->kind == JD_FIGURE_PERCENT)
    return JD_MEASURE_COMPLETION;
  if (cue->group == JD_CUE_GROWTH)
    return JD_MEASURE_GROWTH;
  return cue->group == JD_CUE_DECLINE ? JD_MEASURE_DECLINE : plain_measure (spot, noun);
}

/* In the review of a term, what was done adds up, and what is there does not. */
static gboolean
adds_up (const JdReading *reading, const JdSpot *spot, const JdStatement *statement)
{
  const guint stock = JD_CUE_SET (JD_CUE_LEVEL) | JD_CUE_SET (JD_CUE_STOCK)
                      | JD_CUE_SET (JD_CUE_RUN) | JD_CUE_SET (JD_CUE_SHARE);
  const JdFigure *figure = spot->figure;

  return strchr (statement->period.text, '/') != NULL && statement->status == JD_STATUS_ACTUAL
         && figure->kind == JD_FIGURE_AMOUNT && statement->measure == JD_MEASURE_LEVEL
         && figure->unit != NULL && figure->unit->group != JD_UNIT_TIME
         && figure->bound != JD_BOUND_HELD
         && !(figure->unit->group == JD_UNIT_MONEY
              && jd_reading_continues (reading, figure->outer.end, "的"))
         && jd_cue_last (&reading->walk, spot->begin, spot->end, stock) == NULL;
}

JdAggregate
jd_reading_aggregate (const JdReading *reading, const JdSpot *spot, const JdStatement *statement)
{
  if (jd_cue_last (&reading->walk, spot->begin, spot->end, JD_CUE_SET (JD_CUE_AVERAGE)) != NULL)
    return JD_AGGREGATE_ANNUAL_AVERAGE;
  if (spot->is_empty && spot->is_shared && reading->next_share > 1)
    return reading->last_aggregate;
  if (statement->measure == JD_MEASURE_LEVEL && reading->total > reading->walk.clause)
    return JD_AGGREGATE_CUMULATIVE;
  return adds_up (reading, spot, statement) ? JD_AGGREGATE_CUMULATIVE : JD_AGGREGATE_NONE;
}

/* 五年 is a length of time, 连续15年 and 优良天数 are achievements. */
static gboolean
is_length_of_time (const JdReading *reading, const JdSpot *spot, const JdStatement *statement)
{
  const JdFigure *figure = spot->figure;

  return figure->unit != NULL && figure->unit->group == JD_UNIT_TIME
         && statement->measure == JD_MEASURE_LEVEL
         && jd_cue_last (&reading->walk, spot->begin, spot->end,
                         JD_CUE_SET (JD_CUE_RUN) | JD_CUE_SET (JD_CUE_LEVEL))
                == NULL;
}

JdStatus
jd_reading_status (const JdReading *reading,
                   const JdSpot *spot,
                   JdStance stance,
                   const JdStatement *statement)
{
  if (spot->is_threshold || is_length_of_time (reading, spot, statement))
    return JD_STATUS_OTHER;
  if (stance == JD_STANCE_PLANNED)
    return reading->recalled && !reading->announced ? JD_STATUS_ACTUAL : JD_STATUS_TARGET;
  return stance == JD_STANCE_UNKNOWN && reading->announced ? JD_STATUS_TARGET : JD_STATUS_ACTUAL;
}

JdBound
jd_reading_bound (JdBound bound, JdStatus status)
{
  if (bound == JD_BOUND_HELD)
    return status == JD_STATUS_ACTUAL ? JD_BOUND_EXACT : JD_BOUND_AT_MOST;
  return bound == JD_BOUND_NONE ? JD_BOUND_EXACT : bound;
}
