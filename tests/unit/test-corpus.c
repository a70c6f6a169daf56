/* test-corpus.c - documents of one group, and how they are grouped
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/corpus.h"

#include <string.h>

#include "tests/unit/suite.h"

static JdDocument *
new_document (const char *id, const char *source, const char *region)
{
  GError *error = NULL;
  JdText *text = jd_text_new ("a", 1, &error);
  JdDocument *document;

  jd_assert_no_error (error);
  document = jd_document_new (id, source, text);
  if (region != NULL)
    jd_document_give_fact (document, "region", region);

  return document;
}

/* In no order; two share an id. */
static const struct
{
  const char *id;
  const char *source;
  const char *region;
} given[] = {
  { "b-2024", "b.md", "云溪区" }, { "z-2020", "z.md", NULL },     { "B-2023", "B.md", "云溪区" },
  { "a-10", "a10.md", "江临市" }, { "a-9", "a9.md", "江临市" },   { "a-9", "a8.md", "江临市" },
  { "y-2020", "y.md", NULL },     { "é-2022", "e.md", "云溪区" },
};

static GPtrArray *
new_documents (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    g_ptr_array_add (documents, new_document (given[i].id, given[i].source, given[i].region));

  return documents;
}

/* "GROUP: SOURCE SOURCE; GROUP: …", so that a case compares one string. */
static char *
show (const GPtrArray *corpora)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < corpora->len; i++)
    {
      const JdCorpus *corpus = g_ptr_array_index (corpora, i);
      const char *group = jd_corpus_group (corpus);

      g_string_append_printf (shown, "%s%s:", i > 0 ? "; " : "", group != NULL ? group : "all");
      for (gsize j = 0; j < jd_corpus_length (corpus); j++)
        g_string_append_printf (shown, " %s", jd_document_source (jd_corpus_document (corpus, j)));
    }

  return g_string_free (shown, FALSE);
}

START_TEST (groups_by_a_fact_in_order_of_bytes)
{
  g_autoptr (GPtrArray) documents = new_documents ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) corpora = jd_corpus_group_documents (documents, "region", left_out);
  g_autofree char *shown = show (corpora);

  ck_assert_str_eq (shown, "云溪区: B.md b.md e.md; 江临市: a10.md a8.md a9.md");
  ck_assert_uint_eq (left_out->len, 2);
  ck_assert_ptr_eq (g_ptr_array_index (left_out, 0), g_ptr_array_index (documents, 1));
  ck_assert_ptr_eq (g_ptr_array_index (left_out, 1), g_ptr_array_index (documents, 6));
}
END_TEST

START_TEST (gives_one_group_without_a_fact)
{
  g_autoptr (GPtrArray) documents = new_documents ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) corpora = jd_corpus_group_documents (documents, NULL, left_out);
  g_autofree char *shown = show (corpora);

  ck_assert_str_eq (shown, "all: B.md a10.md a8.md a9.md b.md y.md z.md e.md");
  ck_assert_uint_eq (left_out->len, 0);
}
END_TEST

START_TEST (is_the_same_whatever_the_order)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) documents = new_documents ();
  g_autofree char *first = NULL;

  for (int round = 0; round < 50; round++)
    {
      g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
      g_autoptr (GPtrArray) corpora = jd_corpus_group_documents (documents, "region", left_out);
      g_autofree char *shown = show (corpora);
      guint a = (guint)g_rand_int_range (random, 0, (gint32)documents->len);
      guint b = (guint)g_rand_int_range (random, 0, (gint32)documents->len);
      gpointer moved = g_ptr_array_index (documents, a);

      if (first == NULL)
        first = g_strdup (shown);
      ck_assert_str_eq (shown, first);
      g_ptr_array_index (documents, a) = g_ptr_array_index (documents, b);
      g_ptr_array_index (documents, b) = moved;
    }
}
END_TEST

START_TEST (gives_no_group_without_documents)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) by_region = jd_corpus_group_documents (none, "region", left_out);
  g_autoptr (GPtrArray) all = jd_corpus_group_documents (none, NULL, left_out);

  ck_assert_uint_eq (by_region->len, 0);
  ck_assert_uint_eq (all->len, 0);
}
END_TEST

START_TEST (keeps_the_layers_of_earlier_analyzers)
{
  const JdLayerSpec spec = { .name = "achievement", .kind = JD_LAYER_CORPUS };
  g_autoptr (JdSchema) schema = jd_schema_new (&spec);
  g_autoptr (GPtrArray) documents = new_documents ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) corpora = jd_corpus_group_documents (documents, "region", left_out);
  JdCorpus *corpus = g_ptr_array_index (corpora, 0);
  JdLayer *layer = jd_layer_new (schema, NULL, 0, NULL, NULL);

  ck_assert_ptr_null (jd_corpus_layer (corpus, "achievement"));
  jd_corpus_add_layer (corpus, layer);
  ck_assert_ptr_eq (jd_corpus_layer (corpus, "achievement"), layer);
  ck_assert_ptr_null (jd_corpus_layer (g_ptr_array_index (corpora, 1), "achievement"));
}
END_TEST

JD_SUITE ("corpus",
          groups_by_a_fact_in_order_of_bytes,
          gives_one_group_without_a_fact,
          is_the_same_whatever_the_order,
          gives_no_group_without_documents,
          keeps_the_layers_of_earlier_analyzers)
