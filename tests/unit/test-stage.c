/* test-stage.c - records on their way, and their check
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/stage.h"

#include <string.h>

#include "core/model/document.h"
#include "tests/unit/suite.h"

/* 云溪区 is 9 bytes, the rest ASCII: 22 in all. */
#define TEXT "云溪区 grew by 7.5%"

static const char *const kinds[] = { "amount", "percent", NULL };

static const JdField quantity_fields[] = {
  { "kind", JD_FIELD_ONE_OF, .values = kinds },
  { "value", JD_FIELD_DECIMAL },
  { "count", JD_FIELD_INTEGER },
  { "sure", JD_FIELD_BOOLEAN },
  { "unit", JD_FIELD_STRING },
  { "same_as", JD_FIELD_REFERENCE, .target = "quantity" },
  { "marked", JD_FIELD_REFERENCE, .target = "section" },
  { NULL },
};

static const JdField title_fields[] = { { "title", JD_FIELD_STRING }, { NULL } };

static const JdField result_fields[] = {
  { "region", JD_FIELD_STRING },
  { "target_ref", JD_FIELD_REFERENCE, .target = "section" },
  { "other", JD_FIELD_REFERENCE, .target = "result" },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { .name = "quantity", .kind = JD_LAYER_SPANS, .fields = quantity_fields },
  { .name = "paragraph", .kind = JD_LAYER_SPANS },
  { .name = "metadata", .kind = JD_LAYER_DOCUMENT, .fields = title_fields },
  { .name = "result", .kind = JD_LAYER_CORPUS, .fields = result_fields },
  { NULL },
};

static const JdLayerSpec section[] = {
  { .name = "section", .kind = JD_LAYER_SPANS },
  { NULL },
};

static JdDocument *
new_document (void)
{
  GError *error = NULL;
  JdText *text = jd_text_new (TEXT, strlen (TEXT), &error);

  jd_assert_no_error (error);

  return jd_document_new ("report", "report.md", text);
}

/* With one record in its layer "section". */
static JdDocument *
new_document_with_section (void)
{
  static const char *const names[] = { "section" };
  JdDocument *document = new_document ();
  g_autoptr (JdSchema) schema = jd_schema_new (section);
  g_autoptr (JdOutput) output = jd_output_new (section, FALSE);
  JdLayerRow row = { 0 };

  jd_output_append (output, "section", 0, 9);
  row.staged = jd_output_layer (output, "section");
  jd_document_add_layer (document, jd_layer_new (schema, &row, 1, names, document));

  return document;
}

static JdOutput *
new_output (void)
{
  return jd_output_new (gives, FALSE);
}

START_TEST (keeps_what_was_set)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = new_output ();
  g_autofree char *layer = g_strdup ("quantity");
  g_autofree char *field = g_strdup ("value");
  JdRecord first = jd_output_append (output, layer, 0, 9);
  JdRecord second = jd_output_append (output, "quantity", 18, 22);
  const JdStagedLayer *staged;
  GError *error = NULL;

  jd_record_set_string (first, "kind", "percentage", 7);
  jd_record_set_decimal (second, field, (JdDecimal){ 75, 1 });
  jd_record_set_integer (first, "count", 4);
  jd_record_set_integer (first, "count", -5);
  jd_record_set_boolean (second, "sure", 2);
  jd_record_set_string (first, "unit", "亿元", 3);
  jd_record_set_reference (first, "same_as", second.row);
  ck_assert_msg (jd_output_check (output, document, &error), "%s", error ? error->message : "");

  staged = jd_output_layer (output, "quantity");
  ck_assert_uint_eq (staged->n_rows, 2);
  ck_assert_uint_eq (staged->spans[1].begin, 18);
  ck_assert_uint_eq (staged->spans[1].end, 22);
  ck_assert_ptr_eq (staged->columns[0].values[0].string, kinds[1]);
  ck_assert_int_eq (staged->columns[1].values[1].decimal.digits, 75);
  ck_assert_int_eq (staged->columns[2].values[0].integer, -5);
  ck_assert_int_eq (staged->columns[3].values[1].boolean, TRUE);
  ck_assert_str_eq (staged->columns[4].values[0].string, "亿");
  ck_assert_uint_eq (staged->columns[5].values[0].row, 1);
  ck_assert (!staged->columns[0].set[1]);
  ck_assert (!staged->columns[1].set[0]);
  ck_assert_ptr_null (jd_output_layer (output, "metadata"));
  ck_assert_ptr_null (jd_output_layer (output, "nothing"));
}
END_TEST

