/* test-layer.c - immutable columns of records
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/layer.h"

#include <string.h>

#include "core/model/document.h"
#include "tests/unit/suite.h"

#define SEED 20240131
#define TEXT_LENGTH 60

static const char *const kinds[] = { "amount", "percent", NULL };
static const char *const names[] = { "number", "other", NULL };

static const JdField fields[] = {
  { "kind", JD_FIELD_ONE_OF, .values = kinds },
  { "value", JD_FIELD_DECIMAL },
  { "count", JD_FIELD_INTEGER },
  { "sure", JD_FIELD_BOOLEAN },
  { "unit", JD_FIELD_STRING },
  { "same_as", JD_FIELD_REFERENCE, .target = "quantity" },
  { NULL },
};

/* The same layer as another analyzer gives it: another order, one field more, most missing. */
static const JdField other_fields[] = {
  { "note", JD_FIELD_STRING },
  { "count", JD_FIELD_INTEGER },
  { NULL },
};

static const JdLayerSpec quantity[] = {
  { .name = "quantity", .kind = JD_LAYER_SPANS, .fields = fields },
  { NULL },
};

static const JdLayerSpec other_quantity[] = {
  { .name = "quantity", .kind = JD_LAYER_SPANS, .fields = other_fields },
  { NULL },
};

static JdDocument *
new_document (void)
{
  g_autofree char *bytes = g_strnfill (TEXT_LENGTH, 'a');
  GError *error = NULL;
  JdText *text = jd_text_new (bytes, TEXT_LENGTH, &error);

  jd_assert_no_error (error);

  return jd_document_new ("report", "report.md", text);
}

/* All records of one output. */
static JdLayer *
layer_of (JdOutput *output, const JdDocument *document)
{
  g_autoptr (JdSchema) schema = jd_schema_new (quantity);
  const JdStagedLayer *staged = jd_output_layer (output, "quantity");
  gsize n_rows = staged != NULL ? staged->n_rows : 0;
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  jd_layer_sort_rows (rows, n_rows);

  return jd_layer_new (schema, rows, n_rows, names, document);
}

static void
fill_one (JdOutput *output)
{
  JdRecord record = jd_output_append (output, "quantity", 3, 8);

  jd_record_set_string (record, "kind", "percent", -1);
  jd_record_set_decimal (record, "value", (JdDecimal){ 75, 1 });
  jd_record_set_integer (record, "count", 12);
  jd_record_set_boolean (record, "sure", TRUE);
  jd_record_set_string (record, "unit", "%", -1);
  jd_record_set_reference (record, "same_as", record.row);
}

START_TEST (reads_every_type)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;
  g_autofree char *id = NULL;
  gsize length;

  fill_one (output);
  layer = layer_of (output, document);
  g_clear_pointer (&output, jd_output_free);
  id = jd_layer_record_id (layer, 0);

  ck_assert_str_eq (jd_layer_name (layer), "quantity");
  ck_assert_uint_eq (jd_layer_length (layer), 1);
  ck_assert_str_eq (id, "quantity-1");
  ck_assert_str_eq (jd_layer_analyzer (layer, 0), "number");
  ck_assert_uint_eq (jd_layer_span (layer, 0).begin, 3);
  ck_assert_ptr_eq (jd_layer_text (layer, 0, &length), jd_document_text (document, &length) + 3);
  ck_assert_uint_eq ((jd_layer_text (layer, 0, &length), length), 5);
  ck_assert_str_eq (jd_layer_string (layer, 0, jd_layer_column (layer, "kind")), "percent");
  ck_assert_str_eq (jd_layer_string (layer, 0, jd_layer_column (layer, "unit")), "%");
  ck_assert_int_eq (jd_layer_decimal (layer, 0, jd_layer_column (layer, "value")).digits, 75);
  ck_assert_int_eq (jd_layer_integer (layer, 0, jd_layer_column (layer, "count")), 12);
  ck_assert_int_eq (jd_layer_boolean (layer, 0, jd_layer_column (layer, "sure")), TRUE);
  ck_assert_uint_eq (jd_layer_reference (layer, 0, jd_layer_column (layer, "same_as")), 0);
}
END_TEST

static void
assert_absent (const JdLayer *layer, int column)
{
  ck_assert_int_eq (jd_layer_integer (layer, 0, column), 0);
  ck_assert_int_eq (jd_layer_decimal (layer, 0, column).digits, 0);
  ck_assert_int_eq (jd_layer_boolean (layer, 0, column), FALSE);
  ck_assert_ptr_null (jd_layer_string (layer, 0, column));
  ck_assert_uint_eq (jd_layer_reference (layer, 0, column), JD_NO_ROW);
  ck_assert_ptr_null (jd_layer_reference_document (layer, 0, column));
}

