/* document.c - an immutable text, its facts and its layers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/document.h"

#include <string.h>

struct JdDocument
{
  char *id;
  char *source;
  char *sha256;
  JdText *text;        /* NULL in the corpus stage */
  GHashTable *given;   /* name -> value: facts of the user */
  GHashTable *found;   /* the same: facts of document layers; the first of a name stays */
  GPtrArray *layers;   /* of JdLayer, as added */
  GHashTable *by_name; /* name -> JdLayer; both belong to `layers` */
};

/* --- The layer that the core gives itself --- */

static const char *const markup_kinds[] = {
  [JD_MARKUP_HEADING] = "heading",
  [JD_MARKUP_BOLD] = "bold",
  [JD_MARKUP_SUBSCRIPT] = "subscript",
  NULL,
};

static const JdField markup_fields[] = {
  { "kind", JD_FIELD_ONE_OF, .values = markup_kinds, .help = "How the text was marked up." },
  { "level", JD_FIELD_INTEGER, .help = "Of a heading: how many # marks it had." },
  { NULL },
};

static const JdLayerSpec markup_spec[] = {
  { .name = "markup",
    .kind = JD_LAYER_SPANS,
    .fields = markup_fields,
    .help = "Text that was marked up in the file." },
  { NULL },
};

static const char *const core_name[] = { "core", NULL };

const JdLayerSpec *
jd_document_core_layers (void)
{
  return markup_spec;
}

static void
stage_markup (JdOutput *output, const JdMarkup *markup)
{
  JdRecord record = jd_output_append (output, "markup", markup->span.begin, markup->span.end);

  jd_record_set_string (record, "kind", markup_kinds[markup->kind], -1);
  if (markup->kind == JD_MARKUP_HEADING)
    jd_record_set_integer (record, "level", markup->level);
}

static void
add_markup (JdDocument *document)
{
  g_autoptr (JdSchema) schema = jd_schema_new (markup_spec);
  g_autoptr (JdOutput) output = jd_output_new (markup_spec, FALSE);
  g_autofree JdLayerRow *rows = NULL;
  const JdStagedLayer *staged;
  gsize n_markup;
  const JdMarkup *markup = jd_text_markup (document->text, &n_markup);

  for (gsize i = 0; i < n_markup; i++)
    stage_markup (output, &markup[i]);
  staged = jd_output_layer (output, "markup");
  rows = g_new0 (JdLayerRow, n_markup);
  for (gsize i = 0; i < n_markup; i++)
    rows[i] = (JdLayerRow){ .staged = staged, .row = i };
  jd_document_add_layer (document, jd_layer_new (schema, rows, n_markup, core_name, document));
}

/* --- Making --- */

static JdDocument *
new_document (const char *id, const char *source, const char *sha256)
{
  JdDocument *document = g_new0 (JdDocument, 1);

  document->id = g_strdup (id);
  document->source = g_strdup (source);
  document->sha256 = g_strdup (sha256);
  document->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  document->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  document->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_layer_free);
  document->by_name = g_hash_table_new (g_str_hash, g_str_equal);

  return document;
}

JdDocument *
jd_document_new (const char *id, const char *source, JdText *text)
{
  JdDocument *document = new_document (id, source, jd_text_sha256 (text));

  document->text = text;
  add_markup (document);

  return document;
}

JdDocument *
jd_document_new_digest (const char *id, const char *source)
{
  return new_document (id, source, NULL);
}

void
jd_document_free (JdDocument *document)
{
  if (document == NULL)
    return;
  g_hash_table_unref (document->by_name);
  g_ptr_array_unref (document->layers);
  g_hash_table_unref (document->found);
  g_hash_table_unref (document->given);
  jd_text_free (document->text);
  g_free (document->sha256);
  g_free (document->source);
  g_free (document->id);
  g_free (document);
}

void
jd_document_give_fact (JdDocument *document, const char *name, const char *value)
{
  g_hash_table_replace (document->given, g_strdup (name), g_strdup (value));
}

/* A field as a fact; NULL for what cannot be one: not set, or a reference. */
static char *
field_as_text (const JdLayer *layer, int column, JdFieldType type)
{
  char buffer[JD_DECIMAL_BUFFER];

  if (!jd_layer_has (layer, 0, column))
    return NULL;
  switch (type)
    {
    case JD_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, jd_layer_integer (layer, 0, column));
    case JD_FIELD_DECIMAL:
      jd_decimal_format (jd_layer_decimal (layer, 0, column), buffer);
      return g_strdup (buffer);
    case JD_FIELD_BOOLEAN:
      return g_strdup (jd_layer_boolean (layer, 0, column) ? "true" : "false");
    default:
      return g_strdup (jd_layer_string (layer, 0, column));
    }
}

static void
add_facts (JdDocument *document, const JdLayer *layer)
{
  const JdSchema *schema = jd_layer_schema (layer);

  for (guint i = 0; i < jd_schema_n_fields (schema); i++)
    {
      const JdField *field = jd_schema_field (schema, i);
      char *value;

      if (g_hash_table_contains (document->found, field->name))
        continue;
      value = field_as_text (layer, (int)i, field->type);
      if (value != NULL)
        g_hash_table_insert (document->found, g_strdup (field->name), value);
    }
}

void
jd_document_add_layer (JdDocument *document, JdLayer *layer)
{
  g_return_if_fail (jd_document_layer (document, jd_layer_name (layer)) == NULL);

  g_ptr_array_add (document->layers, layer);
  g_hash_table_insert (document->by_name, (gpointer)jd_layer_name (layer), layer);
  if (jd_layer_schema (layer)->kind == JD_LAYER_DOCUMENT && jd_layer_length (layer) > 0)
    add_facts (document, layer);
}

/* --- Reading --- */

const char *
jd_document_id (const JdDocument *document)
{
  return document->id;
}

const char *
jd_document_source (const JdDocument *document)
{
  return document->source;
}

const char *
jd_document_sha256 (const JdDocument *document)
{
  return document->sha256;
}

const char *
jd_document_text (const JdDocument *document, gsize *length)
{
  if (document->text != NULL)
    return jd_text_get (document->text, length);
  *length = 0;

  return "";
}

const char *
jd_document_given_fact (const JdDocument *document, const char *name)
{
  return g_hash_table_lookup (document->given, name);
}

const char *
jd_document_fact (const JdDocument *document, const char *name)
{
  const char *given = jd_document_given_fact (document, name);

  return given != NULL ? given : g_hash_table_lookup (document->found, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

const char **
jd_document_given_facts (const JdDocument *document)
{
  guint n_names;
  const char **names = (const char **)g_hash_table_get_keys_as_array (document->given, &n_names);

  qsort (names, n_names, sizeof *names, compare_names);

  return names;
}

const JdLayer *
jd_document_layer (const JdDocument *document, const char *name)
{
  return g_hash_table_lookup (document->by_name, name);
}

guint
jd_document_n_layers (const JdDocument *document)
{
  return document->layers->len;
}

const JdLayer *
jd_document_nth_layer (const JdDocument *document, guint index)
{
  g_return_val_if_fail (index < document->layers->len, NULL);

  return g_ptr_array_index (document->layers, index);
}

void
jd_document_place (const JdDocument *document, gsize offset, JdPlace *place)
{
  g_return_if_fail (document->text != NULL);

  jd_text_place (document->text, offset, place);
}

JdSpan
jd_document_source_span (const JdDocument *document, JdSpan span)
{
  g_return_val_if_fail (document->text != NULL, ((JdSpan){ 0, 0 }));

  return jd_text_source_span (document->text, span);
}
