/* words.c - the tables of words, a lexicon for each kind
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "words.h"

#include <string.h>

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

#include "clause.h"

static const char *const kinds[JD_N_WORD_KINDS] = {
  [JD_WORD_ANNOUNCE] = "announce", [JD_WORD_LEAD] = "lead",       [JD_WORD_TAIL] = "tail",
  [JD_WORD_BOUND] = "bound",       [JD_WORD_CLAIM] = "claim",     [JD_WORD_INDICATOR] = "indicator",
  [JD_WORD_MAKE] = "make",         [JD_WORD_LABEL] = "label",     [JD_WORD_UNIT] = "unit",
  [JD_WORD_STANDING] = "standing", [JD_WORD_LASTING] = "lasting",
};

struct JdWords
{
  GArray *words; /* of JdWord; the lexicons' numbers are its indices */
  JdLexicon *lexicons[JD_N_WORD_KINDS];
  GArray *relations; /* of JdRelation */
};

static void
clear_word (gpointer data)
{
  JdWord *word = data;

  g_free (word->value);
  g_free (word->measure);
}

static void
clear_relation (gpointer data)
{
  JdRelation *relation = data;

  g_free (relation->first);
  g_free (relation->then);
  g_free (relation->relation);
  g_free (relation->bound);
  g_free (relation->measure);
}

static JdWords *
words_new (void)
{
  JdWords *words = g_new0 (JdWords, 1);

  words->words = g_array_new (FALSE, FALSE, sizeof (JdWord));
  g_array_set_clear_func (words->words, clear_word);
  words->relations = g_array_new (FALSE, FALSE, sizeof (JdRelation));
  g_array_set_clear_func (words->relations, clear_relation);
  for (gsize i = 0; i < JD_N_WORD_KINDS; i++)
    words->lexicons[i] = jd_lexicon_new ();

  return words;
}

void
jd_words_free (JdWords *words)
{
  if (words == NULL)
    return;
  g_array_unref (words->words);
  g_array_unref (words->relations);
  for (gsize i = 0; i < JD_N_WORD_KINDS; i++)
    jd_lexicon_free (words->lexicons[i]);
  g_free (words);
}

static char *
kinds_in_words (void)
{
  const char *names[JD_N_WORD_KINDS + 1] = { NULL };

  for (gsize i = 0; i < JD_N_WORD_KINDS; i++)
    names[i] = kinds[i];

  return g_strjoinv (", ", (char **)names);
}

static gboolean
add_word (JdWords *words, const JdTable *table, gsize row, GError **error)
{
  const char *kind = jd_table_cell (table, row, 0);
  const char *text = jd_table_cell (table, row, 1);
  JdWord word = { .kind = JD_WORD_ANNOUNCE };

  while (word.kind < JD_N_WORD_KINDS && strcmp (kinds[word.kind], kind) != 0)
    word.kind++;
  if (word.kind == JD_N_WORD_KINDS || *text == '\0')
    {
      g_autofree char *wanted = kinds_in_words ();

      jd_table_set_error (table, row, error,
                          "\"%s\" is no kind of word, or its word is missing; wanted %s and a word",
                          kind, wanted);
      return FALSE;
    }
  word.value = g_strdup (jd_table_cell (table, row, 2));
  word.measure = g_strdup (jd_table_cell (table, row, 3));
  jd_lexicon_add (words->lexicons[word.kind], text, (gint)words->words->len);
  g_array_append_val (words->words, word);

  return TRUE;
}

static gboolean
add_relation (JdWords *words, const JdTable *table, gsize row, GError **error)
{
  const char *where = jd_table_cell (table, row, 5);
  JdRelation relation = { .anywhere = strcmp (where, "anywhere") == 0 };

  if (*jd_table_cell (table, row, 0) == '\0'
      || (!relation.anywhere && strcmp (where, "announced") != 0))
    {
      jd_table_set_error (table, row, error,
                          "a relation begins with a word and ends with announced or anywhere");
      return FALSE;
    }
  relation.first = g_strdup (jd_table_cell (table, row, 0));
  relation.then = g_strdup (jd_table_cell (table, row, 1));
  relation.relation = g_strdup (jd_table_cell (table, row, 2));
  relation.bound = g_strdup (jd_table_cell (table, row, 3));
  relation.measure = g_strdup (jd_table_cell (table, row, 4));
  g_array_append_val (words->relations, relation);

  return TRUE;
}

