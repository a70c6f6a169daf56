/* schema.h - what a layer's columns are, after all who give it have been heard
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Several analyzers may give one layer.  The schema is the union of their fields: a field of the
 * same name must have the same type (and one-of values, target and unit), else the pipeline is
 * refused.
 */
#pragma once

#include <jiandu/layer.h>

typedef struct
{
  gatomicrefcount references;
  char *name;
  JdLayerKind kind;
  GArray *fields; /* of JdField; the strings belong to the plugins, which stay loaded */
  const char *const *tabulate;
} JdSchema;

JdSchema *jd_schema_new (const JdLayerSpec *spec);
JdSchema *jd_schema_ref (JdSchema *schema); /* atomic */
void jd_schema_unref (JdSchema *schema);

/* Adds the fields of `spec`, or none of them.  JD_ERROR_CONFIG, with the field and both types, on a
 * conflict. */
gboolean jd_schema_merge (JdSchema *schema, const JdLayerSpec *spec, GError **error);

guint jd_schema_n_fields (const JdSchema *schema);
const JdField *jd_schema_field (const JdSchema *schema, guint column);

/* The column of a field, or -1. */
int jd_schema_column (const JdSchema *schema, const char *field);

/* Whether the layer has what `need` relies on: its kind, its fields, their types.  The message says
 * what is missing.  JD_ERROR_CONFIG. */
gboolean jd_schema_satisfies (const JdSchema *schema, const JdLayerSpec *need, GError **error);

/* As messages and descriptions say it: "integer", "one-of", "spans". */
const char *jd_field_type_name (JdFieldType type);
const char *jd_layer_kind_name (JdLayerKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdSchema, jd_schema_unref)
