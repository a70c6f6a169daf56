/* test-conclude.c - corpora through pipelines
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/run.h"

#include "analyzers.h"

/* The digest of a report of `region` (NULL: unknown) after the pipeline. */
static JdDocument *
digest (const JdPipeline *pipeline, const char *id, const char *region, const char *text)
{
  g_autoptr (JdDocument) document = make_document (id, text);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  g_autoptr (GPtrArray) losers = g_ptr_array_new ();

  if (region != NULL)
    jd_document_give_fact (document, "region", region);
  jd_pipeline_run (pipeline, document, failures, losers);

  return digest_of (pipeline, document);
}

static GPtrArray *
make_corpus (const JdPipeline *pipeline)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);

  g_ptr_array_add (documents, digest (pipeline, "y2", "云溪区", "x"));
  g_ptr_array_add (documents, digest (pipeline, "nowhere", NULL, "x"));
  g_ptr_array_add (documents, digest (pipeline, "e1", "东湖区", "xx"));
  g_ptr_array_add (documents, digest (pipeline, "y1", "云溪区", "xxx"));

  return documents;
}

/* "id count <before @document#first; …" of every row of "census". */
static char *
show_census (const JdLayer *layer)
{
  GString *text = g_string_new (NULL);
  int before = jd_layer_column (layer, "before"), first = jd_layer_column (layer, "first");

  for (gsize row = 0; row < jd_layer_length (layer); row++)
    {
      g_string_append_printf (text, "%s%s %d", row > 0 ? "; " : "",
                              jd_layer_string (layer, row, jd_layer_column (layer, "document")),
                              (int)jd_layer_integer (layer, row, jd_layer_column (layer, "count")));
      if (jd_layer_has (layer, row, before))
        g_string_append_printf (text, " <%d", (int)jd_layer_reference (layer, row, before));
      if (jd_layer_has (layer, row, first))
        g_string_append_printf (text, " @%s#%d",
                                jd_document_id (jd_layer_reference_document (layer, row, first)),
                                (int)jd_layer_reference (layer, row, first));
    }

  return g_string_free (text, FALSE);
}

START_TEST (groups_are_concluded_in_order)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (FIND ("a", "x") ", \"census\", \"share\"", NULL);
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  const JdLayer *census = g_ptr_array_index (conclusion->layers, 0);
  const JdLayer *share = g_ptr_array_index (conclusion->layers, 1);
  g_autofree char *shown = show_census (census);

  ck_assert_uint_eq (conclusion->failures->len, 0);
  ck_assert_uint_eq (conclusion->layers->len, 2);
  ck_assert_str_eq (shown, "e1 2 @e1#0; y1 3 @y1#0; y2 1 <1 @y2#0");
  ck_assert_uint_eq (jd_layer_length (share), 2);
  ck_assert_int_eq (jd_layer_integer (share, 0, 0), 1);
  ck_assert_int_eq (jd_layer_integer (share, 1, 0), 2);
  ck_assert_uint_eq (conclusion->left_out->len, 1);
  ck_assert_str_eq (jd_document_id (g_ptr_array_index (conclusion->left_out, 0)), "nowhere");
}
END_TEST

START_TEST (documents_without_a_group_are_left_out_once_in_order)
{
  g_autoptr (JdPipeline) pipeline
      = make_pipeline (FIND ("a", "x") ", \"census\", {\"use\": \"census\", \"name\": \"again\"}",
                       "{\"census\": {\"rule\": \"union\"}}");
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = NULL;

  g_ptr_array_add (documents, digest (pipeline, "anywhere", NULL, "x"));
  conclusion = jd_pipeline_conclude (pipeline, documents);
  ck_assert_uint_eq (conclusion->left_out->len, 2);
  ck_assert_str_eq (jd_document_id (g_ptr_array_index (conclusion->left_out, 0)), "anywhere");
  ck_assert_str_eq (jd_document_id (g_ptr_array_index (conclusion->left_out, 1)), "nowhere");
}
END_TEST

