/* test-records.c - documents and corpus results as JSON objects
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/records.h"

#include "analyzers.h"
#include "core/model/document.h"

#define TEXT "# 云溪区\n\n增长**7.5%**。\n"

static const char *const kinds[] = { "percent", "amount", NULL };
static const char *const names[] = { "number", NULL };

static const JdField quantity_fields[] = {
  { "kind", JD_FIELD_ONE_OF, .values = kinds },
  { "value", JD_FIELD_DECIMAL },
  { "count", JD_FIELD_INTEGER },
  { "sure", JD_FIELD_BOOLEAN },
  { "unit", JD_FIELD_STRING },
  { "same_as", JD_FIELD_REFERENCE, .target = "quantity" },
  { NULL },
};

static const JdField fact_fields[] = {
  { "region", JD_FIELD_STRING },
  { "report_year", JD_FIELD_INTEGER },
  { "source", JD_FIELD_STRING },
  { NULL },
};

static const JdLayerSpec quantity[] = {
  { .name = "quantity", .kind = JD_LAYER_SPANS, .fields = quantity_fields },
  { NULL },
};

static const JdLayerSpec facts[] = {
  { .name = "metadata", .kind = JD_LAYER_DOCUMENT, .fields = fact_fields },
  { NULL },
};

static JdDocument *
new_document (void)
{
  GError *error = NULL;
  JdText *text = jd_text_new (TEXT, strlen (TEXT), &error);

  jd_assert_no_error (error);
  return jd_document_new ("yunxi-2023", "in/yunxi-2023.md", text);
}

/* All records that the output has, as a layer. */
static JdLayer *
layer_of (JdOutput *output, const JdLayerSpec *spec, const JdDocument *document)
{
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  const JdStagedLayer *staged = jd_output_layer (output, spec->name);
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, staged->n_rows);

  for (gsize i = 0; i < staged->n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  return jd_layer_new (schema, rows, staged->n_rows, names, document);
}

/* "7.5%" with every field, and "7.5" with a reference to it. */
static JdLayer *
new_quantities (const JdDocument *document)
{
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  gsize begin = (gsize)(strstr (jd_document_text (document, NULL), "7.5%")
                        - jd_document_text (document, NULL));
  JdRecord full = jd_output_append (output, "quantity", begin, begin + 4);
  JdRecord bare = jd_output_append (output, "quantity", begin, begin + 3);

  jd_record_set_string (full, "kind", "percent", -1);
  jd_record_set_decimal (full, "value", (JdDecimal){ 75, 1 });
  jd_record_set_integer (full, "count", -3);
  jd_record_set_boolean (full, "sure", FALSE);
  jd_record_set_string (full, "unit", "\"%\"", -1);
  jd_record_set_reference (bare, "same_as", full.row);

  return layer_of (output, quantity, document);
}

static void
add_metadata (JdDocument *document)
{
  g_autoptr (JdOutput) output = jd_output_new (facts, FALSE);
  JdRecord record = jd_output_append_row (output, "metadata");

  jd_record_set_string (record, "region", "云溪区", -1);
  jd_record_set_integer (record, "report_year", 2023);
  jd_record_set_string (record, "source", "somewhere", -1);
  jd_document_add_layer (document, layer_of (output, facts, document));
}

/* The line of the document with neither losers nor failures. */
static char *
line_of (const JdDocument *document)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GString *line = g_string_new (NULL);

  jd_records_append_document (line, document, none, none);
  return g_string_free (line, FALSE);
}

static void
add_digest (GPtrArray *digests,
            const JdPipeline *pipeline,
            const char *id,
            const char *region,
            const char *text)
{
  g_autoptr (JdDocument) document = make_document (id, text);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (region != NULL)
    jd_document_give_fact (document, "region", region);
  jd_pipeline_run (pipeline, document, none, none);
  g_ptr_array_add (digests, digest_of (pipeline, document));
}

static void
expect_part (const char *line, const char *part)
{
  ck_assert_msg (strstr (line, part) != NULL, "%s\nlacks\n%s", line, part);
}

START_TEST (writes_places_in_the_source_and_every_type_of_field)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autofree char *line = NULL;

  jd_document_add_layer (document, new_quantities (document));
  line = line_of (document);
  ck_assert (g_str_has_prefix (line, "{\"document\":{\"id\":\"yunxi-2023\",\"source\":\"in/"
                                     "yunxi-2023.md\",\"sha256\":\""));
  expect_part (line, "\"quantity\":[{\"id\":\"quantity-1\",\"begin\":11,\"end\":15,"
                     "\"text\":\"7.5%\",\"analyzer\":\"number\",\"kind\":\"percent\","
                     "\"value\":7.5,\"count\":-3,\"sure\":false,\"unit\":\"\\\"%\\\"\"},"
                     "{\"id\":\"quantity-2\",\"begin\":11,\"end\":14,\"text\":\"7.5\","
                     "\"analyzer\":\"number\",\"same_as\":\"quantity-1\"}]}}\n");
}
END_TEST

