/* tally-wire.c - tallies as bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/tally.h"
#include "core/batch/wire.h"

typedef struct
{
  GByteArray *out;
  guint n_values;
} Lines;

static gboolean
put_line (gpointer key, gpointer value, gpointer data)
{
  const Lines *lines = data;
  const guint64 *numbers = value;

  jd_wire_put_strings (lines->out, key);
  for (guint i = 0; i < lines->n_values; i++)
    jd_wire_put_number (lines->out, numbers[i]);

  return FALSE;
}

static void
put_layer (GByteArray *out, const JdLayerTally *layer)
{
  Lines lines = { out, 0 };

  jd_wire_put_string (out, layer->name);
  jd_wire_put_number (out, layer->records);
  jd_wire_put_strings (out, (const char *const *)layer->fields);
  if (layer->fields == NULL)
    return;
  jd_wire_put_strings (out, (const char *const *)layer->values);
  jd_wire_put_number (out, (guint64)g_tree_nnodes (layer->lines));
  lines.n_values = g_strv_length (layer->values);
  g_tree_foreach (layer->lines, put_line, &lines);
}

void
jd_tally_encode (const JdTally *tally, GByteArray *out)
{
  jd_wire_put_number (out, tally->documents);
  jd_wire_put_number (out, tally->unread);
  jd_wire_put_number (out, tally->failed);
  jd_wire_put_number (out, tally->failures->len);
  for (guint i = 0; i < tally->failures->len; i++)
    {
      const JdCount *count = g_ptr_array_index (tally->failures, i);

      jd_wire_put_string (out, count->name);
      jd_wire_put_number (out, count->number);
    }
  jd_wire_put_number (out, tally->layers->len);
  for (guint i = 0; i < tally->layers->len; i++)
    put_layer (out, g_ptr_array_index (tally->layers, i));
}

static void
get_failures (JdWireReader *reader, JdTally *tally)
{
  for (gsize n = jd_wire_get_count (reader); n > 0 && !reader->failed; n--)
    {
      g_autofree char *name = jd_wire_get_string (reader);
      guint number = (guint)jd_wire_get_number (reader);

      reader->failed = reader->failed || name == NULL;
      if (!reader->failed)
        jd_tally_demand_failures (tally, name)->number += number;
    }
}

static void
get_line (JdWireReader *reader, JdLayerTally *layer)
{
  g_auto (GStrv) key = jd_wire_get_strings (reader);
  guint n_values = g_strv_length (layer->values);
  guint64 *line;

  if (key == NULL || g_strv_length (key) + 1 != g_strv_length (layer->fields))
    {
      reader->failed = TRUE;
      return;
    }
  line = jd_tally_demand_line (layer, g_steal_pointer (&key));
  for (guint i = 0; i < n_values; i++)
    line[i] = jd_wire_get_number (reader);
}

static void
get_layer (JdWireReader *reader, JdTally *tally)
{
  g_autofree char *name = jd_wire_get_string (reader);
  guint64 records = jd_wire_get_number (reader);
  g_auto (GStrv) fields = jd_wire_get_strings (reader);
  g_auto (GStrv) values = fields != NULL ? jd_wire_get_strings (reader) : NULL;
  guint n_layers = tally->layers->len;
  JdLayerTally *layer;

  if (name == NULL || (fields != NULL && (*fields == NULL || values == NULL)))
    reader->failed = TRUE;
  if (reader->failed)
    return;
  layer = jd_tally_demand_layer (tally, name, (const char *const *)fields,
                                 (const char *const *)values);
  /* A name that came before may have a table of another form. */
  reader->failed = tally->layers->len == n_layers;
  layer->records = records;
  if (fields == NULL)
    return;
  for (gsize n = jd_wire_get_count (reader); n > 0 && !reader->failed; n--)
    get_line (reader, layer);
}

JdTally *
jd_tally_decode (const guint8 *bytes, gsize length, GError **error)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  g_autoptr (JdTally) tally = jd_tally_new ();

  tally->documents = (guint)jd_wire_get_number (&reader);
  tally->unread = (guint)jd_wire_get_number (&reader);
  tally->failed = (guint)jd_wire_get_number (&reader);
  get_failures (&reader, tally);
  for (gsize n = jd_wire_get_count (&reader); n > 0 && !reader.failed; n--)
    get_layer (&reader, tally);
  if (jd_wire_is_done (&reader))
    return g_steal_pointer (&tally);
  g_set_error (error, JD_ERROR, JD_ERROR_BUG, "tally: %" G_GSIZE_FORMAT " bytes that are none",
               length);

  return NULL;
}
