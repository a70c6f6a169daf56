/* test-digest.c - what the corpus stage needs of a document, there and back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/digest.h"

#include <string.h>

#include "mutate.h"
#include "suite.h"

/* --- all: a layer with a field of every type --- */

static const char *const bounds[] = { "exact", "about", NULL };

static const JdField all_fields[] = { { "integer", JD_FIELD_INTEGER },
                                      { "decimal", JD_FIELD_DECIMAL },
                                      { "boolean", JD_FIELD_BOOLEAN },
                                      { "string", JD_FIELD_STRING },
                                      { "one", JD_FIELD_ONE_OF, .values = bounds },
                                      { "reference", JD_FIELD_REFERENCE, .target = "all" },
                                      { "unwanted", JD_FIELD_STRING },
                                      { NULL } };

static const JdLayerSpec all_layers[] = { { "all", JD_LAYER_SPANS, .fields = all_fields },
                                          { "facts", JD_LAYER_DOCUMENT, .fields = all_fields },
                                          { "spare", JD_LAYER_SPANS, .fields = all_fields },
                                          { NULL } };

static const char *const analyzer_names[] = { "number", "core", NULL };

#define UNWANTED 6

static JdDocument *
make_document (const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  JdText *read = jd_text_new (text, strlen (text), &error);

  jd_assert_no_error (error);

  return jd_document_new (id, "test.md", read);
}

static JdDigestForm *
make_form (void)
{
  JdDigestForm *form = jd_digest_form_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JdSchema) schema = jd_schema_new (&all_layers[i]);

      memset (jd_digest_form_demand (form, schema)->wanted, TRUE, UNWANTED);
    }
  for (guint i = 0; i <= 2; i++)
    g_ptr_array_add (form->names, (gpointer)analyzer_names[i]);

  return form;
}

static void
fill_record (JdRecord record, GRand *random)
{
  gint64 number = (gint64)(((guint64)g_rand_int (random) << 32) | g_rand_int (random));
  gint32 scale = g_rand_int_range (random, 0, JD_DECIMAL_MAX_SCALE + 1);

  if (g_rand_boolean (random))
    jd_record_set_integer (record, "integer", number);
  if (g_rand_boolean (random))
    jd_record_set_decimal (record, "decimal", (JdDecimal){ number, scale });
  if (g_rand_boolean (random))
    jd_record_set_boolean (record, "boolean", number % 2 == 0);
  if (g_rand_boolean (random))
    jd_record_set_string (record, "string", number % 3 == 0 ? "亿元" : "%", -1);
  if (g_rand_boolean (random))
    jd_record_set_string (record, "one", bounds[number % 2 == 0], -1);
  jd_record_set_string (record, "unwanted", "x", -1);
}

static void
add_layer (JdDocument *document, JdOutput *output, const JdLayerSpec *spec)
{
  const JdStagedLayer *staged = jd_output_layer (output, spec->name);
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, staged->n_rows);

  for (gsize i = 0; i < staged->n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  jd_layer_sort_rows (rows, staged->n_rows);
  jd_document_add_layer (document,
                         jd_layer_new (schema, rows, staged->n_rows, analyzer_names, document));
}

/* A document with random records in all layers. */
static JdDocument *
make_random (GRand *random)
{
  static const char text[] = "云溪区2023年地区生产总值增长百分之五";
  JdDocument *document = make_document ("yunxi", text);
  g_autoptr (JdOutput) output = jd_output_new (all_layers, FALSE);
  gint n_rows = g_rand_int_range (random, 1, 20);

  jd_document_give_fact (document, "region", "白河县");
  for (gint i = 0; i < n_rows; i++)
    {
      gsize begin = 3 * (gsize)g_rand_int_range (random, 0, 3);
      JdRecord record = jd_output_append (output, "all", begin, begin + 9 - begin);

      fill_record (record, random);
      if (i > 0)
        jd_record_set_reference (record, "reference", (gsize)g_rand_int_range (random, 0, n_rows));
      fill_record (jd_output_append (output, "spare", 0, 3), random);
    }
  fill_record (jd_output_append_row (output, "facts"), random);
  for (const JdLayerSpec *spec = all_layers; spec->name != NULL; spec++)
    add_layer (document, output, spec);

  return document;
}

