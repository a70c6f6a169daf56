/* blend.c - one record made of the fields of several
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/blend.h"

static void
fill_column (JdBlend *blend, guint column, const JdField *field, const JdLayerRow *origin)
{
  const JdColumn *found = origin != NULL ? jd_merge_find_column (origin, field->name) : NULL;

  blend->columns[column] = (JdColumn){ .type = field->type,
                                       .values = &blend->values[column],
                                       .set = &blend->set[column] };
  if (found == NULL)
    return;
  blend->values[column] = found->values[origin->row];
  blend->set[column] = TRUE;
  blend->sources[column] = origin->source;
}

static guint
find_first (const JdPlanLayer *layer, const JdLayerRow *rows, gsize n_rows)
{
  guint source = rows[0].source;

  for (gsize i = 1; i < n_rows; i++)
    if (layer->ranks[rows[i].source] < layer->ranks[source])
      source = rows[i].source;

  return source;
}

void
jd_blend_init (JdBlend *blend,
               const JdPlanLayer *layer,
               const JdLayerRow *rows,
               gsize n_rows,
               const gsize *origins)
{
  const JdSchema *schema = layer->schema;
  guint n_fields = jd_schema_n_fields (schema);

  blend->columns = g_new0 (JdColumn, n_fields);
  blend->values = g_new0 (JdValue, n_fields);
  blend->set = g_new0 (guint8, n_fields);
  blend->sources = g_new0 (guint, n_fields);
  for (guint i = 0; i < n_fields; i++)
    fill_column (blend, i, jd_schema_field (schema, i),
                 origins[i] != JD_NO_ROW ? &rows[origins[i]] : NULL);
  blend->spec = (JdLayerSpec){ .name = schema->name,
                               .kind = JD_LAYER_DOCUMENT,
                               .fields = n_fields > 0 ? jd_schema_field (schema, 0) : NULL };
  blend->staged = (JdStagedLayer){
    .spec = &blend->spec, .n_rows = 1, .columns = blend->columns, .n_columns = n_fields
  };
  blend->row = (JdLayerRow){ .staged = &blend->staged, .source = find_first (layer, rows, n_rows) };
}

void
jd_blend_clear (JdBlend *blend)
{
  g_free (blend->columns);
  g_free (blend->values);
  g_free (blend->set);
  g_free (blend->sources);
}