typedef gboolean (*AddRow) (JdWords *words, const JdTable *table, gsize row, GError **error);

static gboolean
add_file (JdWords *words, const char *path, gboolean relations, GError **error)
{
  AddRow add = relations ? add_relation : add_word;
  g_autoptr (JdTable) table = jd_table_load (path, relations ? 6 : 2, relations ? 6 : 4, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    if (!add (words, table, row, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_files (JdWords *words, const char *const *paths, gboolean relations, GError **error)
{
  for (; *paths != NULL; paths++)
    if (!add_file (words, *paths, relations, error))
      return FALSE;

  return TRUE;
}

JdWords *
jd_words_load (const JdWordFiles *files, GError **error)
{
  g_autoptr (JdWords) words = words_new ();

  if (!add_file (words, files->words, FALSE, error)
      || !add_files (words, files->extra_words, FALSE, error)
      || !add_files (words, files->extra_relations, TRUE, error)
      || !add_file (words, files->relations, TRUE, error))
    return NULL;
  for (gsize i = 0; i < JD_N_WORD_KINDS; i++)
    jd_lexicon_build (words->lexicons[i]);

  return g_steal_pointer (&words);
}

static gsize
match (const JdWords *words, JdWordKind kind, const char *text, JdSpan within, gint *index)
{
  return jd_lexicon_match (words->lexicons[kind], text + within.begin, within.end - within.begin,
                           index);
}

gsize
jd_words_at (const JdWords *words, JdWordKind kind, const char *text, JdSpan within)
{
  gint index;

  return match (words, kind, text, within, &index);
}

const JdWord *
jd_words_find (
    const JdWords *words, JdWordKind kind, const char *text, JdSpan within, JdSpan *found)
{
  for (; within.begin < within.end; within.begin++)
    {
      gint index = 0;
      gsize size = match (words, kind, text, within, &index);

      if (size > 0)
        {
          *found = (JdSpan){ within.begin, within.begin + size };
          return &g_array_index (words->words, JdWord, index);
        }
    }

  return NULL;
}

const JdWord *
jd_words_longest (
    const JdWords *words, JdWordKind kind, const char *text, JdSpan within, JdSpan *found)
{
  const JdWord *longest = NULL;
  gsize most = 0;

  for (; within.begin < within.end; within.begin++)
    {
      gint index = 0;
      gsize size = match (words, kind, text, within, &index);

      if (size > most)
        {
          most = size;
          longest = &g_array_index (words->words, JdWord, index);
          *found = (JdSpan){ within.begin, within.begin + size };
        }
    }

  return longest;
}

gsize
jd_words_before (const JdWords *words, JdWordKind kind, const char *text, JdSpan within)
{
  for (gsize i = within.begin; i < within.end; i++)
    if (jd_words_at (words, kind, text, (JdSpan){ i, within.end }) == within.end - i)
      return within.end - i;

  return 0;
}

JdSpan
jd_words_strip (const JdWords *words, const char *text, JdSpan span)
{
  gsize size;

  span = jd_span_strip (text, span);
  while ((size = jd_words_at (words, JD_WORD_LEAD, text, span)) > 0)
    span = jd_span_strip (text, (JdSpan){ span.begin + size, span.end });
  while ((size = jd_words_before (words, JD_WORD_TAIL, text, span)) > 0)
    span = jd_span_strip (text, (JdSpan){ span.begin, span.end - size });

  return span;
}

static gboolean
states (const JdRelation *relation, const char *text, JdSpan clause, JdSpan *phrase)
{
  const char *begin = text + clause.begin;
  const char *first = g_strstr_len (begin, (gssize)(clause.end - clause.begin), relation->first);
  const char *after;
  const char *then;

  if (first == NULL)
    return FALSE;
  after = first + strlen (relation->first);
  then = g_strstr_len (after, (gssize)(text + clause.end - after), relation->then);
  if (then == NULL)
    return FALSE;
  phrase->begin = (gsize)(first - text);
  phrase->end = (gsize)(then - text) + strlen (relation->then);

  return TRUE;
}

const JdRelation *
jd_words_relation (
    const JdWords *words, const char *text, JdSpan clause, gboolean announced, JdSpan *phrase)
{
  for (guint i = 0; i < words->relations->len; i++)
    {
      const JdRelation *relation = &g_array_index (words->relations, JdRelation, i);

      if ((announced || relation->anywhere) && states (relation, text, clause, phrase))
        return relation;
    }

  return NULL;
}