static void
compare_value (const JdLayer *a, const JdLayer *b, gsize row, int column)
{
  JdDecimal one = jd_layer_decimal (a, row, column), other = jd_layer_decimal (b, row, column);

  ck_assert_int_eq (jd_layer_has (a, row, column), jd_layer_has (b, row, column));
  ck_assert_int_eq (jd_layer_integer (a, row, column), jd_layer_integer (b, row, column));
  ck_assert_int_eq (one.digits, other.digits);
  ck_assert_int_eq (one.scale, other.scale);
  ck_assert_int_eq (jd_layer_boolean (a, row, column), jd_layer_boolean (b, row, column));
  ck_assert_pstr_eq (jd_layer_string (a, row, column), jd_layer_string (b, row, column));
  ck_assert_uint_eq (jd_layer_reference (a, row, column), jd_layer_reference (b, row, column));
}

static void
compare_layers (const JdLayer *a, const JdLayer *b)
{
  ck_assert_uint_eq (jd_layer_length (a), jd_layer_length (b));
  for (gsize row = 0; row < jd_layer_length (a); row++)
    {
      ck_assert_str_eq (jd_layer_analyzer (a, row), jd_layer_analyzer (b, row));
      for (int column = 0; column < UNWANTED; column++)
        compare_value (a, b, row, column);
      ck_assert (!jd_layer_has (b, row, UNWANTED));
    }
}

static void
compare_spans (const JdLayer *a, const JdLayer *b)
{
  for (gsize row = 0; row < jd_layer_length (a); row++)
    {
      gsize one, other;
      const char *text = jd_layer_text (a, row, &one), *copy = jd_layer_text (b, row, &other);

      ck_assert_uint_eq (jd_layer_span (a, row).begin, jd_layer_span (b, row).begin);
      ck_assert_uint_eq (one, other);
      ck_assert_mem_eq (text, copy, one);
      ck_assert_uint_eq (jd_layer_next_covering (a, jd_layer_span (a, row), 0),
                         jd_layer_next_covering (b, jd_layer_span (b, row), 0));
    }
}

START_TEST (what_is_wanted_comes_back)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (JdDigestForm) form = make_form ();

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (JdDocument) document = make_random (random);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (JdDocument) digest = NULL;

      jd_digest_encode (document, form, bytes);
      digest = jd_digest_decode (bytes->data, bytes->len, form, &error);
      jd_assert_no_error (error);
      ck_assert_str_eq (jd_document_id (digest), "yunxi");
      ck_assert_str_eq (jd_document_source (digest), "test.md");
      ck_assert_str_eq (jd_document_given_fact (digest, "region"), "白河县");
      ck_assert_uint_eq (jd_document_n_layers (digest), 2);
      compare_layers (jd_document_layer (document, "all"), jd_document_layer (digest, "all"));
      compare_spans (jd_document_layer (document, "all"), jd_document_layer (digest, "all"));
      compare_layers (jd_document_layer (document, "facts"), jd_document_layer (digest, "facts"));
      ck_assert_pstr_eq (jd_document_fact (digest, "decimal"),
                         jd_document_fact (document, "decimal"));
    }
}
END_TEST

START_TEST (survives_damage)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (JdDigestForm) form = make_form ();
  g_autoptr (JdDocument) document = make_random (random);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint refused = 0;

  jd_digest_encode (document, form, bytes);
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GByteArray) damaged = mutate (random, bytes->data, bytes->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (JdDocument) digest = jd_digest_decode (damaged->data, damaged->len, form, &error);

      ck_assert ((digest == NULL) == (error != NULL));
      refused += error != NULL;
    }
  ck_assert_uint_gt (refused, 1000);
}
END_TEST

START_TEST (refuses_references_to_nowhere)
{
  g_autoptr (JdDigestForm) form = make_form ();
  g_autoptr (JdDocument) document = make_document ("a", "abc");
  g_autoptr (JdOutput) output = jd_output_new (all_layers, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *error = NULL;

  jd_record_set_reference (jd_output_append (output, "all", 0, 3), "reference", 1);
  add_layer (document, output, &all_layers[0]);
  jd_digest_encode (document, form, bytes);
  ck_assert_ptr_null (jd_digest_decode (bytes->data, bytes->len, form, &error));
  jd_assert_error (error, JD_ERROR_BUG, "digest: ");
}
END_TEST

JD_SUITE ("digest", what_is_wanted_comes_back, survives_damage, refuses_references_to_nowhere)
