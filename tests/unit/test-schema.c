/* test-schema.c - what a layer's columns are
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/schema.h"

#include <string.h>

#include "tests/unit/suite.h"

static const char *const kinds[] = { "amount", "percent", NULL };
static const char *const kinds_turned[] = { "percent", "amount", NULL };
static const char *const more_kinds[] = { "amount", "percent", "rank", NULL };
static const char *const list[] = { "kind", NULL };

static const JdField fields[] = {
  { "kind", JD_FIELD_ONE_OF, .values = kinds },
  { "value", JD_FIELD_DECIMAL, .unit = "元" },
  { "parent", JD_FIELD_REFERENCE, .target = "section" },
  { NULL },
};

static const JdLayerSpec quantity
    = { .name = "quantity", .kind = JD_LAYER_SPANS, .fields = fields };

static JdLayerSpec
spec_with (const JdField *own)
{
  return (JdLayerSpec){ .name = "quantity", .kind = JD_LAYER_SPANS, .fields = own };
}

START_TEST (knows_its_columns)
{
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  g_autofree char *copied_name = g_strdup ("value");

  ck_assert_uint_eq (jd_schema_n_fields (schema), 3);
  ck_assert_int_eq (jd_schema_column (schema, "kind"), 0);
  ck_assert_int_eq (jd_schema_column (schema, copied_name), 1);
  ck_assert_int_eq (jd_schema_column (schema, "values"), -1);
  ck_assert_str_eq (jd_schema_field (schema, 2)->target, "section");
}
END_TEST

START_TEST (takes_a_layer_without_fields)
{
  const JdLayerSpec bare = { .name = "paragraph", .kind = JD_LAYER_SPANS };
  g_autoptr (JdSchema) schema = jd_schema_new (&bare);
  GError *error = NULL;

  ck_assert_uint_eq (jd_schema_n_fields (schema), 0);
  ck_assert_int_eq (jd_schema_column (schema, "kind"), -1);
  ck_assert (jd_schema_merge (schema, &bare, &error));
  ck_assert (jd_schema_satisfies (schema, &bare, &error));
  jd_assert_no_error (error);
}
END_TEST

START_TEST (lives_until_its_last_user)
{
  JdSchema *schema = jd_schema_new (&quantity);
  JdSchema *again = jd_schema_ref (schema);

  jd_schema_unref (schema);
  ck_assert_str_eq (again->name, "quantity");
  jd_schema_unref (again);
  jd_schema_unref (NULL);
}
END_TEST

START_TEST (merges_fields_that_agree)
{
  const JdField others[] = {
    { "value", JD_FIELD_DECIMAL },
    { "note", JD_FIELD_STRING },
    { "kind", JD_FIELD_ONE_OF, .values = kinds_turned },
    { NULL },
  };
  JdLayerSpec spec = spec_with (others);
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  GError *error = NULL;

  spec.tabulate = list;
  ck_assert (jd_schema_merge (schema, &spec, &error));
  jd_assert_no_error (error);
  ck_assert_uint_eq (jd_schema_n_fields (schema), 4);
  ck_assert_int_eq (jd_schema_column (schema, "value"), 1);
  ck_assert_int_eq (jd_schema_column (schema, "note"), 3);
  ck_assert_ptr_eq (schema->tabulate, list);
}
END_TEST

START_TEST (refuses_fields_that_conflict)
{
  static const struct
  {
    JdField field;
    const char *told;
  } cases[] = {
    { { "value", JD_FIELD_STRING }, "field \"value\" is given as decimal in 元 and as string" },
    { { "value", JD_FIELD_DECIMAL, .unit = "万元" }, "decimal in 元 and as decimal in 万元" },
    { { "kind", JD_FIELD_ONE_OF, .values = more_kinds },
      "one-of amount|percent and as one-of amount|percent|rank" },
    { { "kind", JD_FIELD_ONE_OF }, "one-of amount|percent and as one-of" },
    { { "parent", JD_FIELD_REFERENCE, .target = "target" },
      "reference to section and as reference to target" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JdField others[] = { { "new", JD_FIELD_STRING }, cases[i].field, { NULL } };
      JdLayerSpec spec = spec_with (others);
      g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
      GError *error = NULL;

      ck_assert (!jd_schema_merge (schema, &spec, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].told);
      ck_assert_int_eq (jd_schema_column (schema, "new"), -1);
    }
}
END_TEST

START_TEST (refuses_layers_of_two_kinds)
{
  JdLayerSpec spec = spec_with (fields);
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  GError *error = NULL;

  spec.kind = JD_LAYER_CORPUS;
  ck_assert (!jd_schema_merge (schema, &spec, &error));
  jd_assert_error (error, JD_ERROR_CONFIG,
                   "layer \"quantity\" is given as a spans layer and as a corpus layer");
}
END_TEST

START_TEST (satisfies_needs_that_it_has)
{
  const JdField some[] = { { "value", JD_FIELD_DECIMAL }, { "kind", JD_FIELD_ONE_OF }, { NULL } };
  JdLayerSpec need = spec_with (some);
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  GError *error = NULL;

  ck_assert (jd_schema_satisfies (schema, &need, &error));
  need.fields = NULL;
  ck_assert (jd_schema_satisfies (schema, &need, &error));
  jd_assert_no_error (error);
}
END_TEST

START_TEST (tells_which_need_is_not_met)
{
  static const struct
  {
    JdField field;
    const char *told;
  } cases[] = {
    { { "valu", JD_FIELD_DECIMAL },
      "field \"valu\" is needed, but nobody gives it (nearest: \"value\")" },
    { { "indicator", JD_FIELD_STRING }, "field \"indicator\" is needed, but nobody gives it" },
    { { "value", JD_FIELD_INTEGER }, "needed as integer, but given as decimal in 元" },
    { { "parent", JD_FIELD_REFERENCE, .target = "target" },
      "needed as reference to target, but given as reference to section" },
  };
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JdField needed[] = { cases[i].field, { NULL } };
      JdLayerSpec need = spec_with (needed);

      ck_assert (!jd_schema_satisfies (schema, &need, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].told);
    }
}
END_TEST

START_TEST (tells_which_kind_is_needed)
{
  JdLayerSpec need = spec_with (NULL);
  g_autoptr (JdSchema) schema = jd_schema_new (&quantity);
  GError *error = NULL;

  need.kind = JD_LAYER_DOCUMENT;
  ck_assert (!jd_schema_satisfies (schema, &need, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "is needed as a document layer, but given as a spans");
}
END_TEST

JD_SUITE ("schema",
          knows_its_columns,
          takes_a_layer_without_fields,
          lives_until_its_last_user,
          merges_fields_that_agree,
          refuses_fields_that_conflict,
          refuses_layers_of_two_kinds,
          satisfies_needs_that_it_has,
          tells_which_need_is_not_met,
          tells_which_kind_is_needed)
