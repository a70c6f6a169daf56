/* records.c - documents and corpus results as JSON objects, one a line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/records.h"

#include <jiandu/error.h>
#include <string.h>

#include "core/model/death.h"
#include "core/output/json-text.h"

/* Members of "document" that are no facts. */
static const char *const taken_names[] = { "", "id", "source", "sha256", NULL };

static const char *const code_names[] = {
  [JD_ERROR_CONFIG] = "config",     [JD_ERROR_PLUGIN] = "plugin", [JD_ERROR_INPUT] = "input",
  [JD_ERROR_ANALYSIS] = "analysis", [JD_ERROR_OUTPUT] = "output", [JD_ERROR_BUG] = "bug",
};

static const char *const death_names[] = {
  [JD_DEATH_CRASH] = "crash",
  [JD_DEATH_TIMEOUT] = "timeout",
  [JD_DEATH_PROTOCOL] = "protocol",
};

gboolean
jd_records_fact_name_is_free (const char *name)
{
  return !g_strv_contains (taken_names, name);
}

static const char *
nth_name (const char *const *names, gsize n_names, int code)
{
  return code >= 0 && (gsize)code < n_names ? names[code] : "internal";
}

const char *
jd_error_code_name (const GError *error)
{
  if (error->domain == JD_ERROR)
    return nth_name (code_names, G_N_ELEMENTS (code_names), error->code);
  if (error->domain == JD_DEATH)
    return nth_name (death_names, G_N_ELEMENTS (death_names), error->code);

  return "internal";
}

/* The form of jd_layer_record_id(), for a layer that may not be at hand. */
static void
append_record_id (GString *out, const JdDocument *owner, const char *layer, gsize row)
{
  g_autofree char *number = g_strdup_printf ("-%" G_GSIZE_FORMAT, row + 1);
  g_autofree char *id = owner == NULL
                            ? g_strconcat (layer, number, NULL)
                            : g_strconcat (jd_document_id (owner), "#", layer, number, NULL);

  jd_json_append_string (out, id, -1);
}

static void
append_value (GString *out, const JdLayer *layer, gsize row, int column, const JdField *field)
{
  switch (field->type)
    {
    case JD_FIELD_INTEGER:
      jd_json_append_integer (out, jd_layer_integer (layer, row, column));
      break;
    case JD_FIELD_DECIMAL:
      jd_json_append_decimal (out, jd_layer_decimal (layer, row, column));
      break;
    case JD_FIELD_BOOLEAN:
      g_string_append (out, jd_layer_boolean (layer, row, column) ? "true" : "false");
      break;
    case JD_FIELD_STRING:
    case JD_FIELD_ONE_OF:
      jd_json_append_string (out, jd_layer_string (layer, row, column), -1);
      break;
    case JD_FIELD_REFERENCE:
      append_record_id (out, jd_layer_reference_document (layer, row, column), field->target,
                        jd_layer_reference (layer, row, column));
      break;
    }
}

static void
append_fields (GString *out, const JdLayer *layer, gsize row)
{
  const GArray *fields = jd_layer_schema (layer)->fields;

  for (guint column = 0; column < fields->len; column++)
    if (jd_layer_has (layer, row, (int)column))
      {
        const JdField *field = &g_array_index (fields, JdField, column);

        jd_json_append_key (out, field->name);
        append_value (out, layer, row, (int)column, field);
      }
}

static void
append_place (GString *out, const JdDocument *document, const JdLayer *layer, gsize row)
{
  JdSpan span = jd_document_source_span (document, jd_layer_span (layer, row));
  gsize length;
  const char *text = jd_layer_text (layer, row, &length);

  jd_json_append_integer_member (out, "begin", (gint64)span.begin);
  jd_json_append_integer_member (out, "end", (gint64)span.end);
  jd_json_append_key (out, "text");
  jd_json_append_string (out, text, (gssize)length);
}

/* What stands in every record but its id. */
static void
append_record (GString *out, const JdDocument *document, const JdLayer *layer, gsize row)
{
  if (jd_layer_schema (layer)->kind == JD_LAYER_SPANS)
    append_place (out, document, layer, row);
  jd_json_append_string_member (out, "analyzer", jd_layer_analyzer (layer, row));
  append_fields (out, layer, row);
}

