/* digest.c - what the corpus stage needs of a document: its form, and writing it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/digest.h"

#include <string.h>

#include "core/batch/wire.h"

static void
digest_layer_free (gpointer data)
{
  JdDigestLayer *layer = data;

  jd_schema_unref (layer->schema);
  g_free (layer->wanted);
  g_free (layer);
}

JdDigestForm *
jd_digest_form_new (void)
{
  JdDigestForm *form = g_new0 (JdDigestForm, 1);

  form->layers = g_ptr_array_new_with_free_func (digest_layer_free);
  form->names = g_ptr_array_new ();

  return form;
}

void
jd_digest_form_free (JdDigestForm *form)
{
  if (form == NULL)
    return;
  g_ptr_array_unref (form->layers);
  g_ptr_array_unref (form->names);
  g_free (form);
}

/* -1: the form has no such layer. */
static int
find_layer (const JdDigestForm *form, const char *name)
{
  for (guint i = 0; i < form->layers->len; i++)
    {
      const JdDigestLayer *layer = g_ptr_array_index (form->layers, i);

      if (strcmp (layer->schema->name, name) == 0)
        return (int)i;
    }

  return -1;
}

JdDigestLayer *
jd_digest_form_demand (JdDigestForm *form, JdSchema *schema)
{
  int found = find_layer (form, schema->name);
  JdDigestLayer *layer;

  if (found >= 0)
    return g_ptr_array_index (form->layers, found);
  layer = g_new0 (JdDigestLayer, 1);
  layer->schema = jd_schema_ref (schema);
  layer->wanted = g_new0 (guint8, jd_schema_n_fields (schema) + 1);
  g_ptr_array_add (form->layers, layer);

  return layer;
}

typedef struct
{
  GByteArray *out;
  const JdDigestForm *form;
  const JdLayer *layer;
  GHashTable *strings; /* those of the layer that were written -> their number, from 1 */
} Writer;

/* A string that came before is its number, a new one 0 and itself. */
static void
put_text (Writer *writer, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->strings, text));

  jd_wire_put_number (writer->out, number);
  if (number > 0)
    return;
  jd_wire_put_string (writer->out, text);
  g_hash_table_insert (writer->strings, (gpointer)text,
                       GUINT_TO_POINTER (g_hash_table_size (writer->strings) + 1));
}

static guint
index_of (const char *const *texts, const char *text)
{
  guint index = 0;

  while (texts[index] != NULL && strcmp (texts[index], text) != 0)
    index++;

  return index;
}

static void
put_value (Writer *writer, gsize row, int column, const JdField *field)
{
  const JdLayer *layer = writer->layer;
  JdDecimal decimal;

  switch (field->type)
    {
    case JD_FIELD_INTEGER:
      jd_wire_put_integer (writer->out, jd_layer_integer (layer, row, column));
      break;
    case JD_FIELD_DECIMAL:
      decimal = jd_layer_decimal (layer, row, column);
      jd_wire_put_integer (writer->out, decimal.digits);
      jd_wire_put_number (writer->out, (guint64)decimal.scale);
      break;
    case JD_FIELD_BOOLEAN:
      jd_wire_put_number (writer->out, jd_layer_boolean (layer, row, column) ? 1 : 0);
      break;
    case JD_FIELD_STRING:
      put_text (writer, jd_layer_string (layer, row, column));
      break;
    case JD_FIELD_ONE_OF:
      jd_wire_put_number (writer->out,
                          index_of (field->values, jd_layer_string (layer, row, column)));
      break;
    case JD_FIELD_REFERENCE:
      jd_wire_put_number (writer->out, jd_layer_reference (layer, row, column));
      break;
    }
}

/* For each row whether it has a value, and then the value. */
static void
put_column (Writer *writer, int column, const JdField *field)
{
  for (gsize row = 0; row < jd_layer_length (writer->layer); row++)
    {
      gboolean has = jd_layer_has (writer->layer, row, column);

      jd_wire_put_number (writer->out, has ? 1 : 0);
      if (has)
        put_value (writer, row, column, field);
    }
}

/* Where records stand, begins counted from the one before. */
static void
put_spans (Writer *writer)
{
  gsize before = 0;

  for (gsize row = 0; row < jd_layer_length (writer->layer); row++)
    {
      JdSpan span = jd_layer_span (writer->layer, row);
      gsize length;
      const char *text = jd_layer_text (writer->layer, row, &length);

      jd_wire_put_number (writer->out, span.begin - before);
      jd_wire_put_bytes (writer->out, text, length);
      before = span.begin;
    }
}

static void
put_layer (Writer *writer, guint index)
{
  const JdDigestLayer *form = g_ptr_array_index (writer->form->layers, index);
  const char *const *names = (const char *const *)writer->form->names->pdata;

  jd_wire_put_number (writer->out, index);
  jd_wire_put_number (writer->out, jd_layer_length (writer->layer));
  for (gsize row = 0; row < jd_layer_length (writer->layer); row++)
    jd_wire_put_number (writer->out, index_of (names, jd_layer_analyzer (writer->layer, row)));
  if (form->schema->kind == JD_LAYER_SPANS)
    put_spans (writer);
  for (guint i = 0; i < jd_schema_n_fields (form->schema); i++)
    if (form->wanted[i])
      put_column (writer, (int)i, jd_schema_field (form->schema, i));
}

static void
put_facts (const JdDocument *document, GByteArray *out)
{
  g_autofree const char **names = jd_document_given_facts (document);

  jd_wire_put_strings (out, names);
  for (const char **name = names; *name != NULL; name++)
    jd_wire_put_string (out, jd_document_given_fact (document, *name));
}

void
jd_digest_encode (const JdDocument *document, const JdDigestForm *form, GByteArray *out)
{
  jd_wire_put_string (out, jd_document_id (document));
  jd_wire_put_string (out, jd_document_source (document));
  put_facts (document, out);
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    {
      const JdLayer *layer = jd_document_nth_layer (document, i);
      int index = find_layer (form, jd_layer_name (layer));
      g_autoptr (GHashTable) strings = g_hash_table_new (g_str_hash, g_str_equal);
      Writer writer = { out, form, layer, strings };

      if (index >= 0)
        put_layer (&writer, (guint)index);
    }
}
