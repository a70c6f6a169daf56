/* tally.c - what a run has come to, for people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/tally.h"

#include <string.h>

static void
count_free (JdCount *count)
{
  g_free (count->name);
  g_free (count);
}

static void
layer_tally_free (JdLayerTally *layer)
{
  g_free (layer->name);
  g_strfreev (layer->fields);
  g_strfreev (layer->values);
  g_clear_pointer (&layer->lines, g_tree_unref);
  g_free (layer);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *const *one = a, *const *other = b;
  int order = 0;

  (void)data;
  for (; order == 0 && *one != NULL; one++, other++)
    order = strcmp (*one, *other);

  return order;
}

JdTally *
jd_tally_new (void)
{
  JdTally *tally = g_new0 (JdTally, 1);

  tally->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)count_free);
  tally->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)layer_tally_free);

  return tally;
}

void
jd_tally_free (JdTally *tally)
{
  g_ptr_array_unref (tally->failures);
  g_ptr_array_unref (tally->layers);
  g_free (tally);
}

JdCount *
jd_tally_demand_failures (JdTally *tally, const char *analyzer)
{
  JdCount *count;

  for (guint i = 0; i < tally->failures->len; i++)
    {
      count = g_ptr_array_index (tally->failures, i);
      if (strcmp (count->name, analyzer) == 0)
        return count;
    }
  count = g_new0 (JdCount, 1);
  count->name = g_strdup (analyzer);
  g_ptr_array_add (tally->failures, count);

  return count;
}

static void
add_failure (JdTally *tally, const char *analyzer)
{
  jd_tally_demand_failures (tally, analyzer != NULL ? analyzer : "core")->number++;
}

static void
add_failures (JdTally *tally, const GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    add_failure (tally, ((const JdFailure *)g_ptr_array_index (failures, i))->analyzer);
}

JdLayerTally *
jd_tally_demand_layer (JdTally *tally,
                       const char *name,
                       const char *const *fields,
                       const char *const *values)
{
  JdLayerTally *layer;

  for (guint i = 0; i < tally->layers->len; i++)
    {
      layer = g_ptr_array_index (tally->layers, i);
      if (strcmp (layer->name, name) == 0)
        return layer;
    }
  layer = g_new0 (JdLayerTally, 1);
  layer->name = g_strdup (name);
  if (fields != NULL)
    {
      layer->fields = g_strdupv ((char **)fields);
      layer->values = g_strdupv ((char **)values);
      layer->lines
          = g_tree_new_full (compare_keys, NULL, (GDestroyNotify)(void *)g_strfreev, g_free);
    }
  g_ptr_array_add (tally->layers, layer);

  return layer;
}

/* The values of the last field that the layer is tabulated by; NULL: it is not. */
static const char *const *
last_values (const JdSchema *schema)
{
  const char *const *fields = schema->tabulate;

  if (fields == NULL)
    return NULL;
  while (fields[1] != NULL)
    fields++;

  return jd_schema_field (schema, (guint)jd_schema_column (schema, *fields))->values;
}

static char *
value_text (const JdLayer *layer, gsize row, const char *field)
{
  int column = jd_layer_column (layer, field);
  char decimal[JD_DECIMAL_BUFFER];
  const char *string = jd_layer_string (layer, row, column);

  if (string != NULL || !jd_layer_has (layer, row, column))
    return g_strdup (string == NULL ? "" : string);

  switch (g_array_index (jd_layer_schema (layer)->fields, JdField, column).type)
    {
    case JD_FIELD_DECIMAL:
      jd_decimal_format (jd_layer_decimal (layer, row, column), decimal);
      return g_strdup (decimal);
    case JD_FIELD_BOOLEAN:
      return g_strdup (jd_layer_boolean (layer, row, column) ? "true" : "false");
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, jd_layer_integer (layer, row, column));
    }
}

guint64 *
jd_tally_demand_line (JdLayerTally *layer, char **key)
{
  guint64 *line = g_tree_lookup (layer->lines, key);

  if (line != NULL)
    g_strfreev (key);
  else
    {
      line = g_new0 (guint64, g_strv_length (layer->values) + 1);
      g_tree_insert (layer->lines, key, line);
    }

  return line;
}