START_TEST (reads_nothing_where_nothing_was_set)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;

  jd_output_append (output, "quantity", 0, 1);
  layer = layer_of (output, document);
  for (int column = -1; column <= (int)G_N_ELEMENTS (fields); column++)
    {
      ck_assert (!jd_layer_has (layer, 0, column));
      assert_absent (layer, column);
    }
}
END_TEST

START_TEST (reads_nothing_of_another_type)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;

  fill_one (output);
  layer = layer_of (output, document);
  ck_assert_ptr_null (jd_layer_string (layer, 0, 1));
  ck_assert_int_eq (jd_layer_integer (layer, 0, 1), 0);
  ck_assert_int_eq (jd_layer_decimal (layer, 0, 2).digits, 0);
  ck_assert_int_eq (jd_layer_boolean (layer, 0, 2), FALSE);
  ck_assert_uint_eq (jd_layer_reference (layer, 0, 2), JD_NO_ROW);
}
END_TEST

START_TEST (joins_what_two_analyzers_gave)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdSchema) schema = jd_schema_new (quantity);
  g_autoptr (JdOutput) first = jd_output_new (quantity, FALSE);
  g_autoptr (JdOutput) second = jd_output_new (other_quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;
  JdLayerRow rows[4];
  JdRecord record;
  GError *error = NULL;

  ck_assert (jd_schema_merge (schema, other_quantity, &error));
  for (gsize begin = 10; begin <= 30; begin += 20)
    jd_record_set_integer (jd_output_append (first, "quantity", begin, 40), "count", (gint64)begin);
  for (gsize begin = 10; begin <= 20; begin += 10)
    {
      record = jd_output_append (second, "quantity", begin, 40);
      jd_record_set_integer (record, "count", (gint64)begin + 1);
      jd_record_set_string (record, "note", "n", -1);
    }
  for (gsize i = 0; i < 2; i++)
    {
      rows[i] = (JdLayerRow){ jd_output_layer (second, "quantity"), i, 1 };
      rows[2 + i] = (JdLayerRow){ jd_output_layer (first, "quantity"), i, 0 };
    }
  jd_layer_sort_rows (rows, 4);
  layer = jd_layer_new (schema, rows, 4, names, document);

  for (gsize i = 0; i < 4; i++)
    {
      static const gint64 counts[] = { 10, 11, 21, 30 };
      gboolean from_second = i == 1 || i == 2;

      ck_assert_int_eq (jd_layer_integer (layer, i, jd_layer_column (layer, "count")), counts[i]);
      ck_assert_int_eq (jd_layer_has (layer, i, jd_layer_column (layer, "note")), from_second);
      ck_assert_str_eq (jd_layer_analyzer (layer, i), names[from_second]);
    }
}
END_TEST

START_TEST (sorts_by_begin_then_longer_first)
{
  static const JdSpan given[] = { { 5, 6 }, { 0, 2 }, { 5, 9 }, { 0, 9 }, { 5, 6 } };
  static const gsize order[] = { 3, 1, 2, 0, 4 };
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  JdLayerRow rows[G_N_ELEMENTS (given)];

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    jd_output_append (output, "quantity", given[i].begin, given[i].end);
  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    rows[i] = (JdLayerRow){ jd_output_layer (output, "quantity"), i, 0 };
  jd_layer_sort_rows (rows, G_N_ELEMENTS (given));
  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    ck_assert_uint_eq (rows[i].row, order[i]);
}
END_TEST

START_TEST (sets_references_to_their_final_rows)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;
  int column;

  fill_one (output);
  layer = layer_of (output, document);
  column = jd_layer_column (layer, "same_as");
  jd_layer_set_reference (layer, 0, column, 17);
  ck_assert_uint_eq (jd_layer_reference (layer, 0, column), 17);
  jd_layer_set_reference (layer, 0, column, JD_NO_ROW);
  ck_assert (!jd_layer_has (layer, 0, column));
}
END_TEST

START_TEST (keeps_the_documents_of_corpus_references)
{
  static const JdField result_fields[] = {
    { "ref", JD_FIELD_REFERENCE, .target = "markup" },
    { "own", JD_FIELD_REFERENCE, .target = "result" },
    { NULL },
  };
  static const JdLayerSpec result[] = {
    { .name = "result", .kind = JD_LAYER_CORPUS, .fields = result_fields },
    { NULL },
  };
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdSchema) schema = jd_schema_new (result);
  g_autoptr (JdOutput) output = jd_output_new (result, TRUE);
  JdRecord record = jd_output_append_row (output, "result");
  g_autoptr (JdLayer) layer = NULL;
  JdLayerRow row;

  jd_record_set_reference_in (record, "ref", document, 3);
  jd_record_set_reference (record, "own", 0);
  row = (JdLayerRow){ jd_output_layer (output, "result"), 0, 0 };
  layer = jd_layer_new (schema, &row, 1, names, NULL);
  ck_assert_uint_eq (jd_layer_reference (layer, 0, 0), 3);
  ck_assert_ptr_eq (jd_layer_reference_document (layer, 0, 0), document);
  ck_assert_uint_eq (jd_layer_reference (layer, 0, 1), 0);
  ck_assert_ptr_null (jd_layer_reference_document (layer, 0, 1));
  ck_assert_uint_eq (jd_layer_next_covered (layer, (JdSpan){ 0, 60 }, 0), JD_NO_ROW);
  ck_assert_uint_eq (jd_layer_next_covering (layer, (JdSpan){ 0, 0 }, 0), JD_NO_ROW);
}
END_TEST

