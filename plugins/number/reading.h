/* reading.h - the inside of JdReading: what is known half-way through a text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "statement.h"

G_BEGIN_DECLS

/* Nouns that 分别 can hand out. */
#define JD_MOST_NOUNS 8

typedef struct
{
  JdNoun nouns[JD_MOST_NOUNS];
  guint n;
} JdNounGroup;

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
  gsize total;        /* where the sentence's last 累计 stands, + 1; 0: none */
  gint base;          /* year that the next figure is held against (比2015年); 0: none */
  gsize base_begin;   /* where 比 stands */
  gint named; /* year that stands right before the next figure: 由2017年2.6万元; 0: none */
  gsize named_end;
  gsize cut; /* the phrase before the next figure begins here or later */

  JdNounGroup group;    /* nouns of the figures of this clause */
  JdNounGroup previous; /* of the clause before */
  JdNounGroup shares;   /* what 分别 hands out */
  guint next_share;
  gsize shares_clause;
  JdSpan shares_suffix;

  JdNoun last; /* noun of the last figure of the segment */
  const JdUnit *last_unit;
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
  gsize noun_end;     /* of its part that names something: before 比2015年 */
  JdSpan thing;       /* the noun behind it */
  gboolean is_shared; /* 分别 gave the noun */
  gboolean is_threshold;
  gboolean is_empty; /* nothing but joints stands before the figure */
} JdSpot;

/* Whether `word` stands at `at`. */
gboolean jd_reading_continues (const JdReading *reading, gsize at, const char *word);

/* subject.c: the noun behind the figure, and whether the figure only says which things are meant
 * (亿元以上项目). */
JdSpan jd_reading_thing (const JdReading *reading, const JdSpot *spot);
gboolean jd_reading_is_threshold (const JdSpot *spot);

/* What the figure measures; empty when nobody knows. */
JdNoun jd_reading_noun (JdReading *reading, JdSpot *spot);

/* measure.c: how it measures.  Each takes what was found before it out of `statement`. */
JdMeasure jd_reading_measure (const JdReading *reading, const JdSpot *spot, const JdNoun *noun);
JdStatus jd_reading_status (const JdReading *reading,
                            const JdSpot *spot,
                            JdStance stance,
                            const JdStatement *statement);
JdBound jd_reading_bound (JdBound bound, JdStatus status);
JdAggregate
jd_reading_aggregate (const JdReading *reading, const JdSpot *spot, const JdStatement *statement);

G_END_DECLS