START_TEST (grows_with_its_records)
{
  g_autoptr (JdOutput) output = new_output ();
  const JdStagedLayer *staged;
  GError *error = NULL;

  for (int i = 0; i < 1000; i++)
    {
      JdRecord record = jd_output_append (output, "quantity", 0, 9);

      if (i % 3 == 0)
        jd_record_set_integer (record, "count", i);
    }
  ck_assert (jd_output_check (output, NULL, &error));
  staged = jd_output_layer (output, "quantity");
  ck_assert_uint_eq (staged->n_rows, 1000);
  for (int i = 0; i < 1000; i++)
    {
      ck_assert_int_eq (staged->columns[2].set[i], i % 3 == 0);
      ck_assert (i % 3 != 0 || staged->columns[2].values[i].integer == i);
    }
}
END_TEST

/* --- Faults; each case gets an output with two good records of "quantity" and is checked --- */

static void
append_undeclared (JdOutput *output)
{
  JdRecord record = jd_output_append (output, "quantiti", 0, 9);

  /* What is set on a record that could not be appended goes nowhere. */
  jd_record_set_string (record, "kind", "percent", -1);
  jd_record_set_reference_in (record, "same_as", NULL, 0);
}

static void
append_unlike (JdOutput *output)
{
  jd_output_append (output, "sentence", 0, 9);
}

static void
append_row_to_spans (JdOutput *output)
{
  jd_output_append_row (output, "quantity");
}

static void
append_span_to_document (JdOutput *output)
{
  jd_output_append (output, "metadata", 0, 9);
}

static void
append_twice_to_document (JdOutput *output)
{
  jd_record_set_string (jd_output_append_row (output, "metadata"), "title", "a", -1);
  jd_record_set_string (jd_output_append_row (output, "metadata"), "title", "b", -1);
}

static void
append_to_corpus (JdOutput *output)
{
  jd_output_append_row (output, "result");
}

static void
append_reversed (JdOutput *output)
{
  jd_output_append (output, "paragraph", 0, 9);
  jd_output_append (output, "paragraph", 9, 3);
}

static void
append_empty (JdOutput *output)
{
  jd_output_append (output, "paragraph", 9, 9);
}

static void
append_outside (JdOutput *output)
{
  jd_output_append (output, "paragraph", 20, 23);
}

static void
append_far_outside (JdOutput *output)
{
  jd_output_append (output, "paragraph", G_MAXSIZE - 1, G_MAXSIZE);
}

static void
append_inside_character (JdOutput *output)
{
  jd_output_append (output, "paragraph", 4, 9);
}

static void
append_to_inside_character (JdOutput *output)
{
  jd_output_append (output, "paragraph", 3, 8);
}

static JdRecord
good (JdOutput *output)
{
  return jd_output_append (output, "quantity", 0, 9);
}

static void
set_undeclared (JdOutput *output)
{
  jd_record_set_decimal (good (output), "valu", (JdDecimal){ 1, 0 });
}

static void
set_wrong_type (JdOutput *output)
{
  jd_record_set_integer (good (output), "value", 1);
}

static void
set_string_on_reference (JdOutput *output)
{
  jd_record_set_string (good (output), "same_as", "quantity-1", -1);
}

static void
set_wrong_value (JdOutput *output)
{
  jd_record_set_string (good (output), "kind", "percentage", -1);
}

static void
set_part_of_value (JdOutput *output)
{
  jd_record_set_string (good (output), "kind", "percent", 4);
}

static void
set_bad_bytes (JdOutput *output)
{
  jd_record_set_string (good (output), "unit", "亿元", 4);
}

static void
set_nul (JdOutput *output)
{
  jd_record_set_string (good (output), "unit", "a\0b", 3);
}

