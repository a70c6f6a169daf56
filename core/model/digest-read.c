/* digest-read.c - what the corpus stage needs of a document: reading it, whoever wrote it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/error.h>
#include <string.h>

#include "core/batch/wire.h"
#include "core/model/digest.h"
#include "core/model/layer-columns.h"

typedef struct
{
  JdWireReader wire;
  const JdDigestForm *form;
  JdLayer *layer;
  GPtrArray *strings; /* of const char *: those of the layer, in its arena */
} Reader;

/* What is only wrong, not short. */
static void
refuse_unless (Reader *reader, gboolean right)
{
  reader->wire.failed = reader->wire.failed || !right;
}

static const char *
get_text (Reader *reader)
{
  guint64 number = jd_wire_get_number (&reader->wire);
  g_autofree char *text = NULL;
  char *kept;

  if (number > 0)
    {
      refuse_unless (reader, number <= reader->strings->len);
      return reader->wire.failed ? NULL : g_ptr_array_index (reader->strings, number - 1);
    }
  text = jd_wire_get_string (&reader->wire);
  refuse_unless (reader, text != NULL);
  if (text == NULL)
    return NULL;
  kept = jd_arena_strndup (reader->layer->arena, text, strlen (text));
  g_ptr_array_add (reader->strings, kept);

  return kept;
}

static const char *
get_one_of (Reader *reader, const JdField *field)
{
  guint64 index = jd_wire_get_number (&reader->wire);

  refuse_unless (reader, index < g_strv_length ((char **)field->values));

  return reader->wire.failed ? NULL : field->values[index];
}

static JdDecimal
get_decimal (Reader *reader)
{
  gint64 digits = jd_wire_get_integer (&reader->wire);
  guint64 scale = jd_wire_get_number (&reader->wire);

  refuse_unless (reader, scale <= JD_DECIMAL_MAX_SCALE);

  return (JdDecimal){ digits, reader->wire.failed ? 0 : (gint32)scale };
}

static JdValue
get_value (Reader *reader, const JdField *field)
{
  switch (field->type)
    {
    case JD_FIELD_INTEGER:
      return (JdValue){ .integer = jd_wire_get_integer (&reader->wire) };
    case JD_FIELD_DECIMAL:
      return (JdValue){ .decimal = get_decimal (reader) };
    case JD_FIELD_BOOLEAN:
      return (JdValue){ .boolean = jd_wire_get_number (&reader->wire) != 0 };
    case JD_FIELD_STRING:
      return (JdValue){ .string = get_text (reader) };
    case JD_FIELD_ONE_OF:
      return (JdValue){ .string = get_one_of (reader, field) };
    case JD_FIELD_REFERENCE:
      break;
    }

  return (JdValue){ .row = jd_wire_get_number (&reader->wire) };
}

static void
get_column (Reader *reader, JdColumn *column, const JdField *field)
{
  for (gsize row = 0; row < reader->layer->n_rows && !reader->wire.failed; row++)
    if (jd_wire_get_number (&reader->wire) != 0)
      {
        column->values[row] = get_value (reader, field);
        column->set[row] = TRUE;
      }
}

static void
get_spans (Reader *reader)
{
  JdLayer *layer = reader->layer;
  gsize begin = 0;

  for (gsize row = 0; row < layer->n_rows && !reader->wire.failed; row++)
    {
      gsize further = jd_wire_get_number (&reader->wire), length;
      const char *text = (const char *)jd_wire_get_bytes (&reader->wire, &length);

      refuse_unless (reader, text != NULL && further < G_MAXINT32
                                 && g_utf8_validate_len (text, length, NULL));
      if (reader->wire.failed)
        return;
      begin += further;
      layer->spans[row] = (JdSpan){ begin, begin + length };
      layer->texts[row] = jd_arena_strndup (layer->arena, text, length);
    }
  jd_ends_init (&layer->ends, layer->spans, layer->n_rows, layer->arena);
}

