/* test-tally.c - what a run has come to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/tally.h"

#include "core/model/document.h"
#include "suite.h"

static const char *const verdicts[] = { "met", "missed", NULL };
static const char *const names[] = { "judge", NULL };
static const char *const tabulate[] = { "region", "year", "verdict", NULL };

static const JdField fields[] = {
  { "region", JD_FIELD_STRING },
  { "year", JD_FIELD_INTEGER },
  { "verdict", JD_FIELD_ONE_OF, .values = verdicts },
  { NULL },
};

static const JdLayerSpec tabulated[] = {
  { .name = "result", .kind = JD_LAYER_CORPUS, .fields = fields, .tabulate = tabulate },
  { NULL },
};

/* The same without a table. */
static const JdLayerSpec plain[] = {
  { .name = "result", .kind = JD_LAYER_CORPUS, .fields = fields },
  { NULL },
};

static const struct
{
  const char *region;
  gint64 year;
  const char *verdict;
} rows[] = {
  { "江临市", 2022, "met" }, { "云溪区", 2022, "met" }, { "云溪区", 2022, "missed" },
  { "云溪区", 2021, "met" }, { "云溪区", 2022, "met" }, { NULL, 2022, NULL },
};

static JdConclusion *
conclude (const JdLayerSpec *spec)
{
  g_autoptr (JdOutput) output = jd_output_new (spec, TRUE);
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  JdLayerRow staged[G_N_ELEMENTS (rows)];
  JdConclusion *conclusion = g_new0 (JdConclusion, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JdRecord record = jd_output_append_row (output, "result");

      jd_record_set_integer (record, "year", rows[i].year);
      if (rows[i].region != NULL)
        jd_record_set_string (record, "region", rows[i].region, -1);
      if (rows[i].verdict != NULL)
        jd_record_set_string (record, "verdict", rows[i].verdict, -1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    staged[i] = (JdLayerRow){ jd_output_layer (output, "result"), i, 0 };
  conclusion->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_layer_free);
  conclusion->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  conclusion->left_out = g_ptr_array_new ();
  g_ptr_array_add (conclusion->layers,
                   jd_layer_new (schema, staged, G_N_ELEMENTS (rows), names, NULL));

  return conclusion;
}

static gboolean
show_line (gpointer key, gpointer value, gpointer data)
{
  g_autofree char *joined = g_strjoinv ("/", key);
  const guint64 *numbers = value;

  g_string_append_printf (data, "%s=%d,%d ", joined, (int)numbers[0], (int)numbers[1]);
  return FALSE;
}

START_TEST (counts_by_key_and_value_in_the_order_of_keys)
{
  g_autoptr (JdTally) tally = jd_tally_new ();
  g_autoptr (JdConclusion) conclusion = conclude (tabulated);
  g_autoptr (GString) shown = g_string_new (NULL);
  const JdLayerTally *layer;

  jd_tally_add_conclusion (tally, conclusion);
  jd_tally_add_conclusion (tally, conclusion);
  ck_assert_uint_eq (tally->layers->len, 1);
  layer = g_ptr_array_index (tally->layers, 0);
  ck_assert_str_eq (layer->name, "result");
  ck_assert_uint_eq (layer->records, 2 * G_N_ELEMENTS (rows));
  g_tree_foreach (layer->lines, show_line, shown);
  ck_assert_str_eq (shown->str, "/2022=0,0 云溪区/2021=2,0 云溪区/2022=4,2 江临市/2022=2,0 ");
}
END_TEST

START_TEST (makes_no_table_where_none_is_asked_for)
{
  g_autoptr (JdTally) tally = jd_tally_new ();
  g_autoptr (JdConclusion) conclusion = conclude (plain);
  const JdLayerTally *layer;

  jd_tally_add_conclusion (tally, conclusion);
  layer = g_ptr_array_index (tally->layers, 0);
  ck_assert_uint_eq (layer->records, G_N_ELEMENTS (rows));
  ck_assert_ptr_null (layer->lines);
}
END_TEST

START_TEST (counts_failures_by_analyzer)
{
  static const char *const analyzers[] = { "number", NULL, "number" };
  g_autoptr (JdTally) tally = jd_tally_new ();
  g_autoptr (JdConclusion) conclusion = conclude (tabulated);

  ck_assert (!jd_tally_has_failures (tally));
  for (gsize i = 0; i < G_N_ELEMENTS (analyzers); i++)
    {
      JdFailure *failure = g_new0 (JdFailure, 1);

      failure->analyzer = analyzers[i];
      failure->error = g_error_new (JD_ERROR, JD_ERROR_ANALYSIS, "%s", "x");
      g_ptr_array_add (conclusion->failures, failure);
    }
  jd_tally_add_conclusion (tally, conclusion);
  ck_assert (jd_tally_has_failures (tally));
  ck_assert_uint_eq (tally->failures->len, 2);
  ck_assert_str_eq (((JdCount *)g_ptr_array_index (tally->failures, 0))->name, "number");
  ck_assert_uint_eq (((JdCount *)g_ptr_array_index (tally->failures, 0))->number, 2);
  ck_assert_str_eq (((JdCount *)g_ptr_array_index (tally->failures, 1))->name, "core");
}
END_TEST

START_TEST (counts_unread_documents_as_failures)
{
  g_autoptr (JdTally) tally = jd_tally_new ();

  jd_tally_add_unread (tally);
  ck_assert (jd_tally_has_failures (tally));
  ck_assert_uint_eq (tally->documents, 1);
  ck_assert_uint_eq (tally->unread, 1);
}
END_TEST

JD_SUITE ("tally",
          counts_by_key_and_value_in_the_order_of_keys,
          makes_no_table_where_none_is_asked_for,
          counts_failures_by_analyzer,
          counts_unread_documents_as_failures)