START_TEST (shows_facts_once_with_what_the_user_gave_first)
{
  static const struct
  {
    const char *name;
    const char *given;
    const char *wanted;
  } cases[] = {
    { NULL, NULL, ",\"region\":\"云溪区\",\"report_year\":2023}" },
    { "region", "江临市", ",\"region\":\"江临市\",\"report_year\":2023}" },
    { "report_year", "2023", ",\"report_year\":2023,\"region\":\"云溪区\"}" },
    { "report_year", "2024", ",\"report_year\":\"2024\",\"region\":\"云溪区\"}" },
    { "region", "\"云溪区\"", ",\"region\":\"\\\"云溪区\\\"\",\"report_year\":2023}" },
    { "speaker", "李明", ",\"speaker\":\"李明\",\"region\":\"云溪区\",\"report_year\":2023}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JdDocument) document = new_document ();
      g_autofree char *line = NULL;

      if (cases[i].name != NULL)
        jd_document_give_fact (document, cases[i].name, cases[i].given);
      add_metadata (document);
      line = line_of (document);
      expect_part (line, cases[i].wanted);
    }
}
END_TEST

START_TEST (shows_losers_and_failures)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();
  g_autoptr (GPtrArray) losers = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = g_error_new (JD_ERROR, JD_ERROR_ANALYSIS, "number: no %s", "list");
  g_autoptr (GError) foreign = g_error_new (G_FILE_ERROR, G_FILE_ERROR_IO, "wet");
  JdFailure own = { "number", NULL, error };
  JdFailure other = { NULL, NULL, foreign };
  g_autoptr (GArray) beaten_by = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_autoptr (JdLayer) lost = new_quantities (document);
  JdLosers lot = { lost, beaten_by };

  g_array_set_size (beaten_by, 2);
  g_array_index (beaten_by, gsize, 1) = 4;
  g_ptr_array_add (failures, &own);
  g_ptr_array_add (failures, &other);
  g_ptr_array_add (losers, &lot);
  jd_records_append_document (line, document, failures, losers);
  expect_part (line->str,
               "},\"losers\":{\"quantity\":[{\"beaten_by\":\"quantity-1\",\"begin\":11,");
  expect_part (line->str, "{\"beaten_by\":\"quantity-5\",\"begin\":11,");
  expect_part (line->str, "]},\"errors\":[{\"analyzer\":\"number\",\"code\":\"analysis\","
                          "\"message\":\"number: no list\"},{\"analyzer\":\"core\","
                          "\"code\":\"internal\",\"message\":\"wet\"}]}\n");
}
END_TEST

START_TEST (shows_the_corpus_with_its_references)
{
  g_autoptr (JdPipeline) pipeline = make_pipeline (FIND ("a", "x") ", \"census\"", NULL);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  g_autoptr (JdConclusion) conclusion = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *wanted = g_strdup_printf (
      "{\"corpus\":{\"documents\":3,\"pipeline\":\"%s\",\"analyzers\":[{\"name\":\"a\",\"plugin\":"
      "\"find\",\"version\":\"1\"},{\"name\":\"census\",\"plugin\":\"census\",\"version\":\"1\"}],"
      "\"left_out\":[\"y3\"]},\"layers\":{\"census\":[{\"id\":\"census-1\",\"analyzer\":\"census\","
      "\"document\":\"y1\",\"count\":1,\"first\":\"y1#mark-1\"},{\"id\":\"census-2\",\"analyzer\":"
      "\"census\",\"document\":\"y2\",\"count\":0,\"before\":\"census-1\"}]}}\n",
      jd_pipeline_sha256 (pipeline));

  add_digest (digests, pipeline, "y1", "云溪区", "x");
  add_digest (digests, pipeline, "y2", "云溪区", "-");
  add_digest (digests, pipeline, "y3", NULL, "x");
  conclusion = jd_pipeline_conclude (pipeline, digests);
  jd_records_append_corpus (line, pipeline, digests->len, conclusion);
  ck_assert_str_eq (line->str, wanted);
}
END_TEST

START_TEST (knows_which_names_are_taken)
{
  static const char *const taken[] = { "", "id", "source", "sha256" };

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    ck_assert (!jd_records_fact_name_is_free (taken[i]));
  ck_assert (jd_records_fact_name_is_free ("region"));
}
END_TEST

JD_SUITE ("records",
          writes_places_in_the_source_and_every_type_of_field,
          shows_facts_once_with_what_the_user_gave_first,
          shows_losers_and_failures,
          shows_the_corpus_with_its_references,
          knows_which_names_are_taken)