static void
set_null (JdOutput *output)
{
  jd_record_set_string (good (output), "unit", NULL, -1);
}

static void
set_bad_scale (JdOutput *output)
{
  jd_record_set_decimal (good (output), "value", (JdDecimal){ 1, 19 });
}

static void
set_far_reference (JdOutput *output)
{
  JdRecord record = good (output);

  jd_record_set_reference (record, "same_as", record.row + 1);
}

static void
set_reference_to_nothing (JdOutput *output)
{
  jd_record_set_reference (good (output), "marked", 0);
}

static void
set_reference_in (JdOutput *output)
{
  jd_record_set_reference_in (good (output), "same_as", NULL, 0);
}

static void
set_on_forged_record (JdOutput *output)
{
  JdRecord record = good (output);

  record.row = 7;
  jd_record_set_integer (record, "count", 1);
}

static void
set_two_faults (JdOutput *output)
{
  jd_record_set_integer (good (output), "first", 1);
  jd_record_set_integer (good (output), "second", 1);
  jd_output_append (output, "third", 0, 9);
}

START_TEST (tells_the_first_fault)
{
  static const struct
  {
    void (*fill) (JdOutput *output);
    const char *told;
  } cases[] = {
    { append_undeclared, "layer \"quantiti\" is not declared in gives (nearest: \"quantity\")" },
    { append_unlike, "layer \"sentence\" is not declared in gives" },
    { append_row_to_spans, "layer \"quantity\" is a spans layer: append to it with "
                           "jd_output_append()" },
    { append_span_to_document, "layer \"metadata\" is a document layer: append to it with "
                               "jd_output_append_row()" },
    { append_twice_to_document, "layer \"metadata\" is a document layer: it has one record" },
    { append_to_corpus, "layer \"result\" is a corpus layer: it can be filled in conclude() only" },
    { append_reversed, "layer \"paragraph\", record 2: begin 9 is not less than end 3" },
    { append_empty, "layer \"paragraph\", record 1: begin 9 is not less than end 9" },
    { append_outside, "record 1: bytes 20 to 23 lie outside the text (22 bytes)" },
    { append_far_outside, "lie outside the text" },
    { append_inside_character, "record 1: bytes 4 to 9 cut a character in two" },
    { append_to_inside_character, "record 1: bytes 3 to 8 cut a character in two" },
    { set_undeclared, "layer \"quantity\", record 3: field \"valu\" is not declared in gives "
                      "(nearest: \"value\")" },
    { set_wrong_type, "record 3: field \"value\" is declared as decimal, but set as integer" },
    { set_string_on_reference, "\"same_as\" is declared as reference, but set as string" },
    { set_wrong_value, "record 3: field \"kind\": \"percentage\" is not one of amount, percent" },
    { set_part_of_value, "field \"kind\": \"perc\" is not one of amount, percent" },
    { set_bad_bytes, "record 3: field \"unit\" is not valid UTF-8" },
    { set_nul, "field \"unit\" is not valid UTF-8 without NUL" },
    { set_null, "field \"unit\" is set to NULL" },
    { set_bad_scale, "field \"value\": scale 19 is not in 0 .. 18" },
    { set_far_reference, "layer \"quantity\", record 3: field \"same_as\" refers to row 3 of layer "
                         "\"quantity\", which has 3" },
    { set_reference_to_nothing, "refers to row 0 of layer \"section\", which has 0" },
    { set_reference_in, "field \"same_as\": a reference into a document" },
    { set_on_forged_record, "record 8: there are 3 records only" },
    { set_two_faults, "record 3: field \"first\"" },
  };
  g_autoptr (JdDocument) document = new_document ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JdOutput) output = new_output ();
      GError *error = NULL;

      good (output);
      good (output);
      cases[i].fill (output);
      ck_assert_msg (!jd_output_check (output, document, &error), "%s", cases[i].told);
      jd_assert_error (error, JD_ERROR_ANALYSIS, cases[i].told);
    }
}
END_TEST