static guint64 *
find_line (JdLayerTally *tally, const JdLayer *layer, gsize row)
{
  guint n_keys = g_strv_length (tally->fields) - 1;
  char **key = g_new0 (char *, n_keys + 1);

  for (guint i = 0; i < n_keys; i++)
    key[i] = value_text (layer, row, tally->fields[i]);

  return jd_tally_demand_line (tally, key);
}

static void
tabulate (JdLayerTally *tally, const JdLayer *layer, gsize row, int column)
{
  const char *value = jd_layer_string (layer, row, column);
  guint64 *line = find_line (tally, layer, row);

  for (guint i = 0; value != NULL && tally->values[i] != NULL; i++)
    line[i] += strcmp (tally->values[i], value) == 0;
}

static void
add_layer (JdTally *tally, const JdLayer *layer)
{
  const JdSchema *schema = jd_layer_schema (layer);
  JdLayerTally *found = jd_tally_demand_layer (tally, jd_layer_name (layer), schema->tabulate,
                                               last_values (schema));
  gsize length = jd_layer_length (layer);
  int column;

  found->records += length;
  if (found->fields == NULL)
    return;

  column = jd_layer_column (layer, found->fields[g_strv_length (found->fields) - 1]);
  for (gsize row = 0; row < length; row++)
    tabulate (found, layer, row, column);
}

void
jd_tally_add_unread (JdTally *tally)
{
  tally->documents++;
  tally->unread++;
}

void
jd_tally_add_document (JdTally *tally, const JdDocument *document, const GPtrArray *failures)
{
  tally->documents++;
  tally->failed += failures->len > 0;
  add_failures (tally, failures);
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    add_layer (tally, jd_document_nth_layer (document, i));
}

void
jd_tally_add_conclusion (JdTally *tally, const JdConclusion *conclusion)
{
  add_failures (tally, conclusion->failures);
  for (guint i = 0; i < conclusion->layers->len; i++)
    add_layer (tally, g_ptr_array_index (conclusion->layers, i));
}

void
jd_tally_add_lost (JdTally *tally, const char *analyzer)
{
  tally->documents++;
  tally->failed++;
  add_failure (tally, analyzer);
}

typedef struct
{
  JdLayerTally *layer; /* what is added to */
  guint n_values;
} Target;

static gboolean
add_line (gpointer key, gpointer value, gpointer data)
{
  const Target *target = data;
  const guint64 *from = value;
  guint64 *to = jd_tally_demand_line (target->layer, g_strdupv (key));

  for (guint i = 0; i < target->n_values; i++)
    to[i] += from[i];

  return FALSE;
}

static gboolean
same_texts (char **a, char **b)
{
  return a != NULL && b != NULL && g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static void
merge_layer (JdTally *tally, const JdLayerTally *other)
{
  JdLayerTally *layer
      = jd_tally_demand_layer (tally, other->name, (const char *const *)other->fields,
                               (const char *const *)other->values);
  Target target = { layer, 0 };

  layer->records += other->records;
  if (!same_texts (layer->fields, other->fields) || !same_texts (layer->values, other->values))
    return;
  target.n_values = g_strv_length (layer->values);
  g_tree_foreach (other->lines, add_line, &target);
}

void
jd_tally_merge (JdTally *tally, const JdTally *other)
{
  tally->documents += other->documents;
  tally->unread += other->unread;
  tally->failed += other->failed;
  for (guint i = 0; i < other->failures->len; i++)
    {
      const JdCount *count = g_ptr_array_index (other->failures, i);

      jd_tally_demand_failures (tally, count->name)->number += count->number;
    }
  for (guint i = 0; i < other->layers->len; i++)
    merge_layer (tally, g_ptr_array_index (other->layers, i));
}

gboolean
jd_tally_has_failures (const JdTally *tally)
{
  return tally->unread > 0 || tally->failures->len > 0;
}
