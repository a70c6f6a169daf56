/* pipeline.c - the pipeline file: which analyzers run, in which order, with which settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/pipeline.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "core/model/file.h"
#include "core/pipeline/json-check.h"
#include "core/pipeline/plan.h"

#define FORMAT 1

static const JdJsonKey PIPELINE_KEYS[] = {
  { "jiandu", JD_JSON_INTEGER, TRUE },
  { "analyzers", JD_JSON_LIST, TRUE },
  { "merge", JD_JSON_OBJECT, FALSE },
  { "limits", JD_JSON_OBJECT, FALSE },
  { NULL },
};

static const JdJsonKey LIMIT_KEYS[] = {
  { "document_bytes", JD_JSON_INTEGER, FALSE },
  { "seconds", JD_JSON_INTEGER, FALSE },
  { "memory_bytes", JD_JSON_INTEGER, FALSE },
  { NULL },
};

/* The rows of LIMIT_KEYS. */
static const struct
{
  gsize offset;
  gint64 fallback;
  gint64 minimum;
  gint64 maximum;
} LIMITS[] = {
  { offsetof (JdLimitSet, document_bytes), 64 << 20, 1, 128 << 20 },
  { offsetof (JdLimitSet, seconds), 10, 1, 86400 },
  { offsetof (JdLimitSet, memory_bytes), (gint64)2 << 30, 256 << 20, (gint64)1 << 40 },
};

static JdPipeline *
new_pipeline (const JdJson *json)
{
  JdPipeline *pipeline = g_new0 (JdPipeline, 1);

  pipeline->sha256 = jd_json_sha256 (json);
  pipeline->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_step_free);
  pipeline->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_plan_layer_free);
  pipeline->names = g_ptr_array_new ();
  pipeline->digest = jd_digest_form_new ();

  return pipeline;
}

void
jd_pipeline_free (JdPipeline *pipeline)
{
  if (pipeline == NULL)
    return;
  jd_digest_form_free (pipeline->digest);
  g_ptr_array_unref (pipeline->names);
  g_ptr_array_unref (pipeline->layers);
  g_ptr_array_unref (pipeline->steps);
  g_free (pipeline->sha256);
  g_free (pipeline);
}

static gboolean
check_file (const JdJson *json, GError **error)
{
  JsonNode *root = jd_json_root (json);
  gint64 format;

  if (!jd_json_check_type (json, "", root, _ ("the pipeline"), JD_JSON_OBJECT, error)
      || !jd_json_check_object (json, "", root, PIPELINE_KEYS, error))
    return FALSE;
  format = json_object_get_int_member (json_node_get_object (root), "jiandu");
  if (format != FORMAT)
    return jd_json_fail (json, "/jiandu", FALSE, error,
                         _ ("format %" PRId64 ", but this jiandu reads format %d"), format, FORMAT);

  return TRUE;
}

static gboolean
check_name (const JdPipeline *pipeline, const JdStep *step, const JdJson *json, GError **error)
{
  if (g_ptr_array_find_with_equal_func (pipeline->names, step->name, g_str_equal, NULL))
    return jd_json_fail (json, step->pointer, FALSE, error,
                         _ ("\"%s\" twice in \"analyzers\": give one of them another \"name\""),
                         step->name);

  return TRUE;
}

static gboolean
read_steps (JdPipeline *pipeline, const JdReading *reading, JsonArray *list, GError **error)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/analyzers/%u", i);
      JdStep *step = jd_step_read (reading, pointer, json_array_get_element (list, i), error);

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (pipeline->steps, step);
      if (!check_name (pipeline, step, reading->json, error))
        return FALSE;
      g_ptr_array_add (pipeline->names, step->name);
    }

  return TRUE;
}