START_TEST (tells_faults_in_valid_utf8)
{
  g_autoptr (JdOutput) output = new_output ();
  g_autofree char *value = g_strnfill (65, 'x');
  GError *error = NULL;

  /* The message shows 64 bytes of a value: here half a character at the end. */
  memcpy (value + 62, "区", 3);
  jd_record_set_string (good (output), "kind", value, -1);
  ck_assert (!jd_output_check (output, NULL, &error));
  ck_assert (g_utf8_validate (error->message, -1, NULL));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "is not one of");
}
END_TEST

START_TEST (takes_spans_up_to_both_ends_of_the_text)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = new_output ();
  GError *error = NULL;

  jd_output_append (output, "paragraph", 0, strlen (TEXT));
  ck_assert (jd_output_check (output, document, &error));
  jd_assert_no_error (error);
}
END_TEST

START_TEST (refers_to_records_of_the_document)
{
  g_autoptr (JdDocument) document = new_document_with_section ();
  g_autoptr (JdOutput) output = new_output ();
  g_autoptr (JdOutput) too_far = new_output ();
  GError *error = NULL;

  jd_record_set_reference (jd_output_append (output, "quantity", 0, 9), "marked", 0);
  ck_assert_msg (jd_output_check (output, document, &error), "%s", error ? error->message : "");
  jd_record_set_reference (jd_output_append (too_far, "quantity", 0, 9), "marked", 1);
  ck_assert (!jd_output_check (too_far, document, &error));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "refers to row 1 of layer \"section\", which has 1");
}
END_TEST

START_TEST (fills_corpus_layers_in_conclude)
{
  g_autoptr (JdDocument) document = new_document_with_section ();
  g_autoptr (JdOutput) output = jd_output_new (gives, TRUE);
  JdRecord first = jd_output_append_row (output, "result");
  JdRecord second = jd_output_append_row (output, "result");
  const JdStagedLayer *staged;
  GError *error = NULL;

  jd_record_set_string (first, "region", "云溪区", -1);
  jd_record_set_reference_in (first, "target_ref", document, 0);
  jd_record_set_reference (first, "other", second.row);
  ck_assert_msg (jd_output_check (output, NULL, &error), "%s", error ? error->message : "");
  staged = jd_output_layer (output, "result");
  ck_assert_ptr_null (staged->spans);
  ck_assert_ptr_eq (staged->columns[1].documents[0], document);
  ck_assert_ptr_null (staged->columns[2].documents[0]);
}
END_TEST

START_TEST (refuses_faults_in_conclude)
{
  g_autoptr (JdDocument) document = new_document_with_section ();
  g_autoptr (JdOutput) spans = jd_output_new (gives, TRUE);
  g_autoptr (JdOutput) too_far = jd_output_new (gives, TRUE);
  g_autoptr (JdOutput) homeless = jd_output_new (gives, TRUE);
  GError *error = NULL;

  jd_output_append (spans, "paragraph", 0, 4);
  ck_assert (!jd_output_check (spans, NULL, &error));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "it can be filled in analyze() only");

  jd_record_set_reference_in (jd_output_append_row (too_far, "result"), "target_ref", document, 1);
  ck_assert (!jd_output_check (too_far, NULL, &error));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "refers to row 1 of layer \"section\", which has 1");

  jd_record_set_reference (jd_output_append_row (homeless, "result"), "target_ref", 0);
  ck_assert (!jd_output_check (homeless, NULL, &error));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "refers to row 0 of layer \"section\", which has 0");
}
END_TEST

START_TEST (takes_analyzers_that_give_nothing)
{
  g_autoptr (JdOutput) output = jd_output_new (NULL, FALSE);
  GError *error = NULL;

  ck_assert_ptr_null (jd_output_layer (output, "quantity"));
  jd_output_append (output, "quantity", 0, 1);
  ck_assert (!jd_output_check (output, NULL, &error));
  jd_assert_error (error, JD_ERROR_ANALYSIS, "layer \"quantity\" is not declared in gives");
}
END_TEST

JD_SUITE ("stage",
          keeps_what_was_set,
          grows_with_its_records,
          tells_the_first_fault,
          tells_faults_in_valid_utf8,
          takes_spans_up_to_both_ends_of_the_text,
          refers_to_records_of_the_document,
          fills_corpus_layers_in_conclude,
          refuses_faults_in_conclude,
          takes_analyzers_that_give_nothing)