START_TEST (without_group_by_all_documents_are_one_group)
{
  g_autoptr (JdPipeline) pipeline
      = make_pipeline (FIND ("a", "x") ", {\"use\": \"census\", \"group_by\": null}", NULL);
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  g_autofree char *shown = show_census (g_ptr_array_index (conclusion->layers, 0));

  ck_assert_str_eq (shown, "e1 2 @e1#0; nowhere 1 <0 @nowhere#0; y1 3 <1 @y1#0; y2 1 <2 @y2#0");
  ck_assert_uint_eq (conclusion->left_out->len, 0);
}
END_TEST

START_TEST (corpus_layer_of_two_givers_is_joined_group_by_group)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (
      FIND ("a", "x") ", \"census\", {\"use\": \"census\", \"name\": \"again\"}, \"share\"",
      "{\"census\": {\"rule\": \"union\"}}");
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  const JdLayer *census = g_ptr_array_index (conclusion->layers, 0);
  g_autofree char *shown = show_census (census);

  ck_assert_str_eq (shown, "e1 2 @e1#0; e1 2 @e1#0; y1 3 @y1#0; y2 1 <2 @y2#0; y1 3 @y1#0; "
                           "y2 1 <4 @y2#0");
  ck_assert_str_eq (jd_layer_analyzer (census, 4), "again");
  ck_assert_int_eq (jd_layer_integer (g_ptr_array_index (conclusion->layers, 1), 1, 0), 4);
}
END_TEST

START_TEST (a_group_fails_alone)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (FIND ("a", "x") ", \"census\", \"share\"", NULL);
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = NULL;
  const JdFailure *failure;

  g_ptr_array_add (documents, digest (pipeline, "b1", "败区", "x"));
  conclusion = jd_pipeline_conclude (pipeline, documents);
  ck_assert_uint_eq (conclusion->failures->len, 2);
  failure = g_ptr_array_index (conclusion->failures, 0);
  ck_assert_str_eq (failure->analyzer, "census");
  ck_assert_str_eq (failure->group, "败区");
  ck_assert_str_eq (failure->error->message, "nobody opened");
  failure = g_ptr_array_index (conclusion->failures, 1);
  ck_assert_str_eq (failure->analyzer, "share");
  ck_assert_str_eq (failure->error->message,
                    "skipped: needs layer \"census\", which analyzer \"census\" failed to give");
  ck_assert_uint_eq (jd_layer_length (g_ptr_array_index (conclusion->layers, 0)), 3);
  ck_assert_uint_eq (jd_layer_length (g_ptr_array_index (conclusion->layers, 1)), 2);
}
END_TEST

START_TEST (documents_without_needed_layers_take_no_part)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (
      "{\"use\": \"find\", \"options\": {\"word\": \"x\"}, \"when\": {\"region\": \"云溪区\"}}, "
      "\"census\"",
      NULL);
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  g_autofree char *shown = show_census (g_ptr_array_index (conclusion->layers, 0));

  ck_assert_str_eq (shown, "y1 3 @y1#0; y2 1 <0 @y2#0");
  ck_assert_uint_eq (conclusion->failures->len, 0);
}
END_TEST

START_TEST (conditions_choose_documents_of_the_corpus_too)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (
      FIND ("a", "x") ", {\"use\": \"census\", \"when\": {\"region\": \"东湖区\"}}, \"share\"",
      NULL);
  g_autoptr (GPtrArray) documents = make_corpus (pipeline);
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  g_autofree char *shown = show_census (g_ptr_array_index (conclusion->layers, 0));

  ck_assert_str_eq (shown, "e1 2 @e1#0");
  ck_assert_uint_eq (jd_layer_length (g_ptr_array_index (conclusion->layers, 1)), 1);
  ck_assert_uint_eq (conclusion->failures->len, 0);
}
END_TEST

START_TEST (no_documents_no_layers)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (FIND ("a", "x") ", \"census\"", NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);

  ck_assert_uint_eq (conclusion->layers->len, 0);
  ck_assert_uint_eq (conclusion->failures->len, 0);
}
END_TEST

JD_SUITE ("conclude",
          groups_are_concluded_in_order,
          documents_without_a_group_are_left_out_once_in_order,
          without_group_by_all_documents_are_one_group,
          corpus_layer_of_two_givers_is_joined_group_by_group,
          a_group_fails_alone,
          documents_without_needed_layers_take_no_part,
          conditions_choose_documents_of_the_corpus_too,
          no_documents_no_layers)
