/* schema.c - what a layer's columns are, after all who give it have been heard
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/schema.h"

#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <string.h>

#include "core/model/names.h"

static const char *const type_names[] = {
  [JD_FIELD_INTEGER] = "integer", [JD_FIELD_DECIMAL] = "decimal",
  [JD_FIELD_BOOLEAN] = "boolean", [JD_FIELD_STRING] = "string",
  [JD_FIELD_ONE_OF] = "one-of",   [JD_FIELD_REFERENCE] = "reference",
};

static const char *const kind_names[] = {
  [JD_LAYER_SPANS] = "spans",
  [JD_LAYER_DOCUMENT] = "document",
  [JD_LAYER_CORPUS] = "corpus",
};

const char *
jd_field_type_name (JdFieldType type)
{
  return (guint)type < G_N_ELEMENTS (type_names) ? type_names[type] : "unknown";
}

const char *
jd_layer_kind_name (JdLayerKind kind)
{
  return (guint)kind < G_N_ELEMENTS (kind_names) ? kind_names[kind] : "unknown";
}

static const JdField *
first_field (const JdLayerSpec *spec)
{
  static const JdField none[] = { { NULL } };

  return spec->fields != NULL ? spec->fields : none;
}

JdSchema *
jd_schema_new (const JdLayerSpec *spec)
{
  JdSchema *schema = g_new0 (JdSchema, 1);

  g_atomic_ref_count_init (&schema->references);
  schema->name = g_strdup (spec->name);
  schema->kind = spec->kind;
  schema->tabulate = spec->tabulate;
  schema->fields = g_array_new (FALSE, FALSE, sizeof (JdField));
  for (const JdField *field = first_field (spec); field->name != NULL; field++)
    g_array_append_val (schema->fields, *field);

  return schema;
}

JdSchema *
jd_schema_ref (JdSchema *schema)
{
  g_atomic_ref_count_inc (&schema->references);

  return schema;
}

void
jd_schema_unref (JdSchema *schema)
{
  if (schema == NULL || !g_atomic_ref_count_dec (&schema->references))
    return;
  g_array_unref (schema->fields);
  g_free (schema->name);
  g_free (schema);
}

guint
jd_schema_n_fields (const JdSchema *schema)
{
  return schema->fields->len;
}

const JdField *
jd_schema_field (const JdSchema *schema, guint column)
{
  return &g_array_index (schema->fields, JdField, column);
}

int
jd_schema_column (const JdSchema *schema, const char *field)
{
  for (guint column = 0; column < schema->fields->len; column++)
    {
      const char *name = jd_schema_field (schema, column)->name;

      if (name == field || strcmp (name, field) == 0)
        return (int)column;
    }

  return -1;
}

/* The type with what belongs to it, for messages: "one-of a|b", "reference to section", "decimal in
 * 元". */
static char *
full_type (const JdField *field)
{
  GString *text = g_string_new (jd_field_type_name (field->type));

  if (field->type == JD_FIELD_ONE_OF && field->values != NULL)
    {
      g_autofree char *values = g_strjoinv ("|", (char **)field->values);

      g_string_append_printf (text, " %s", values);
    }
  if (field->type == JD_FIELD_REFERENCE)
    g_string_append_printf (text, " to %s", field->target);
  if (field->unit != NULL)
    g_string_append_printf (text, " in %s", field->unit);

  return g_string_free (text, FALSE);
}

static gboolean
same_values (const char *const *a, const char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (g_strv_length ((char **)a) != g_strv_length ((char **)b))
    return FALSE;
  for (; *a != NULL; a++)
    if (!g_strv_contains (b, *a))
      return FALSE;

  return TRUE;
}

static gboolean
agree (const JdField *a, const JdField *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == JD_FIELD_ONE_OF && !same_values (a->values, b->values))
    return FALSE;
  if (a->type == JD_FIELD_REFERENCE && g_strcmp0 (a->target, b->target) != 0)
    return FALSE;

  return a->unit == NULL || b->unit == NULL || strcmp (a->unit, b->unit) == 0;
}

static gboolean
check_agreement (const JdSchema *schema, const JdField *field, GError **error)
{
  int column = jd_schema_column (schema, field->name);
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  if (column < 0 || agree (jd_schema_field (schema, (guint)column), field))
    return TRUE;

  here = full_type (field);
  there = full_type (jd_schema_field (schema, (guint)column));
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("layer \"%s\": field \"%s\" is given as %s and as %s: give one of them another "
                  "name"),
               schema->name, field->name, there, here);

  return FALSE;
}

gboolean
jd_schema_merge (JdSchema *schema, const JdLayerSpec *spec, GError **error)
{
  if (schema->kind != spec->kind)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                   _ ("layer \"%s\" is given as a %s layer and as a %s layer"), schema->name,
                   jd_layer_kind_name (schema->kind), jd_layer_kind_name (spec->kind));
      return FALSE;
    }
  for (const JdField *field = first_field (spec); field->name != NULL; field++)
    if (!check_agreement (schema, field, error))
      return FALSE;

  for (const JdField *field = first_field (spec); field->name != NULL; field++)
    if (jd_schema_column (schema, field->name) < 0)
      g_array_append_val (schema->fields, *field);
  if (schema->tabulate == NULL)
    schema->tabulate = spec->tabulate;

  return TRUE;
}

static void
set_missing_field (const JdSchema *schema, const char *field, GError **error)
{
  g_autofree const char **names = g_new0 (const char *, schema->fields->len + 1);
  const char *nearest;

  for (guint i = 0; i < schema->fields->len; i++)
    names[i] = jd_schema_field (schema, i)->name;
  nearest = jd_name_nearest (field, names);
  if (nearest != NULL)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("layer \"%s\": field \"%s\" is needed, but nobody gives it (nearest: \"%s\")"),
                 schema->name, field, nearest);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("layer \"%s\": field \"%s\" is needed, but nobody gives it"), schema->name,
                 field);
}

static gboolean
check_needed_field (const JdSchema *schema, const JdField *need, GError **error)
{
  int column = jd_schema_column (schema, need->name);
  const JdField *given;
  g_autofree char *needed_type = NULL;
  g_autofree char *given_type = NULL;

  if (column < 0)
    {
      set_missing_field (schema, need->name, error);
      return FALSE;
    }
  given = jd_schema_field (schema, (guint)column);
  if (given->type == need->type
      && (need->target == NULL || g_strcmp0 (need->target, given->target) == 0))
    return TRUE;

  needed_type = full_type (need);
  given_type = full_type (given);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("layer \"%s\": field \"%s\" is needed as %s, but given as %s"), schema->name,
               need->name, needed_type, given_type);

  return FALSE;
}

gboolean
jd_schema_satisfies (const JdSchema *schema, const JdLayerSpec *need, GError **error)
{
  if (schema->kind != need->kind)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                   _ ("layer \"%s\" is needed as a %s layer, but given as a %s layer"),
                   schema->name, jd_layer_kind_name (need->kind),
                   jd_layer_kind_name (schema->kind));
      return FALSE;
    }
  for (const JdField *field = first_field (need); field->name != NULL; field++)
    if (!check_needed_field (schema, field, error))
      return FALSE;

  return TRUE;
}