static void
append_layer (GString *out, const JdDocument *document, const JdLayer *layer)
{
  jd_json_append_key (out, jd_layer_name (layer));
  g_string_append_c (out, '[');
  for (gsize row = 0; row < jd_layer_length (layer); row++)
    {
      jd_json_append_comma (out);
      g_string_append (out, "{\"id\":");
      append_record_id (out, NULL, jd_layer_name (layer), row);
      append_record (out, document, layer, row);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_losers (GString *out, const JdDocument *document, const JdLosers *losers)
{
  const char *name = jd_layer_name (losers->layer);

  jd_json_append_key (out, name);
  g_string_append_c (out, '[');
  for (gsize row = 0; row < jd_layer_length (losers->layer); row++)
    {
      jd_json_append_comma (out);
      g_string_append (out, "{\"beaten_by\":");
      append_record_id (out, NULL, name, g_array_index (losers->beaten_by, gsize, row));
      append_record (out, document, losers->layer, row);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_all_losers (GString *out, const JdDocument *document, const GPtrArray *losers)
{
  if (losers->len == 0)
    return;

  g_string_append (out, ",\"losers\":{");
  for (guint i = 0; i < losers->len; i++)
    append_losers (out, document, g_ptr_array_index (losers, i));
  g_string_append_c (out, '}');
}

static void
append_failure (GString *out, const char *analyzer, const char *group, const GError *error)
{
  jd_json_append_comma (out);
  g_string_append_c (out, '{');
  jd_json_append_string_member (out, "analyzer", analyzer == NULL ? "core" : analyzer);
  if (group != NULL)
    jd_json_append_string_member (out, "group", group);
  jd_json_append_string_member (out, "code", jd_error_code_name (error));
  jd_json_append_string_member (out, "message", error->message);
  g_string_append_c (out, '}');
}

static void
append_failures (GString *out, const GPtrArray *failures)
{
  if (failures->len == 0)
    return;

  g_string_append (out, ",\"errors\":[");
  for (guint i = 0; i < failures->len; i++)
    {
      const JdFailure *failure = g_ptr_array_index (failures, i);

      append_failure (out, failure->analyzer, failure->group, failure->error);
    }
  g_string_append_c (out, ']');
}

/* The first document layer that says `name`; NULL when none does. */
static const JdLayer *
fact_layer (const JdDocument *document, const char *name, int *column)
{
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    {
      const JdLayer *layer = jd_document_nth_layer (document, i);

      *column = jd_layer_column (layer, name);
      if (jd_layer_schema (layer)->kind == JD_LAYER_DOCUMENT && jd_layer_length (layer) > 0
          && jd_layer_has (layer, 0, *column))
        return layer;
    }
  return NULL;
}

static const JdField *
nth_field (const JdLayer *layer, int column)
{
  return &g_array_index (jd_layer_schema (layer)->fields, JdField, column);
}

/* Whether the JSON of its values needs no quotes. */
static gboolean
is_bare (const JdField *field)
{
  return field->type == JD_FIELD_INTEGER || field->type == JD_FIELD_DECIMAL
         || field->type == JD_FIELD_BOOLEAN;
}

/* What the user gave is text.  Where an analyzer says the same with a type, the type is kept, so
 * that "report_year" is a number in every record. */
static void
append_given_fact (GString *out, const JdDocument *document, const char *name)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  const char *given = jd_document_given_fact (document, name);
  int column = -1;
  const JdLayer *layer = fact_layer (document, name, &column);

  if (layer != NULL && is_bare (nth_field (layer, column)))
    append_value (typed, layer, 0, column, nth_field (layer, column));
  jd_json_append_key (out, name);
  if (g_str_equal (typed->str, given) && typed->len > 0)
    g_string_append (out, given);
  else
    jd_json_append_string (out, given, -1);
}

static void
append_layer_facts (GString *out, const JdDocument *document, const JdLayer *layer)
{
  const GArray *fields = jd_layer_schema (layer)->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const JdField *field = &g_array_index (fields, JdField, i);
      int column = -1;

      if (jd_document_given_fact (document, field->name) == NULL
          && jd_records_fact_name_is_free (field->name)
          && fact_layer (document, field->name, &column) == layer)
        {
          jd_json_append_key (out, field->name);
          append_value (out, layer, 0, column, field);
        }
    }
}

static void
append_facts (GString *out, const JdDocument *document)
{
  g_autofree const char **given = jd_document_given_facts (document);

  for (const char **name = given; *name != NULL; name++)
    append_given_fact (out, document, *name);
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    if (jd_layer_schema (jd_document_nth_layer (document, i))->kind == JD_LAYER_DOCUMENT)
      append_layer_facts (out, document, jd_document_nth_layer (document, i));
}

/* Up to the source: what a record must begin with to be this document's. */
static void
append_head (GString *out, const char *id, const char *source)
{
  g_string_append (out, "{\"document\":{");
  jd_json_append_string_member (out, "id", id);
  jd_json_append_string_member (out, "source", source);
}

void
jd_records_append_document (GString *out,
                            const JdDocument *document,
                            const GPtrArray *failures,
                            const GPtrArray *losers)
{
  append_head (out, jd_document_id (document), jd_document_source (document));
  jd_json_append_string_member (out, "sha256", jd_document_sha256 (document));
  append_facts (out, document);
  g_string_append (out, "},\"layers\":{");
  for (guint i = 0; i < jd_document_n_layers (document); i++)
    append_layer (out, document, jd_document_nth_layer (document, i));
  g_string_append_c (out, '}');
  append_all_losers (out, document, losers);
  append_failures (out, failures);
  g_string_append (out, "}\n");
}

void
jd_records_append_lost (
    GString *out, const char *id, const char *source, const char *analyzer, const GError *error)
{
  append_head (out, id, source);
  g_string_append (out, "},\"layers\":{},\"errors\":[");
  append_failure (out, analyzer, NULL, error);
  g_string_append (out, "]}\n");
}

gboolean
jd_records_is_about (const char *line, gsize length, const char *id, const char *source)
{
  g_autoptr (GString) head = g_string_new (NULL);

  append_head (head, id, source);

  return length > head->len && memcmp (line, head->str, head->len) == 0;
}

static void
append_steps (GString *out, const JdPipeline *pipeline)
{
  jd_json_append_key (out, "analyzers");
  g_string_append_c (out, '[');
  for (guint i = 0; i < jd_pipeline_n_steps (pipeline); i++)
    {
      JdPipelineStep step = jd_pipeline_step (pipeline, i);
      const JdPlugin *plugin = &step.entry->analyzer->plugin;

      jd_json_append_comma (out);
      g_string_append_c (out, '{');
      jd_json_append_string_member (out, "name", step.name);
      jd_json_append_string_member (out, "plugin", plugin->name);
      jd_json_append_string_member (out, "version", plugin->version);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_left_out (GString *out, const GPtrArray *documents)
{
  jd_json_append_key (out, "left_out");
  g_string_append_c (out, '[');
  for (guint i = 0; i < documents->len; i++)
    {
      jd_json_append_comma (out);
      jd_json_append_string (out, jd_document_id (g_ptr_array_index (documents, i)), -1);
    }
  g_string_append_c (out, ']');
}

void
jd_records_append_provenance (GString *out, const JdPipeline *pipeline)
{
  jd_json_append_string_member (out, "pipeline", jd_pipeline_sha256 (pipeline));
  append_steps (out, pipeline);
}

void
jd_records_append_corpus (GString *out,
                          const JdPipeline *pipeline,
                          guint n_documents,
                          const JdConclusion *conclusion)
{
  g_string_append (out, "{\"corpus\":{");
  jd_json_append_integer_member (out, "documents", n_documents);
  jd_records_append_provenance (out, pipeline);
  append_left_out (out, conclusion->left_out);
  g_string_append (out, "},\"layers\":{");
  for (guint i = 0; i < conclusion->layers->len; i++)
    append_layer (out, NULL, g_ptr_array_index (conclusion->layers, i));
  g_string_append_c (out, '}');
  append_failures (out, conclusion->failures);
  g_string_append (out, "}\n");
}

void
jd_records_append_lost_corpus (GString *out,
                               const char *provenance,
                               guint n_documents,
                               const char *analyzer,
                               const GError *error)
{
  g_string_append (out, "{\"corpus\":{");
  jd_json_append_integer_member (out, "documents", n_documents);
  g_string_append_printf (out, ",%s,\"left_out\":[]},\"layers\":{},\"errors\":[", provenance);
  append_failure (out, analyzer, NULL, error);
  g_string_append (out, "]}\n");
}
