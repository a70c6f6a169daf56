/* lexicon.h - many terms at once: the longest that stands at a place
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Terms are matched byte by byte, never through a segmenter, so a term is found wherever its
 * characters stand.  Look-up is a walk through a double-array trie (Aoe 1989): time in the length
 * of the match alone, no allocation.
 */
#pragma once

#include <jiandu/abi.h>

G_BEGIN_DECLS

typedef struct JdLexicon JdLexicon;

JD_API JdLexicon *jd_lexicon_new (void);
JD_API void jd_lexicon_free (JdLexicon *lexicon);

/* Adds a term (UTF-8, not empty) with the number that finding it will give (0 or more).  Adding a
 * term again replaces its number.  Before jd_lexicon_build() only. */
JD_API void jd_lexicon_add (JdLexicon *lexicon, const char *term, gint value);

/* The number of a term that was added, or -1.  Before jd_lexicon_build() only. */
JD_API gint jd_lexicon_get (const JdLexicon *lexicon, const char *term);

/* Ends the adding.  From here on the lexicon is immutable and may be shared by threads. */
JD_API void jd_lexicon_build (JdLexicon *lexicon);

/* Bytes of the longest term that `text` begins with, and its number in `value`; 0, leaving `value`
 * alone, when there is none. */
JD_API gsize jd_lexicon_match (const JdLexicon *lexicon,
                               const char *text,
                               gsize length,
                               gint *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdLexicon, jd_lexicon_free)

G_END_DECLS
