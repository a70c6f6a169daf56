/* layer-make.c - from staged records to immutable columns
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/model/layer-columns.h"

static gpointer
alloc_rows (JdArena *arena, gsize n_rows, gsize size)
{
  return jd_arena_alloc (arena, n_rows * size);
}

static void
init_column (JdLayer *layer, JdColumn *column, JdFieldType type)
{
  column->type = type;
  column->values = alloc_rows (layer->arena, layer->n_rows, sizeof (JdValue));
  column->set = alloc_rows (layer->arena, layer->n_rows, sizeof (guint8));
  if (type == JD_FIELD_REFERENCE && layer->schema->kind == JD_LAYER_CORPUS)
    column->documents = alloc_rows (layer->arena, layer->n_rows, sizeof (const JdDocument *));
}

static void
init_columns (JdLayer *layer, const guint8 *wanted)
{
  guint n_columns = jd_schema_n_fields (layer->schema);
  guint8 *unset = NULL; /* one for all columns that stay empty */

  layer->columns = jd_arena_alloc (layer->arena, n_columns * sizeof (JdColumn));
  for (guint i = 0; i < n_columns; i++)
    {
      JdFieldType type = jd_schema_field (layer->schema, i)->type;

      if (wanted == NULL || wanted[i])
        {
          init_column (layer, &layer->columns[i], type);
          continue;
        }
      if (unset == NULL)
        unset = alloc_rows (layer->arena, layer->n_rows, sizeof (guint8));
      layer->columns[i] = (JdColumn){ .type = type, .set = unset };
    }
}

JdLayer *
jd_layer_alloc (JdSchema *schema, gsize n_rows, const guint8 *wanted)
{
  JdArena *arena = jd_arena_new ();
  JdLayer *layer = jd_arena_alloc (arena, sizeof (JdLayer));

  layer->schema = jd_schema_ref (schema);
  layer->arena = arena;
  layer->n_rows = n_rows;
  layer->analyzers = alloc_rows (arena, n_rows, sizeof (const char *));
  init_columns (layer, wanted);
  if (schema->kind == JD_LAYER_SPANS)
    {
      layer->spans = alloc_rows (arena, n_rows, sizeof (JdSpan));
      layer->texts = alloc_rows (arena, n_rows, sizeof (const char *));
    }

  return layer;
}

void
jd_layer_free (JdLayer *layer)
{
  if (layer == NULL)
    return;
  jd_schema_unref (layer->schema);
  jd_arena_free (layer->arena);
}

static void
copy_value (JdLayer *layer, JdColumn *to, gsize to_row, const JdColumn *from, gsize from_row)
{
  JdValue value;

  if (!from->set[from_row])
    return;
  value = from->values[from_row];
  if (to->type == JD_FIELD_STRING)
    value.string = jd_arena_strndup (layer->arena, value.string, strlen (value.string));
  to->values[to_row] = value;
  to->set[to_row] = TRUE;
  if (to->documents != NULL)
    to->documents[to_row] = from->documents[from_row];
}

/* For each column of the schema, the staged one of that name or NULL. */
static void
map_columns (const JdSchema *schema, const JdStagedLayer *staged, const JdColumn **map)
{
  for (guint i = 0; i < jd_schema_n_fields (schema); i++)
    map[i] = NULL;
  for (gsize i = 0; i < staged->n_columns; i++)
    {
      int column = jd_schema_column (schema, staged->spec->fields[i].name);

      if (column >= 0)
        map[column] = &staged->columns[i];
    }
}

/* Rows mostly come in runs from one staged layer, so its map is kept from row to row. */
static void
copy_fields (JdLayer *layer, const JdLayerRow *rows)
{
  guint n_columns = jd_schema_n_fields (layer->schema);
  g_autofree const JdColumn **map = g_new0 (const JdColumn *, n_columns);

  for (gsize row = 0; row < layer->n_rows; row++)
    {
      if (row == 0 || rows[row].staged != rows[row - 1].staged)
        map_columns (layer->schema, rows[row].staged, map);
      for (guint i = 0; i < n_columns; i++)
        if (map[i] != NULL)
          copy_value (layer, &layer->columns[i], row, map[i], rows[row].row);
    }
}

static void
copy_spans (JdLayer *layer, const JdLayerRow *rows, const JdDocument *document)
{
  gsize length;
  const char *text = jd_document_text (document, &length);

  for (gsize row = 0; row < layer->n_rows; row++)
    {
      layer->spans[row] = rows[row].staged->spans[rows[row].row];
      layer->texts[row] = text + layer->spans[row].begin;
    }
  jd_ends_init (&layer->ends, layer->spans, layer->n_rows, layer->arena);
}

JdLayer *
jd_layer_new (JdSchema *schema,
              const JdLayerRow *rows,
              gsize n_rows,
              const char *const *names,
              const JdDocument *document)
{
  JdLayer *layer;

  g_return_val_if_fail (schema->kind != JD_LAYER_SPANS || document != NULL, NULL);

  layer = jd_layer_alloc (schema, n_rows, NULL);
  for (gsize row = 0; row < n_rows; row++)
    layer->analyzers[row] = names[rows[row].source];
  copy_fields (layer, rows);
  if (layer->spans != NULL)
    copy_spans (layer, rows, document);

  return layer;
}

void
jd_layer_set_reference (JdLayer *layer, gsize row, int column, gsize target)
{
  JdColumn *references;

  g_return_if_fail (row < layer->n_rows);
  g_return_if_fail (column >= 0 && (guint)column < jd_schema_n_fields (layer->schema));
  references = &layer->columns[column];
  g_return_if_fail (references->type == JD_FIELD_REFERENCE);

  references->values[row].row = target;
  references->set[row] = target != JD_NO_ROW;
}

static JdSpan
row_span (const JdLayerRow *row)
{
  return row->staged->spans != NULL ? row->staged->spans[row->row] : (JdSpan){ 0, 0 };
}

static int
compare_sizes (gsize a, gsize b)
{
  return (a > b) - (a < b);
}

static int
compare_rows (gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
  const JdLayerRow *left = a;
  const JdLayerRow *right = b;
  JdSpan left_span = row_span (left);
  JdSpan right_span = row_span (right);

  if (left_span.begin != right_span.begin)
    return compare_sizes (left_span.begin, right_span.begin);
  if (left_span.end != right_span.end)
    return compare_sizes (right_span.end, left_span.end);
  if (left->source != right->source)
    return compare_sizes (left->source, right->source);

  return compare_sizes (left->row, right->row);
}

void
jd_layer_sort_rows (JdLayerRow *rows, gsize n_rows)
{
  g_return_if_fail (n_rows <= G_MAXINT);

  g_qsort_with_data (rows, (gint)n_rows, sizeof *rows, compare_rows, NULL);
}
