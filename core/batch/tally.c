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

static void
add_failures (JdTally *tally, const GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    {
      const JdFailure *failure = g_ptr_array_index (failures, i);
      const char *name = failure->analyzer == NULL ? "core" : failure->analyzer;
      JdCount *count = NULL;

      for (guint n = 0; n < tally->failures->len && count == NULL; n++)
        {
          JdCount *known = g_ptr_array_index (tally->failures, n);

          count = strcmp (known->name, name) == 0 ? known : NULL;
        }
      if (count == NULL)
        {
          count = g_new0 (JdCount, 1);
          count->name = g_strdup (name);
          g_ptr_array_add (tally->failures, count);
        }
      count->number++;
    }
}

/* The values of the last field that the layer is tabulated by. */
static const char *const *
last_values (const JdSchema *schema)
{
  guint last = g_strv_length ((char **)schema->tabulate) - 1;
  int column = jd_schema_column (schema, schema->tabulate[last]);

  return g_array_index (schema->fields, JdField, column).values;
}

static JdLayerTally *
find_layer (JdTally *tally, const JdLayer *layer)
{
  JdLayerTally *found;

  for (guint i = 0; i < tally->layers->len; i++)
    {
      found = g_ptr_array_index (tally->layers, i);
      if (strcmp (found->name, jd_layer_name (layer)) == 0)
        return found;
    }
  found = g_new0 (JdLayerTally, 1);
  found->name = g_strdup (jd_layer_name (layer));
  found->fields = jd_layer_schema (layer)->tabulate;
  if (found->fields != NULL)
    {
      found->values = last_values (jd_layer_schema (layer));
      found->lines
          = g_tree_new_full (compare_keys, NULL, (GDestroyNotify)(void *)g_strfreev, g_free);
    }
  g_ptr_array_add (tally->layers, found);

  return found;
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

static guint64 *
find_line (JdLayerTally *tally, const JdLayer *layer, gsize row)
{
  guint n_keys = g_strv_length ((char **)tally->fields) - 1;
  g_auto (GStrv) key = g_new0 (char *, n_keys + 1);
  guint64 *line;

  for (guint i = 0; i < n_keys; i++)
    key[i] = value_text (layer, row, tally->fields[i]);
  line = g_tree_lookup (tally->lines, key);
  if (line == NULL)
    {
      line = g_new0 (guint64, g_strv_length ((char **)tally->values));
      g_tree_insert (tally->lines, g_steal_pointer (&key), line);
    }
  return line;
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
  JdLayerTally *found = find_layer (tally, layer);
  gsize length = jd_layer_length (layer);
  int column;

  found->records += length;
  if (found->fields == NULL)
    return;

  column = jd_layer_column (layer, found->fields[g_strv_length ((char **)found->fields) - 1]);
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

gboolean
jd_tally_has_failures (const JdTally *tally)
{
  return tally->unread > 0 || tally->failures->len > 0;
}
