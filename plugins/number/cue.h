/* cue.h - the words around a figure that tell what it says, clause by clause
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Walks once through the text.  Only sentences that hold a figure are looked up in the word list.
 */
#pragma once

#include <jiandu/layer.h>

#include "words.h"

G_BEGIN_DECLS

typedef enum
{
  JD_CUE_GROWTH,  /* 增长: by how much */
  JD_CUE_DECLINE, /* 下降 */
  JD_CUE_RISE,    /* 增幅, 增速: growth, whatever follows */
  JD_CUE_FALL,    /* 降幅 */
  JD_CUE_LEVEL,   /* 达到, 提高到: what it came to */
  JD_CUE_SHARE,   /* 占比 */
  JD_CUE_PLAN,    /* 年度计划的 */
  JD_CUE_AVERAGE, /* 年均 */
  JD_CUE_TOTAL,   /* 累计 */
  JD_CUE_STOCK,   /* 总数, 在建: how much there is, not how much was added */
  JD_CUE_EACH,    /* 分别 */
  JD_CUE_RUN,     /* 连续 */
  JD_CUE_YEAR,    /* 今年: the number is added to the report's year */
  JD_CUE_TERM,    /* 五年来 */
  JD_CUE_COMING,  /* 今后五年 */
  JD_CUE_PROGRAM, /* “十四五”时期: the number is 14 */
  JD_CUE_PRESENT, /* 已, 现有: true already */
  JD_CUE_FUTURE,  /* 力争, 确保 */
  JD_CUE_VERB,    /* 完成, 新建: no part of what is measured */
  JD_CUE_FILLER,  /* 全区, 共, 的, 约: the same */
  JD_CUE_GENERIC, /* 投资, 总额: says little without a subject */
  JD_CUE_SOFT,    /* 改造, 项目: may follow the name of an indicator */
  JD_CUE_NOUN,    /* 增加值, 签约: only looks like a cue */
} JdCueGroup;

/* The classes of cues.tsv, for jd_words_new(). */
extern const char *const jd_cue_classes[];

typedef struct
{
  gsize begin;
  gsize end;
  JdCueGroup group;
  gint number;
} JdCue;

typedef struct
{
  const JdWords *words;
  const char *text;
  gsize length;
  gsize at; /* how far the boundaries are known */
  gsize paragraph;
  gsize sentence; /* where the sentence begins; after 。！？ and line ends */
  gsize segment;  /* after ； too */
  gsize clause;   /* after ，： too */
  gsize seen;     /* how far `cues` goes */
  GArray *cues;   /* of JdCue: those of the sentence so far */
} JdCueWalk;

void jd_cue_walk_begin (JdCueWalk *walk, const JdWords *words, const char *text, gsize length);
void jd_cue_walk_end (JdCueWalk *walk);

/* Goes on to `at`; never back. */
void jd_cue_walk_to (JdCueWalk *walk, gsize at);

/* The cues of [begin, end), appended to `cues`. */
void jd_cue_collect (const JdWords *words, const char *text, gsize begin, gsize end, GArray *cues);

/* Where the clause that holds `at` ends, `limit` at most; 、 ends it too. */
gsize jd_cue_clause_end (const char *text, gsize at, gsize limit);

/* A set of groups. */
#define JD_CUE_SET(group) (1U << (group))

/* The last cue of one of the groups (a set) within [begin, end); NULL: none. */
const JdCue *jd_cue_last (const JdCueWalk *walk, gsize begin, gsize end, guint groups);

G_END_DECLS
