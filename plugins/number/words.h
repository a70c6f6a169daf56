/* words.h - terms and the class of each: one look-up, the longest wins
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

G_BEGIN_DECLS

typedef struct JdWords JdWords;

typedef struct
{
  gint group;  /* index into the classes */
  gint number; /* third column; 0 without one */
} JdWord;

/* `classes` (NULL-terminated) outlives the words. */
JdWords *jd_words_new (const char *const *classes);
void jd_words_free (JdWords *words);

/* Adds a table: term, class and, if need be, a whole number.  A later row replaces an earlier one.
 * JD_ERROR_CONFIG with file and line. */
gboolean jd_words_load (JdWords *words, const char *path, GError **error);

/* Adds one term, unless it is there already. */
void jd_words_add (JdWords *words, const char *term, gint group);

/* Ends the adding. */
void jd_words_build (JdWords *words);

/* Bytes of the longest term that `text` begins with, and what it is in `word`; 0, leaving `word`
 * alone, when there is none. */
gsize jd_words_match (const JdWords *words, const char *text, gsize length, JdWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdWords, jd_words_free)

G_END_DECLS
