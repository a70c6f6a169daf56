/* test-document.c - an immutable text, its facts and its layers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/document.h"

#include <string.h>

#include "tests/unit/suite.h"

static const JdField metadata_fields[] = {
  { "region", JD_FIELD_STRING }, { "report_year", JD_FIELD_INTEGER }, { "score", JD_FIELD_DECIMAL },
  { "draft", JD_FIELD_BOOLEAN }, { "speaker", JD_FIELD_STRING },      { NULL },
};

static const JdField other_fields[] = {
  { "region", JD_FIELD_STRING },
  { "origin", JD_FIELD_STRING },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { .name = "metadata", .kind = JD_LAYER_DOCUMENT, .fields = metadata_fields },
  { .name = "provenance", .kind = JD_LAYER_DOCUMENT, .fields = other_fields },
  { .name = "empty", .kind = JD_LAYER_DOCUMENT, .fields = other_fields },
  { .name = "section", .kind = JD_LAYER_SPANS, .fields = other_fields },
  { .name = "keyword", .kind = JD_LAYER_SPANS },
  { NULL },
};

static const char *const analyzers[] = { "test" };

static JdDocument *
document_of (const char *bytes)
{
  GError *error = NULL;
  JdText *text = jd_text_new (bytes, strlen (bytes), &error);

  jd_assert_no_error (error);

  return jd_document_new ("yunxi-2024", "reports/yunxi-2024.md", text);
}

/* Takes over what was staged for one layer. */
static void
commit (JdDocument *document, const JdOutput *output, const JdLayerSpec *spec)
{
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  const JdStagedLayer *staged = jd_output_layer (output, spec->name);
  gsize n_rows = staged != NULL ? staged->n_rows : 0;
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  jd_document_add_layer (document, jd_layer_new (schema, rows, n_rows, analyzers, document));
}

/* With all layers of `gives`. */
static JdDocument *
full_document (void)
{
  JdDocument *document = document_of ("云溪区政府工作报告\n");
  g_autoptr (JdOutput) output = jd_output_new (gives, FALSE);
  JdRecord metadata = jd_output_append_row (output, "metadata");
  JdRecord provenance = jd_output_append_row (output, "provenance");
  JdRecord section = jd_output_append (output, "section", 0, 9);
  GError *error = NULL;

  jd_output_append (output, "keyword", 9, 15);
  jd_record_set_string (metadata, "region", "云溪区", -1);
  jd_record_set_integer (metadata, "report_year", 2024);
  jd_record_set_decimal (metadata, "score", (JdDecimal){ 750, 2 });
  jd_record_set_boolean (metadata, "draft", FALSE);
  jd_record_set_string (provenance, "region", "江临市", -1);
  jd_record_set_string (provenance, "origin", "archive", -1);
  jd_record_set_string (section, "origin", "title", -1);
  ck_assert (jd_output_check (output, document, &error));
  for (const JdLayerSpec *spec = gives; spec->name != NULL; spec++)
    commit (document, output, spec);

  return document;
}

START_TEST (tells_what_it_is)
{
  g_autoptr (JdDocument) document = document_of ("云溪区");
  gsize length;

  ck_assert_str_eq (jd_document_id (document), "yunxi-2024");
  ck_assert_str_eq (jd_document_source (document), "reports/yunxi-2024.md");
  ck_assert_str_eq (jd_document_text (document, &length), "云溪区");
  ck_assert_uint_eq (length, 9);
  ck_assert_str_eq (jd_document_sha256 (document),
                    "0aaf6756eeadcf6cc8acbde559b9587e0610b880b3ccc837a854e3bc322aaad9");
}
END_TEST

START_TEST (takes_facts_from_document_layers)
{
  static const struct
  {
    const char *name;
    const char *value;
  } facts[] = {
    { "region", "云溪区" }, { "report_year", "2024" }, { "score", "7.5" },
    { "draft", "false" },   { "origin", "archive" },
  };
  g_autoptr (JdDocument) document = full_document ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      ck_assert_str_eq (jd_document_fact (document, facts[i].name), facts[i].value);
      ck_assert_ptr_null (jd_document_given_fact (document, facts[i].name));
    }
  ck_assert_ptr_null (jd_document_fact (document, "speaker"));
  ck_assert_ptr_null (jd_document_fact (document, "weather"));
}
END_TEST

START_TEST (believes_the_user_first)
{
  g_autoptr (JdDocument) document = full_document ();

  jd_document_give_fact (document, "region", "青石县");
  jd_document_give_fact (document, "region", "白河县");
  ck_assert_str_eq (jd_document_fact (document, "region"), "白河县");
  ck_assert_str_eq (jd_document_given_fact (document, "region"), "白河县");
  ck_assert_str_eq (jd_document_fact (document, "report_year"), "2024");
}
END_TEST

START_TEST (lists_given_facts_in_order)
{
  g_autoptr (JdDocument) document = full_document ();
  g_autofree const char **none = jd_document_given_facts (document);
  g_autofree const char **names = NULL;

  ck_assert_ptr_null (none[0]);
  jd_document_give_fact (document, "speaker", "b");
  jd_document_give_fact (document, "date", "a");
  jd_document_give_fact (document, "region", "c");
  names = jd_document_given_facts (document);
  ck_assert_str_eq (names[0], "date");
  ck_assert_str_eq (names[1], "region");
  ck_assert_str_eq (names[2], "speaker");
  ck_assert_ptr_null (names[3]);
}
END_TEST

START_TEST (keeps_layers_in_order)
{
  static const char *const order[]
      = { "markup", "metadata", "provenance", "empty", "section", "keyword" };
  g_autoptr (JdDocument) document = full_document ();

  ck_assert_uint_eq (jd_document_n_layers (document), G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const JdLayer *layer = jd_document_nth_layer (document, i);

      ck_assert_str_eq (jd_layer_name (layer), order[i]);
      ck_assert_ptr_eq (jd_document_layer (document, order[i]), layer);
    }
  ck_assert_ptr_null (jd_document_layer (document, "sections"));
}
END_TEST

START_TEST (gives_its_markup)
{
  g_autoptr (JdDocument) document = document_of ("## 一、回顾\n**成绩**\n");
  const JdLayer *markup = jd_document_layer (document, "markup");
  int kind = jd_layer_column (markup, "kind");
  int level = jd_layer_column (markup, "level");

  ck_assert_uint_eq (jd_layer_length (markup), 2);
  ck_assert_str_eq (jd_layer_string (markup, 0, kind), "heading");
  ck_assert_int_eq (jd_layer_integer (markup, 0, level), 2);
  ck_assert_str_eq (jd_layer_string (markup, 1, kind), "bold");
  ck_assert (!jd_layer_has (markup, 1, level));
  ck_assert_str_eq (jd_layer_analyzer (markup, 1), "core");
}
END_TEST

START_TEST (finds_places_in_the_raw_text)
{
  g_autoptr (JdDocument) document = document_of ("云溪区\n报告");
  JdPlace place;
  JdSpan span = jd_document_source_span (document, (JdSpan){ 10, 16 });

  jd_document_place (document, 13, &place);
  ck_assert_uint_eq (place.character, 5);
  ck_assert_uint_eq (place.line, 2);
  ck_assert_uint_eq (place.column, 2);
  ck_assert_uint_eq (span.begin, 4);
  ck_assert_uint_eq (span.end, 6);
}
END_TEST

JD_SUITE ("document",
          tells_what_it_is,
          takes_facts_from_document_layers,
          believes_the_user_first,
          lists_given_facts_in_order,
          keeps_layers_in_order,
          gives_its_markup,
          finds_places_in_the_raw_text)