/* --- Look-ups, against a plain scan --- */

typedef gsize (*Lookup) (const JdLayer *layer, JdSpan span, gsize from);

static gboolean
covers (JdSpan row, JdSpan span)
{
  return row.begin <= span.begin && row.end >= span.end;
}

static gboolean
is_covered (JdSpan row, JdSpan span)
{
  return row.begin >= span.begin && row.end <= span.end;
}

static gboolean
overlaps (JdSpan row, JdSpan span)
{
  return MAX (row.begin, span.begin) < MIN (row.end, span.end);
}

static const struct
{
  Lookup next;
  gboolean (*matches) (JdSpan row, JdSpan span);
} lookups[] = {
  { jd_layer_next_covering, covers },
  { jd_layer_next_covered, is_covered },
  { jd_layer_next_overlapping, overlaps },
};

static gsize
scan (const JdLayer *layer, JdSpan span, gsize from, gboolean (*matches) (JdSpan, JdSpan))
{
  for (gsize row = from; row < jd_layer_length (layer); row++)
    if (matches (jd_layer_span (layer, row), span))
      return row;

  return JD_NO_ROW;
}

static JdLayer *
random_layer (GRand *random, const JdDocument *document, int n_rows, int longest)
{
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);

  for (int i = 0; i < n_rows; i++)
    {
      gsize begin = (gsize)g_rand_int_range (random, 0, TEXT_LENGTH);
      gsize end = begin + (gsize)g_rand_int_range (random, 1, longest + 1);

      jd_output_append (output, "quantity", begin, MIN (end, TEXT_LENGTH));
    }

  return layer_of (output, document);
}

static void
compare_with_scan (const JdLayer *layer, JdSpan span)
{
  for (gsize from = 0; from <= jd_layer_length (layer) + 1; from++)
    for (gsize i = 0; i < G_N_ELEMENTS (lookups); i++)
      ck_assert_uint_eq (lookups[i].next (layer, span, from),
                         scan (layer, span, from, lookups[i].matches));
}

START_TEST (finds_what_a_scan_finds)
{
  static const int lengths[] = { 1, 3, 10, TEXT_LENGTH };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (JdDocument) document = new_document ();

  for (int n_rows = 0; n_rows < 40; n_rows++)
    for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        g_autoptr (JdLayer) layer = random_layer (random, document, n_rows, lengths[i]);

        for (int query = 0; query < 60; query++)
          {
            gsize a = (gsize)g_rand_int_range (random, 0, TEXT_LENGTH + 1);
            gsize b = (gsize)g_rand_int_range (random, 0, TEXT_LENGTH + 1);

            compare_with_scan (layer, (JdSpan){ MIN (a, b), MAX (a, b) });
          }
      }
}
END_TEST

START_TEST (walks_all_that_are_covered)
{
  g_autoptr (JdDocument) document = new_document ();
  g_autoptr (JdOutput) output = jd_output_new (quantity, FALSE);
  g_autoptr (JdLayer) layer = NULL;
  const JdSpan whole = { 0, TEXT_LENGTH };
  gsize n = 0;

  for (gsize begin = 0; begin < TEXT_LENGTH; begin++)
    jd_output_append (output, "quantity", begin, TEXT_LENGTH - begin / 2);
  layer = layer_of (output, document);
  for (gsize row = jd_layer_next_covered (layer, whole, 0); row != JD_NO_ROW;
       row = jd_layer_next_covered (layer, whole, row + 1))
    n++;
  ck_assert_uint_eq (n, jd_layer_length (layer));
  ck_assert_uint_gt (n, 0);
}
END_TEST

JD_SUITE ("layer",
          reads_every_type,
          reads_nothing_where_nothing_was_set,
          reads_nothing_of_another_type,
          joins_what_two_analyzers_gave,
          sorts_by_begin_then_longer_first,
          sets_references_to_their_final_rows,
          keeps_the_documents_of_corpus_references,
          finds_what_a_scan_finds,
          walks_all_that_are_covered)
