/* test-run.c - documents through pipelines
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/run.h"

#include "analyzers.h"

/* A document that has been through a pipeline. */
typedef struct
{
  JdPipeline *pipeline;
  JdDocument *document;
  GPtrArray *failures;
  GPtrArray *losers;
} Ran;

static Ran
run (const char *analyzers, const char *merge, const char *text)
{
  Ran ran = { make_pipeline (analyzers, merge), make_document ("d", text) };

  ran.failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  ran.losers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_losers_free);
  jd_document_give_fact (ran.document, "region", "云溪区");
  jd_pipeline_run (ran.pipeline, ran.document, ran.failures, ran.losers);

  return ran;
}

static void
clear (Ran *ran)
{
  g_ptr_array_unref (ran->losers);
  g_ptr_array_unref (ran->failures);
  jd_document_free (ran->document);
  jd_pipeline_free (ran->pipeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ran, clear)

/* "0-3 analyzer word <before; …" of every record of layer "mark" or "note". */
static char *
show (const JdLayer *layer)
{
  GString *text = g_string_new (NULL);
  int word = jd_layer_column (layer, "word");
  int reference = jd_layer_column (layer, word < 0 ? "mark" : "before");

  for (gsize row = 0; row < jd_layer_length (layer); row++)
    {
      JdSpan span = jd_layer_span (layer, row);

      g_string_append_printf (text, "%s%d-%d %s", row > 0 ? "; " : "", (int)span.begin,
                              (int)span.end, jd_layer_analyzer (layer, row));
      if (jd_layer_has (layer, row, word))
        g_string_append_printf (text, " %s", jd_layer_string (layer, row, word));
      if (jd_layer_has (layer, row, reference))
        g_string_append_printf (text, " <%d", (int)jd_layer_reference (layer, row, reference));
    }

  return g_string_free (text, FALSE);
}

static void
assert_layer (const Ran *ran, const char *name, const char *wanted)
{
  const JdLayer *layer = jd_document_layer (ran->document, name);
  g_autofree char *shown = layer != NULL ? show (layer) : NULL;

  ck_assert_pstr_eq (shown, wanted);
}

static void
assert_failure (const Ran *ran, guint index, const char *analyzer, const char *part)
{
  const JdFailure *failure;

  ck_assert_uint_gt (ran->failures->len, index);
  failure = g_ptr_array_index (ran->failures, index);
  ck_assert_str_eq (failure->analyzer, analyzer);
  ck_assert_ptr_null (failure->group);
  ck_assert (g_error_matches (failure->error, JD_ERROR, JD_ERROR_ANALYSIS));
  ck_assert_msg (strstr (failure->error->message, part) != NULL, "\"%s\" lacks \"%s\"",
                 failure->error->message, part);
}

START_TEST (records_go_into_layers_in_order)
{
  g_auto (Ran) ran = run (FIND ("a", "b") ", \"note\"", NULL, "ab ab b");

  ck_assert_uint_eq (ran.failures->len, 0);
  assert_layer (&ran, "mark", "1-2 a b; 4-5 a b <0; 6-7 a b <1");
  assert_layer (&ran, "note", "1-2 note <0; 4-5 note <1; 6-7 note <2");
}
END_TEST

START_TEST (analyzer_without_records_gives_an_empty_layer)
{
  g_auto (Ran) ran = run (FIND ("a", "z") ", \"note\"", NULL, "ab");

  ck_assert_uint_eq (ran.failures->len, 0);
  assert_layer (&ran, "mark", "");
  assert_layer (&ran, "note", "");
}
END_TEST

START_TEST (references_follow_records_that_move)
{
  g_auto (Ran) ran = run ("\"twice\", \"note\"", NULL, "aaabbbccc");

  assert_layer (&ran, "mark", "0-3 twice twice; 3-6 twice twice; 6-9 twice twice");
  assert_layer (&ran, "pair", "0-3 twice <0; 3-6 twice <1; 6-9 twice <2");
}
END_TEST

START_TEST (references_follow_records_into_a_layer_of_several)
{
  g_auto (Ran) ran
      = run ("\"twice\", " FIND ("a", "b"), "{\"mark\": {\"rule\": \"union\"}}", "aaabbbccc");

  assert_layer (&ran, "mark",
                "0-3 twice twice; 3-6 twice twice; 3-4 a b; 4-5 a b <2; 5-6 a b <3; "
                "6-9 twice twice");
  assert_layer (&ran, "pair", "0-3 twice <0; 3-6 twice <1; 6-9 twice <5");
}
END_TEST

START_TEST (references_to_losers_lead_to_winners)
{
  g_auto (Ran) ran
      = run ("\"twice\", " FIND ("a", "b"),
             "{\"mark\": {\"rule\": \"priority\", \"order\": [\"a\", \"twice\"]}}", "aaabbbccc");

  assert_layer (&ran, "mark", "0-3 twice twice; 3-4 a b; 4-5 a b <1; 5-6 a b <2; 6-9 twice twice");
  assert_layer (&ran, "pair", "0-3 twice <0; 3-6 twice <1; 6-9 twice <4");
  ck_assert_uint_eq (ran.losers->len, 0);
}
END_TEST

START_TEST (references_to_who_lost_to_nobody_are_dropped)
{
  g_auto (Ran) ran
      = run ("\"twice\", " FIND ("a", "bbb"), "{\"mark\": {\"rule\": \"vote\"}}", "aaabbbccc");

  assert_layer (&ran, "mark", "3-6 twice twice");
  assert_layer (&ran, "pair", "0-3 twice; 3-6 twice <0; 6-9 twice");
}
END_TEST

START_TEST (losers_are_kept_with_their_winners)
{
  g_auto (Ran) ran
      = run (FIND ("short", "云溪") ", " FIND ("long", "云溪区"),
             "{\"mark\": {\"rule\": \"longest\", \"losers\": true}}", "在云溪区，云溪人");
  const JdLosers *losers;
  g_autofree char *shown = NULL;

  assert_layer (&ran, "mark", "3-12 long 云溪区; 15-21 short 云溪 <0");
  ck_assert_uint_eq (ran.losers->len, 1);
  losers = g_ptr_array_index (ran.losers, 0);
  shown = show (losers->layer);
  ck_assert_str_eq (jd_layer_name (losers->layer), "mark");
  ck_assert_str_eq (shown, "3-9 short 云溪");
  ck_assert_uint_eq (losers->beaten_by->len, 1);
  ck_assert_uint_eq (g_array_index (losers->beaten_by, gsize, 0), 0);
}
END_TEST

START_TEST (votes_count_those_who_ran)
{
  const char *merge = "{\"mark\": {\"rule\": \"vote\", \"losers\": true}}";
  g_auto (Ran) all = run (FIND ("a", "x") ", " FIND ("b", "x") ", " FIND ("c", "y"), merge, "x y");
  g_auto (Ran) one
      = run (FIND ("a", "x") ", {\"use\": \"find\", \"when\": {\"region\": \"东\"}}", merge, "x y");
  const JdLosers *losers = g_ptr_array_index (all.losers, 0);

  assert_layer (&all, "mark", "0-1 a x");
  ck_assert_uint_eq (losers->beaten_by->len, 2);
  ck_assert_uint_eq (g_array_index (losers->beaten_by, gsize, 0), 0);
  ck_assert_uint_eq (g_array_index (losers->beaten_by, gsize, 1), JD_NO_ROW);
  assert_layer (&one, "mark", "0-1 a x");
}
END_TEST

#define INFO(name, options)                                                                        \
  "{\"use\": \"info\", \"name\": \"" name "\", \"options\": {" options "}}"

START_TEST (document_layers_merge_field_by_field)
{
  const char *both
      = INFO ("a", "\"title\": \"甲\"") ", " INFO ("b",
                                                   "\"title\": \"乙\", \"region\": \"东湖区\"");
  g_auto (Ran) first = run (both, "{\"info\": {\"rule\": \"union\", \"losers\": true}}", "x");
  g_auto (Ran) second
      = run (both,
             "{\"info\": {\"rule\": \"priority\", \"order\": [\"b\", \"a\"], \"losers\": true}}",
             "x");
  const JdLosers *losers = g_ptr_array_index (first.losers, 0);
  const JdLayer *info = jd_document_layer (first.document, "info");

  ck_assert_uint_eq (jd_layer_length (info), 1);
  ck_assert_str_eq (jd_layer_analyzer (info, 0), "a");
  ck_assert_str_eq (jd_layer_string (info, 0, jd_layer_column (info, "title")), "甲");
  ck_assert_str_eq (jd_layer_string (info, 0, jd_layer_column (info, "region")), "东湖区");
  ck_assert_str_eq (jd_layer_analyzer (losers->layer, 0), "b");
  ck_assert_uint_eq (g_array_index (losers->beaten_by, gsize, 0), 0);
  ck_assert_str_eq (jd_document_fact (second.document, "title"), "乙");
  ck_assert_str_eq (jd_document_fact (second.document, "region"), "云溪区");
  losers = g_ptr_array_index (second.losers, 0);
  ck_assert_str_eq (jd_layer_analyzer (losers->layer, 0), "a");
}
END_TEST

START_TEST (document_layer_may_have_no_record)
{
  g_auto (Ran) ran = run ("\"info\"", NULL, "x");
  const JdLayer *info = jd_document_layer (ran.document, "info");

  ck_assert_ptr_nonnull (info);
  ck_assert_uint_eq (jd_layer_length (info), 0);
  ck_assert_ptr_null (jd_document_fact (ran.document, "title"));
}
END_TEST

START_TEST (failures_are_told_and_others_go_on)
{
  g_auto (Ran) ran = run ("{\"use\": \"find\", \"options\": {\"broken\": true}}, \"info\", "
                          "\"mute\", \"twice\", \"note\"",
                          "{\"mark\": {\"rule\": \"union\"}}", "aaabbbccc");

  ck_assert_uint_eq (ran.failures->len, 3);
  assert_failure (&ran, 0, "find", "the word list is wet");
  assert_failure (&ran, 1, "mute", "analyze() failed and did not say why");
  assert_failure (&ran, 2, "note",
                  "skipped: needs layer \"mark\", which analyzer \"find\" failed to give");
  ck_assert_ptr_nonnull (jd_document_layer (ran.document, "info"));
  assert_layer (&ran, "pair", "0-3 twice <0; 3-6 twice <1; 6-9 twice <2");
  assert_layer (&ran, "mark", "0-3 twice twice; 3-6 twice twice; 6-9 twice twice");
  assert_layer (&ran, "note", NULL);
}
END_TEST

START_TEST (failure_is_handed_on_to_who_needs_the_layer)
{
  g_auto (Ran) ran = run ("{\"use\": \"find\", \"options\": {\"broken\": true}}, \"note\", "
                          "\"gloss\"",
                          NULL, "x");

  ck_assert_uint_eq (ran.failures->len, 3);
  assert_failure (&ran, 2, "gloss",
                  "skipped: needs layer \"note\", which analyzer \"note\" failed to give");
}
END_TEST

START_TEST (output_with_a_fault_is_refused_whole)
{
  g_auto (Ran) ran = run (FIND ("a", "b") ", \"note\", \"gloss\"", NULL, "abc");

  ck_assert_uint_eq (ran.failures->len, 1);
  assert_failure (&ran, 0, "gloss", "layer \"gloss\", record 1: bytes 0 to 4 lie outside the text");
  assert_layer (&ran, "gloss", NULL);
}
END_TEST

START_TEST (step_whose_condition_fails_is_no_failure)
{
  g_auto (Ran) ran = run ("{\"use\": \"find\", \"when\": {\"region\": \"东湖区\"}}, \"note\", "
                          "\"gloss\", \"info\"",
                          NULL, "x");

  ck_assert_uint_eq (ran.failures->len, 0);
  assert_layer (&ran, "mark", NULL);
  assert_layer (&ran, "note", NULL);
  ck_assert_ptr_nonnull (jd_document_layer (ran.document, "info"));
}
END_TEST

START_TEST (optional_needs_may_be_absent)
{
  g_auto (Ran) ran
      = run ("{\"use\": \"info\", \"when\": {\"region\": \"东湖区\"}}, " FIND ("a",
                                                                               "x") ", \"note\"",
             NULL, "x");

  ck_assert_uint_eq (ran.failures->len, 0);
  assert_layer (&ran, "note", "0-1 note <0");
}
END_TEST

START_TEST (conditions_see_facts_of_earlier_steps)
{
  g_auto (Ran) ran
      = run (INFO ("a",
                   "\"title\": \"报告\"") ", {\"use\": \"find\", \"options\": {\"word\": \"x\"}, "
                                          "\"when\": {\"title\": \"报告\"}}",
             NULL, "x");

  assert_layer (&ran, "mark", "0-1 find x");
}
END_TEST

static gpointer
run_many (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (JdDocument) document = make_document ("d", "aaabbbccc");
      g_autoptr (GPtrArray) failures = g_ptr_array_new ();
      g_autoptr (GPtrArray) losers = g_ptr_array_new ();
      g_autofree char *shown = NULL;

      jd_pipeline_run (data, document, failures, losers);
      shown = show (jd_document_layer (document, "pair"));
      if (!g_str_equal (shown, "0-3 twice <0; 3-6 twice <1; 6-9 twice <5"))
        return data;
    }

  return NULL;
}

START_TEST (threads_may_share_a_pipeline)
{
  g_autoptr (JdPipeline) pipeline
      = make_pipeline ("\"twice\", " FIND ("a", "b"), "{\"mark\": {\"rule\": \"union\"}}");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("run", run_many, pipeline);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    ck_assert_ptr_null (g_thread_join (threads[i]));
}
END_TEST

JD_SUITE ("run",
          records_go_into_layers_in_order,
          analyzer_without_records_gives_an_empty_layer,
          references_follow_records_that_move,
          references_follow_records_into_a_layer_of_several,
          references_to_losers_lead_to_winners,
          references_to_who_lost_to_nobody_are_dropped,
          losers_are_kept_with_their_winners,
          votes_count_those_who_ran,
          document_layers_merge_field_by_field,
          document_layer_may_have_no_record,
          failures_are_told_and_others_go_on,
          failure_is_handed_on_to_who_needs_the_layer,
          output_with_a_fault_is_refused_whole,
          step_whose_condition_fails_is_no_failure,
          optional_needs_may_be_absent,
          conditions_see_facts_of_earlier_steps,
          threads_may_share_a_pipeline)
