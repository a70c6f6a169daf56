/* dictionary.h - terms in categories, and how often a text uses them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A dictionary is a table: category, term and, for a longer word that must not be counted as the
 * term inside it, `exclude`.  A later row about the same term of the same category wins, so a
 * second file adds to the first or takes away from it.
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdDictionary JdDictionary;

/* What a text has of one term.  `category` and `term` belong to the dictionary. */
typedef struct
{
  const char *category;
  const char *term;
  gsize count;
  gsize first; /* byte offset of the first occurrence; only when `count` is not 0 */
} JdTally;

/* `extra` is a NULL-terminated list of further files.  JD_ERROR_CONFIG with file and line. */
JdDictionary *jd_dictionary_load (const char *path, const char *const *extra, GError **error);
void jd_dictionary_free (JdDictionary *dictionary);

/* Counts every term.  Within a category the longest term at a place wins and occurrences do not
 * overlap; categories do not know of each other.  Returns an array of JdTally, terms that do not
 * occur or are excluded left out. */
GArray *jd_dictionary_count (const JdDictionary *dictionary, const char *text, gsize length);

/* Code points of UTF-8 text that are not white space (U+3000 and U+00A0 included). */
gsize jd_count_characters (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdDictionary, jd_dictionary_free)