static void
get_analyzers (Reader *reader)
{
  const GPtrArray *names = reader->form->names;

  for (gsize row = 0; row < reader->layer->n_rows && !reader->wire.failed; row++)
    {
      guint64 index = jd_wire_get_number (&reader->wire);

      /* The last name is the list's end. */
      refuse_unless (reader, index + 1 < names->len);
      if (!reader->wire.failed)
        reader->layer->analyzers[row] = g_ptr_array_index (names, index);
    }
}

static void
get_layer (Reader *reader, JdDocument *document)
{
  guint64 index = jd_wire_get_number (&reader->wire);
  gsize n_rows = jd_wire_get_count (&reader->wire);
  const JdDigestLayer *form;
  g_autoptr (JdLayer) layer = NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  refuse_unless (reader, index < reader->form->layers->len);
  if (reader->wire.failed)
    return;
  form = g_ptr_array_index (reader->form->layers, index);
  refuse_unless (reader, jd_document_layer (document, form->schema->name) == NULL);
  if (reader->wire.failed)
    return;
  layer = jd_layer_alloc (form->schema, n_rows, form->wanted);
  reader->layer = layer;
  reader->strings = strings;
  get_analyzers (reader);
  if (layer->spans != NULL)
    get_spans (reader);
  for (guint i = 0; i < jd_schema_n_fields (form->schema); i++)
    if (form->wanted[i])
      get_column (reader, &layer->columns[i], jd_schema_field (form->schema, i));
  if (!reader->wire.failed)
    jd_document_add_layer (document, g_steal_pointer (&layer));
}

static gboolean
check_column (const JdDocument *document, const JdLayer *layer, guint column)
{
  const JdField *field = jd_schema_field (layer->schema, column);
  const JdLayer *target
      = field->type == JD_FIELD_REFERENCE ? jd_document_layer (document, field->target) : NULL;

  for (gsize row = 0; target != NULL && row < layer->n_rows; row++)
    if (layer->columns[column].set[row] && layer->columns[column].values[row].row >= target->n_rows)
      return FALSE;

  return TRUE;
}

/* References lead to rows that are there. */
static gboolean
check_references (const JdDocument *document)
{
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    {
      const JdLayer *layer = jd_document_nth_layer (document, i);

      for (guint column = 0; column < jd_schema_n_fields (layer->schema); column++)
        if (!check_column (document, layer, column))
          return FALSE;
    }

  return TRUE;
}

static void
get_facts (Reader *reader, JdDocument *document)
{
  g_auto (GStrv) names = jd_wire_get_strings (&reader->wire);

  refuse_unless (reader, names != NULL);
  for (guint i = 0; names != NULL && names[i] != NULL && !reader->wire.failed; i++)
    {
      g_autofree char *value = jd_wire_get_string (&reader->wire);

      refuse_unless (reader, value != NULL);
      if (value != NULL)
        jd_document_give_fact (document, names[i], value);
    }
}

JdDocument *
jd_digest_decode (const guint8 *bytes, gsize length, const JdDigestForm *form, GError **error)
{
  Reader reader = { .wire = jd_wire_reader (bytes, length), .form = form };
  g_autofree char *id = jd_wire_get_string (&reader.wire);
  g_autofree char *source = jd_wire_get_string (&reader.wire);
  g_autoptr (JdDocument) document = jd_document_new_digest (id, source);

  refuse_unless (&reader, id != NULL && source != NULL);
  if (!reader.wire.failed)
    get_facts (&reader, document);
  while (!reader.wire.failed && reader.wire.at < reader.wire.end)
    get_layer (&reader, document);
  if (!reader.wire.failed && check_references (document))
    return g_steal_pointer (&document);
  g_set_error (error, JD_ERROR, JD_ERROR_BUG, "digest: %" G_GSIZE_FORMAT " bytes that are none",
               length);

  return NULL;
}
