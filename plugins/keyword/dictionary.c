/* dictionary.c - one lexicon a category, so that no category changes what another one counts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dictionary.h"

#include <string.h>

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

enum
{
  COLUMN_CATEGORY,
  COLUMN_TERM,
  COLUMN_MARK,
};

typedef struct
{
  char *text;
  gboolean excluded;
} Term;

typedef struct
{
  char *name;
  GArray *terms; /* of Term; the lexicon's numbers are its indices */
  JdLexicon *lexicon;
} Category;

struct JdDictionary
{
  GPtrArray *categories; /* of Category, in the order of the files */
  JdLexicon *all;        /* the terms of all categories: where it finds none, nobody does */
};

/* How far the counting of one category has come. */
typedef struct
{
  JdTally *tallies; /* one a term */
  gsize next;       /* where the last occurrence ends */
} Progress;

static void
clear_term (gpointer data)
{
  g_free (((Term *)data)->text);
}

static Category *
category_new (const char *name)
{
  Category *category = g_new0 (Category, 1);

  category->name = g_strdup (name);
  category->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (category->terms, clear_term);
  category->lexicon = jd_lexicon_new ();

  return category;
}

static void
category_free (gpointer data)
{
  Category *category = data;

  g_free (category->name);
  g_array_unref (category->terms);
  jd_lexicon_free (category->lexicon);
  g_free (category);
}

static Category *
find_category (JdDictionary *dictionary, const char *name)
{
  for (guint i = 0; i < dictionary->categories->len; i++)
    {
      Category *category = dictionary->categories->pdata[i];

      if (strcmp (category->name, name) == 0)
        return category;
    }
  g_ptr_array_add (dictionary->categories, category_new (name));

  return dictionary->categories->pdata[dictionary->categories->len - 1];
}

static void
set_term (Category *category, const char *text, gboolean excluded)
{
  gint index = jd_lexicon_get (category->lexicon, text);

  if (index < 0)
    {
      Term term = { g_strdup (text), excluded };

      jd_lexicon_add (category->lexicon, text, (gint)category->terms->len);
      g_array_append_val (category->terms, term);
      return;
    }
  g_array_index (category->terms, Term, index).excluded = excluded;
}

static gboolean
add_row (JdDictionary *dictionary, const JdTable *table, gsize row, GError **error)
{
  const char *category = jd_table_cell (table, row, COLUMN_CATEGORY);
  const char *term = jd_table_cell (table, row, COLUMN_TERM);
  const char *mark = jd_table_cell (table, row, COLUMN_MARK);
  gboolean excluded = strcmp (mark, "exclude") == 0;

  if (*category == '\0' || *term == '\0')
    {
      jd_table_set_error (table, row, error, "a row is a category, a tab and a term");
      return FALSE;
    }
  if (!excluded && *mark != '\0')
    {
      jd_table_set_error (table, row, error,
                          "unknown mark \"%s\": the third column is empty or exclude", mark);
      return FALSE;
    }
  set_term (find_category (dictionary, category), term, excluded);
  jd_lexicon_add (dictionary->all, term, 0);

  return TRUE;
}

static gboolean
add_file (JdDictionary *dictionary, const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, 2, 3, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    if (!add_row (dictionary, table, row, error))
      return FALSE;

  return TRUE;
}

JdDictionary *
jd_dictionary_load (const char *path, const char *const *extra, GError **error)
{
  g_autoptr (JdDictionary) dictionary = g_new0 (JdDictionary, 1);

  dictionary->categories = g_ptr_array_new_with_free_func (category_free);
  dictionary->all = jd_lexicon_new ();
  if (!add_file (dictionary, path, error))
    return NULL;
  for (; *extra != NULL; extra++)
    if (!add_file (dictionary, *extra, error))
      return NULL;
  for (guint i = 0; i < dictionary->categories->len; i++)
    jd_lexicon_build (((Category *)dictionary->categories->pdata[i])->lexicon);

  jd_lexicon_build (dictionary->all);

  return g_steal_pointer (&dictionary);
}

void
jd_dictionary_free (JdDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  g_ptr_array_unref (dictionary->categories);
  jd_lexicon_free (dictionary->all);
  g_free (dictionary);
}

/* Counts the term of `category` that begins at `offset`, if any. */
static void
count_at (
    const Category *category, const char *text, gsize length, gsize offset, Progress *progress)
{
  gint index = 0;
  gsize matched = jd_lexicon_match (category->lexicon, text + offset, length - offset, &index);
  JdTally *tally = &progress->tallies[index];

  if (matched == 0)
    return;
  if (tally->count++ == 0)
    tally->first = offset;
  progress->next = offset + matched;
}

static void
count_all (const JdDictionary *dictionary, const char *text, gsize length, Progress *progress)
{
  gint any;

  for (gsize offset = 0; offset < length; offset++)
    {
      if (jd_lexicon_match (dictionary->all, text + offset, length - offset, &any) == 0)
        continue;
      for (guint i = 0; i < dictionary->categories->len; i++)
        if (progress[i].next <= offset)
          count_at (dictionary->categories->pdata[i], text, length, offset, &progress[i]);
    }
}

static void
collect (const Category *category, const JdTally *tallies, GArray *into)
{
  for (guint i = 0; i < category->terms->len; i++)
    {
      const Term *term = &g_array_index (category->terms, Term, i);
      JdTally tally = { category->name, term->text, tallies[i].count, tallies[i].first };

      if (tally.count > 0 && !term->excluded)
        g_array_append_val (into, tally);
    }
}

GArray *
jd_dictionary_count (const JdDictionary *dictionary, const char *text, gsize length)
{
  const guint n_categories = dictionary->categories->len;
  g_autofree Progress *progress = g_new0 (Progress, n_categories);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (JdTally));

  for (guint i = 0; i < n_categories; i++)
    {
      const Category *category = dictionary->categories->pdata[i];

      progress[i].tallies = g_new0 (JdTally, category->terms->len);
    }
  count_all (dictionary, text, length, progress);
  for (guint i = 0; i < n_categories; i++)
    {
      collect (dictionary->categories->pdata[i], progress[i].tallies, found);
      g_free (progress[i].tallies);
    }

  return found;
}

/* Bytes of the white space that `text` begins with, or 0. */
static gsize
space_length (const char *text, gsize length)
{
  static const char *const wide[] = { "\xE3\x80\x80", "\xC2\xA0" };

  if (g_ascii_isspace (*text))
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (strlen (wide[i]) <= length && memcmp (text, wide[i], strlen (wide[i])) == 0)
      return strlen (wide[i]);

  return 0;
}

gsize
jd_count_characters (const char *text, gsize length)
{
  gsize characters = 0;

  for (gsize i = 0; i < length;)
    {
      gsize space = space_length (text + i, length - i);

      if (space == 0 && ((guchar)text[i] & 0xC0) != 0x80)
        characters++;
      i += MAX (space, 1);
    }

  return characters;
}
