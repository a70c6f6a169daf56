/* noun.h - the noun phrase that names what a figure measures
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "cue.h"
#include "indicator.h"

G_BEGIN_DECLS

/* One or two pieces of the text; the second is what a short first item shares with its neighbour
 * (城镇 + 居民人均可支配收入), or a word that needs its subject (重点项目 + 投资). */
typedef struct
{
  JdSpan part[2];
  const JdIndicator *indicator; /* NULL: none of the core indicators */
} JdNoun;

/* Word lists, built. */
typedef struct
{
  const JdIndicators *indicators;
  const JdWords *cues;
} JdNounLists;

static inline gboolean
jd_noun_is_empty (const JdNoun *noun)
{
  return noun->part[0].end == noun->part[0].begin;
}

/* What stands in [begin, end) without verbs and fillers at both ends. */
JdSpan jd_noun_trim (const JdCueWalk *walk, gsize begin, gsize end);

/* The thing counted behind a figure: from `at`, `limit` at most, up to a mark or a verb. */
JdSpan jd_noun_after (const JdCueWalk *walk, gsize at, gsize limit);

/* The same, 、 included: a whole list. */
JdSpan jd_noun_list_after (const JdCueWalk *walk, gsize at, gsize limit);

/* Whether the phrase is one word that only says what was done: 改造 16 个. */
gboolean jd_noun_is_action (const JdCueWalk *walk, JdSpan phrase);

/* Whether the phrase consists of words that need a subject. */
gboolean jd_noun_is_generic (const JdCueWalk *walk, JdSpan phrase);

/* A noun of one or two pieces, with its indicator. */
JdNoun jd_noun_make (const JdNounLists *lists, const char *text, JdSpan first, JdSpan second);

/* Cuts a list at 、, 和 and 与 into at most `most` nouns; a short item takes the end of the last.
 * Returns how many. */
guint
jd_noun_split (const JdNounLists *lists, const char *text, JdSpan list, JdNoun *nouns, guint most);

/* Appends the noun's text. */
void jd_noun_append (const JdNoun *noun, const char *text, GString *string);

G_END_DECLS
