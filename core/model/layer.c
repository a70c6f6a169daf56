/* layer.c - reading immutable columns of records, and finding records by their span
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/layer-columns.h"

const char *
jd_layer_name (const JdLayer *layer)
{
  return layer->schema->name;
}

const JdSchema *
jd_layer_schema (const JdLayer *layer)
{
  return layer->schema;
}

gsize
jd_layer_length (const JdLayer *layer)
{
  return layer->n_rows;
}

int
jd_layer_column (const JdLayer *layer, const char *field)
{
  return jd_schema_column (layer->schema, field);
}

JdSpan
jd_layer_span (const JdLayer *layer, gsize row)
{
  g_return_val_if_fail (layer->spans != NULL && row < layer->n_rows, ((JdSpan){ 0, 0 }));

  return layer->spans[row];
}

const char *
jd_layer_text (const JdLayer *layer, gsize row, gsize *length)
{
  g_return_val_if_fail (layer->spans != NULL && row < layer->n_rows, NULL);

  *length = layer->spans[row].end - layer->spans[row].begin;

  return layer->texts[row];
}

const char *
jd_layer_analyzer (const JdLayer *layer, gsize row)
{
  g_return_val_if_fail (row < layer->n_rows, NULL);

  return layer->analyzers[row];
}

char *
jd_layer_record_id (const JdLayer *layer, gsize row)
{
  return g_strdup_printf ("%s-%" G_GSIZE_FORMAT, jd_layer_name (layer), row + 1);
}

static const JdColumn *
column_with (const JdLayer *layer, gsize row, int column)
{
  g_return_val_if_fail (row < layer->n_rows, NULL);

  if (column < 0 || (guint)column >= jd_schema_n_fields (layer->schema))
    return NULL;

  return layer->columns[column].set[row] ? &layer->columns[column] : NULL;
}

gboolean
jd_layer_has (const JdLayer *layer, gsize row, int column)
{
  return column_with (layer, row, column) != NULL;
}

gint64
jd_layer_integer (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  return found != NULL && found->type == JD_FIELD_INTEGER ? found->values[row].integer : 0;
}

JdDecimal
jd_layer_decimal (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  return found != NULL && found->type == JD_FIELD_DECIMAL ? found->values[row].decimal
                                                          : (JdDecimal){ 0, 0 };
}

gboolean
jd_layer_boolean (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  return found != NULL && found->type == JD_FIELD_BOOLEAN ? found->values[row].boolean : FALSE;
}

const char *
jd_layer_string (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  if (found == NULL || (found->type != JD_FIELD_STRING && found->type != JD_FIELD_ONE_OF))
    return NULL;

  return found->values[row].string;
}

gsize
jd_layer_reference (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  return found != NULL && found->type == JD_FIELD_REFERENCE ? found->values[row].row : JD_NO_ROW;
}

const JdDocument *
jd_layer_reference_document (const JdLayer *layer, gsize row, int column)
{
  const JdColumn *found = column_with (layer, row, column);

  return found != NULL && found->documents != NULL ? found->documents[row] : NULL;
}

/* How many records begin before `offset`. */
static gsize
count_before (const JdLayer *layer, gsize offset)
{
  gsize low = 0;
  gsize high = layer->spans != NULL ? layer->n_rows : 0;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (layer->spans[middle].begin < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* `row` if it begins before `offset`. */
static gsize
unless_behind (const JdLayer *layer, gsize row, gsize offset)
{
  return row != JD_NO_ROW && layer->spans[row].begin < offset ? row : JD_NO_ROW;
}

gsize
jd_layer_next_covering (const JdLayer *layer, JdSpan span, gsize from)
{
  return unless_behind (layer, jd_ends_next_at_least (&layer->ends, from, span.end),
                        span.begin + 1);
}

gsize
jd_layer_next_covered (const JdLayer *layer, JdSpan span, gsize from)
{
  gsize first = MAX (from, count_before (layer, span.begin));

  return jd_ends_next_at_most (&layer->ends, first, span.end);
}

gsize
jd_layer_next_overlapping (const JdLayer *layer, JdSpan span, gsize from)
{
  if (span.begin >= span.end)
    return JD_NO_ROW;

  return unless_behind (layer, jd_ends_next_at_least (&layer->ends, from, span.begin + 1),
                        span.end);
}
