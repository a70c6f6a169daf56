/* corpus.c - documents of one group, and how they are grouped
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/corpus.h"

#include <string.h>

struct JdCorpus
{
  char *group;          /* NULL: the only one */
  GPtrArray *documents; /* of const JdDocument * */
  GPtrArray *layers;    /* of JdLayer */
};

static JdCorpus *
new_corpus (const char *group)
{
  JdCorpus *corpus = g_new0 (JdCorpus, 1);

  corpus->group = g_strdup (group);
  corpus->documents = g_ptr_array_new ();
  corpus->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_layer_free);

  return corpus;
}

void
jd_corpus_free (JdCorpus *corpus)
{
  if (corpus == NULL)
    return;
  g_ptr_array_unref (corpus->layers);
  g_ptr_array_unref (corpus->documents);
  g_free (corpus->group);
  g_free (corpus);
}

/* Bytes, not a locale's order: answers are the same everywhere.  Sources only part documents that
 * were given one id. */
static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const JdDocument *left = *(const JdDocument *const *)a;
  const JdDocument *right = *(const JdDocument *const *)b;
  int order = strcmp (jd_document_id (left), jd_document_id (right));

  return order != 0 ? order : g_strcmp0 (jd_document_source (left), jd_document_source (right));
}

static int
compare_corpora (gconstpointer a, gconstpointer b)
{
  const JdCorpus *left = *(const JdCorpus *const *)a;
  const JdCorpus *right = *(const JdCorpus *const *)b;

  return strcmp (left->group, right->group);
}

/* The corpus of that group, made where there is none yet. */
static JdCorpus *
demand_corpus (GPtrArray *corpora, GHashTable *by_group, const char *group)
{
  JdCorpus *corpus = g_hash_table_lookup (by_group, group);

  if (corpus != NULL)
    return corpus;
  corpus = new_corpus (group);
  g_ptr_array_add (corpora, corpus);
  g_hash_table_insert (by_group, corpus->group, corpus);

  return corpus;
}

static void
group_by_fact (const GPtrArray *documents,
               const char *group_by,
               GPtrArray *corpora,
               GPtrArray *left_out)
{
  g_autoptr (GHashTable) by_group = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < documents->len; i++)
    {
      gpointer document = g_ptr_array_index (documents, i);
      const char *group = jd_document_fact (document, group_by);

      g_ptr_array_add (group != NULL ? demand_corpus (corpora, by_group, group)->documents
                                     : left_out,
                       document);
    }
  g_ptr_array_sort (corpora, compare_corpora);
}

GPtrArray *
jd_corpus_group_documents (const GPtrArray *documents, const char *group_by, GPtrArray *left_out)
{
  GPtrArray *corpora = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_corpus_free);

  if (group_by != NULL)
    group_by_fact (documents, group_by, corpora, left_out);
  else if (documents->len > 0)
    {
      JdCorpus *corpus = new_corpus (NULL);

      for (guint i = 0; i < documents->len; i++)
        g_ptr_array_add (corpus->documents, g_ptr_array_index (documents, i));
      g_ptr_array_add (corpora, corpus);
    }
  for (guint i = 0; i < corpora->len; i++)
    {
      JdCorpus *corpus = g_ptr_array_index (corpora, i);

      g_ptr_array_sort (corpus->documents, compare_documents);
    }

  return corpora;
}

void
jd_corpus_add_layer (JdCorpus *corpus, JdLayer *layer)
{
  g_return_if_fail (jd_corpus_layer (corpus, jd_layer_name (layer)) == NULL);

  g_ptr_array_add (corpus->layers, layer);
}

const char *
jd_corpus_group (const JdCorpus *corpus)
{
  return corpus->group;
}

gsize
jd_corpus_length (const JdCorpus *corpus)
{
  return corpus->documents->len;
}

const JdDocument *
jd_corpus_document (const JdCorpus *corpus, gsize index)
{
  g_return_val_if_fail (index < corpus->documents->len, NULL);

  return g_ptr_array_index (corpus->documents, index);
}

const JdLayer *
jd_corpus_layer (const JdCorpus *corpus, const char *name)
{
  for (guint i = 0; i < corpus->layers->len; i++)
    {
      const JdLayer *layer = g_ptr_array_index (corpus->layers, i);

      if (strcmp (jd_layer_name (layer), name) == 0)
        return layer;
    }

  return NULL;
}
