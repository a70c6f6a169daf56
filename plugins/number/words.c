/* words.c - terms and the class of each: one look-up, the longest wins
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "words.h"

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

#include "choice.h"

struct JdWords
{
  const char *const *classes;
  JdLexicon *lexicon; /* its numbers are indexes into `words` */
  GArray *words;      /* of JdWord */
};

JdWords *
jd_words_new (const char *const *classes)
{
  JdWords *words = g_new0 (JdWords, 1);

  words->classes = classes;
  words->lexicon = jd_lexicon_new ();
  words->words = g_array_new (FALSE, FALSE, sizeof (JdWord));
  return words;
}

void
jd_words_free (JdWords *words)
{
  if (words == NULL)
    return;
  jd_lexicon_free (words->lexicon);
  g_array_unref (words->words);
  g_free (words);
}

static gboolean
read_number (const JdTable *table, gsize row, gint *number, GError **error)
{
  const char *cell = jd_table_cell (table, row, 2);
  gint64 value;

  *number = 0;
  if (*cell == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (cell, 10, -1000, 1000, &value, NULL))
    {
      jd_table_set_error (table, row, error, "\"%s\" is no whole number from -1000 to 1000", cell);
      return FALSE;
    }
  *number = (gint)value;
  return TRUE;
}

gboolean
jd_words_load (JdWords *words, const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, 2, 3, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      JdWord word;

      if (!jd_choice_check_term (table, row, error)
          || !jd_choice_read (table, row, 1, words->classes, &word.group, error)
          || !read_number (table, row, &word.number, error))
        return FALSE;
      jd_lexicon_add (words->lexicon, jd_table_cell (table, row, 0), (gint)words->words->len);
      g_array_append_val (words->words, word);
    }
  return TRUE;
}

void
jd_words_add (JdWords *words, const char *term, gint group)
{
  JdWord word = { .group = group };

  if (jd_lexicon_get (words->lexicon, term) >= 0)
    return;
  jd_lexicon_add (words->lexicon, term, (gint)words->words->len);
  g_array_append_val (words->words, word);
}

void
jd_words_build (JdWords *words)
{
  jd_lexicon_build (words->lexicon);
}

gsize
jd_words_match (const JdWords *words, const char *text, gsize length, JdWord *word)
{
  gint index;
  gsize n = jd_lexicon_match (words->lexicon, text, length, &index);

  if (n > 0)
    *word = g_array_index (words->words, JdWord, (guint)index);
  return n;
}
