/* words.h - the words that tell goals, and what stands for a figure in a goal without one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two tables.  Words: kind, word, value, measure.  Relations: first part, second part (may be
 * empty), relation, bound, measure, where.
 */
#pragma once

#include <jiandu/error.h>
#include <jiandu/layer.h>

/* In the order of their names in the table. */
typedef enum
{
  JD_WORD_ANNOUNCE,  /* after it headline goals: 目标是; value `not`: it only looks like it */
  JD_WORD_LEAD,      /* before an indicator, no part of it: 力争 */
  JD_WORD_TAIL,      /* the same, after it: 增速 */
  JD_WORD_BOUND,     /* after a figure: 以上 */
  JD_WORD_CLAIM,     /* tells the outcome (value) of a goal: 达到预期目标 */
  JD_WORD_INDICATOR, /* name of an indicator: id in value, and the measure that goals mean */
  JD_WORD_MAKE,      /* before a count that is a goal even when spelled out: 新建两所 */
  JD_WORD_LABEL,     /* ends the name of what is counted but not aimed at: 六项机制 */
  JD_WORD_UNIT,      /* a unit; value `time` or `capacity` */
  JD_WORD_STANDING,  /* before what is there already: 巩固 */
  JD_WORD_LASTING,   /* in the name of what is measured in time: 天数 */
  JD_N_WORD_KINDS,
} JdWordKind;

typedef struct
{
  JdWordKind kind;
  char *value;
  char *measure;
} JdWord;

/* `relation`, `bound` and `measure` are "" where they do not apply. */
typedef struct
{
  char *first;
  char *then;
  char *relation;
  char *bound;
  char *measure;
  gboolean anywhere; /* counts in a term's goals without an announcement, too */
} JdRelation;

typedef struct JdWords JdWords;

/* `extra_words` and `extra_relations` are NULL-terminated.  JD_ERROR_CONFIG with file and line. */
typedef struct
{
  const char *words;
  const char *relations;
  const char *const *extra_words;
  const char *const *extra_relations;
} JdWordFiles;

JdWords *jd_words_load (const JdWordFiles *files, GError **error);
void jd_words_free (JdWords *words);

/* The first word of a kind in `within`, the longest one there; NULL when there is none. */
const JdWord *jd_words_find (
    const JdWords *words, JdWordKind kind, const char *text, JdSpan within, JdSpan *found);

/* The longest word of a kind in `within`; NULL when there is none. */
const JdWord *jd_words_longest (
    const JdWords *words, JdWordKind kind, const char *text, JdSpan within, JdSpan *found);

/* Bytes of the word of a kind that `within` begins with, or ends with; or 0. */
gsize jd_words_at (const JdWords *words, JdWordKind kind, const char *text, JdSpan within);
gsize jd_words_before (const JdWords *words, JdWordKind kind, const char *text, JdSpan within);

/* `span` without leading and trailing words of the kinds lead and tail, and white space. */
JdSpan jd_words_strip (const JdWords *words, const char *text, JdSpan span);

/* The relation that a clause states, and in `phrase` the words that state it; NULL when it states
 * none.  `announced`: relations that count only after an announcement count. */
const JdRelation *jd_words_relation (
    const JdWords *words, const char *text, JdSpan clause, gboolean announced, JdSpan *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdWords, jd_words_free)