static gboolean
prepare_steps (JdPipeline *pipeline, const JdJson *json, GError **error)
{
  for (guint i = 0; i < pipeline->steps->len; i++)
    if (!jd_step_prepare (g_ptr_array_index (pipeline->steps, i), json, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_limit (JdPipeline *pipeline, const JdJson *json, JsonObject *file, guint i, GError **error)
{
  const char *key = LIMIT_KEYS[i].name;
  gint64 *limit = G_STRUCT_MEMBER_P (&pipeline->limits, LIMITS[i].offset);
  g_autofree char *pointer = jd_json_pointer ("/limits", key);

  *limit = LIMITS[i].fallback;
  if (file == NULL || !json_object_has_member (file, key))
    return TRUE;
  *limit = json_object_get_int_member (file, key);
  if (*limit >= LIMITS[i].minimum && *limit <= LIMITS[i].maximum)
    return TRUE;

  return jd_json_fail (json, pointer, FALSE, error,
                       _ ("\"%s\" is %" PRId64 ", but must be %" PRId64 " to %" PRId64), key,
                       *limit, LIMITS[i].minimum, LIMITS[i].maximum);
}

static gboolean
read_limits (JdPipeline *pipeline, const JdJson *json, JsonNode *node, GError **error)
{
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;

  if (node != NULL && !jd_json_check_object (json, "/limits", node, LIMIT_KEYS, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (LIMITS); i++)
    if (!read_limit (pipeline, json, object, i, error))
      return FALSE;

  return TRUE;
}

const JdLimitSet *
jd_pipeline_limits (const JdPipeline *pipeline)
{
  return &pipeline->limits;
}

JdPipeline *
jd_pipeline_read (const JdReading *reading, GError **error)
{
  const JdJson *json = reading->json;
  g_autoptr (JdPipeline) pipeline = NULL;
  JsonObject *file;

  if (!check_file (json, error))
    return NULL;
  file = json_node_get_object (jd_json_root (json));
  pipeline = new_pipeline (json);
  if (!read_limits (pipeline, json, json_object_get_member (file, "limits"), error)
      || !read_steps (pipeline, reading, json_object_get_array_member (file, "analyzers"), error)
      || !jd_plan (pipeline, reading, json_object_get_member (file, "merge"), error)
      || !prepare_steps (pipeline, json, error))
    return NULL;

  return g_steal_pointer (&pipeline);
}

static const JdCatalogEntry *
find_in_catalog (gpointer catalog, const char *name, GError **error)
{
  return jd_catalog_find (catalog, name, error);
}

static GPtrArray *
list_catalog (gpointer catalog)
{
  return jd_catalog_list (catalog);
}

JdPipeline *
jd_pipeline_parse (const char *path, GBytes *bytes, JdCatalog *catalog, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JdJson) json = jd_json_parse (path, text, length, error);
  g_autofree char *folder = g_path_get_dirname (path);
  JdAnalyzerSource source = { find_in_catalog, list_catalog, catalog };
  JdReading reading = { .json = json, .folder = folder, .source = &source };

  return json != NULL ? jd_pipeline_read (&reading, error) : NULL;
}

JdPipeline *
jd_pipeline_load (const char *path, JdCatalog *catalog, GError **error)
{
  gsize length;
  char *text = jd_file_read (path, &length, error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, length) : NULL;

  return bytes != NULL ? jd_pipeline_parse (path, bytes, catalog, error) : NULL;
}

const char *
jd_pipeline_sha256 (const JdPipeline *pipeline)
{
  return pipeline->sha256;
}

guint
jd_pipeline_n_steps (const JdPipeline *pipeline)
{
  return pipeline->steps->len;
}

JdPipelineStep
jd_pipeline_step (const JdPipeline *pipeline, guint index)
{
  const JdStep *step;

  g_return_val_if_fail (index < pipeline->steps->len, ((JdPipelineStep){ NULL }));
  step = jd_pipeline_nth (pipeline, index);

  return (JdPipelineStep){ .name = step->name, .entry = step->entry };
}

gboolean
jd_pipeline_has_corpus_stage (const JdPipeline *pipeline)
{
  for (guint i = 0; i < pipeline->steps->len; i++)
    if (jd_pipeline_nth (pipeline, i)->analyzer->conclude != NULL)
      return TRUE;

  return FALSE;
}

const JdDigestForm *
jd_pipeline_digest_form (const JdPipeline *pipeline)
{
  return pipeline->digest;
}

void
jd_pipeline_watch (JdPipeline *pipeline, guint8 *running)
{
  pipeline->running = running;
}

/* Volatile: another process reads it, when this one can tell nothing any more. */
void
jd_pipeline_tell (const JdPipeline *pipeline, guint step)
{
  if (pipeline->running != NULL)
    *(volatile guint8 *)pipeline->running = (guint8)MIN (step, G_MAXUINT8);
}
