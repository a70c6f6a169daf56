/* plan.c - which layers there are, who gives them, and when they are complete
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/document.h"

const JdStep *
jd_pipeline_nth (const JdPipeline *pipeline, guint step)
{
  return g_ptr_array_index (pipeline->steps, step);
}

JdPlanLayer *
jd_plan_layer (const JdPipeline *pipeline, guint index)
{
  return g_ptr_array_index (pipeline->layers, index);
}

int
jd_plan_find (const JdPipeline *pipeline, const char *name)
{
  for (guint i = 0; i < pipeline->layers->len; i++)
    if (g_str_equal (jd_plan_layer (pipeline, i)->schema->name, name))
      return (int)i;

  return -1;
}

guint
jd_plan_giver (const JdPlanLayer *layer, guint index)
{
  return g_array_index (layer->givers, guint, index);
}

gboolean
jd_plan_is_giver (const JdPlanLayer *layer, guint step)
{
  for (guint i = 0; i < layer->givers->len; i++)
    if (jd_plan_giver (layer, i) == step)
      return TRUE;

  return FALSE;
}

void
jd_plan_layer_free (JdPlanLayer *layer)
{
  jd_schema_unref (layer->schema);
  g_array_unref (layer->givers);
  g_free (layer->ranks);
  g_free (layer);
}

const JdLayerSpec *
jd_layer_spec_find (const JdLayerSpec *specs, const char *name)
{
  for (; specs != NULL && specs->name != NULL; specs++)
    if (g_str_equal (specs->name, name))
      return specs;

  return NULL;
}

static JdPlanLayer *
new_layer (JdPipeline *pipeline, const JdLayerSpec *spec)
{
  JdPlanLayer *layer = g_new0 (JdPlanLayer, 1);

  layer->schema = jd_schema_new (spec);
  layer->givers = g_array_new (FALSE, FALSE, sizeof (guint));
  layer->ranks = g_new0 (guint, pipeline->steps->len);
  g_ptr_array_add (pipeline->layers, layer);

  return layer;
}

/* A second giver: its fields must agree, and so must the groups of a corpus layer. */
static gboolean
check_agreement (const JdPipeline *pipeline,
                 JdPlanLayer *layer,
                 const JdStep *step,
                 const JdLayerSpec *spec,
                 const JdJson *json,
                 GError **error)
{
  const JdStep *first = jd_pipeline_nth (pipeline, jd_plan_giver (layer, 0));
  g_autoptr (GError) fault = NULL;

  if (!jd_schema_merge (layer->schema, spec, &fault))
    return jd_json_fail (json, step->pointer, FALSE, error, _ ("\"%s\" and \"%s\": %s"),
                         first->name, step->name, fault->message);
  if (spec->kind == JD_LAYER_CORPUS && g_strcmp0 (first->group_by, step->group_by) != 0)
    return jd_json_fail (json, step->pointer, FALSE, error,
                         _ ("\"%s\" and \"%s\" both give layer \"%s\", so both must have the same "
                            "\"group_by\""),
                         first->name, step->name, spec->name);

  return TRUE;
}

static gboolean
add_giver (
    JdPipeline *pipeline, guint index, const JdLayerSpec *spec, const JdJson *json, GError **error)
{
  int found = jd_plan_find (pipeline, spec->name);
  JdPlanLayer *layer
      = found < 0 ? new_layer (pipeline, spec) : jd_plan_layer (pipeline, (guint)found);

  if (found >= 0
      && !check_agreement (pipeline, layer, jd_pipeline_nth (pipeline, index), spec, json, error))
    return FALSE;
  layer->ranks[index] = layer->givers->len;
  layer->complete = index;
  g_array_append_val (layer->givers, index);

  return TRUE;
}

static gboolean
collect_layers (JdPipeline *pipeline, const JdJson *json, GError **error)
{
  for (guint i = 0; i < pipeline->steps->len; i++)
    {
      const JdLayerSpec *gives = jd_pipeline_nth (pipeline, i)->analyzer->gives;

      for (; gives != NULL && gives->name != NULL; gives++)
        if (!add_giver (pipeline, i, gives, json, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
share_giver (const JdPlanLayer *a, const JdPlanLayer *b)
{
  for (guint i = 0; i < a->givers->len; i++)
    if (jd_plan_is_giver (b, jd_plan_giver (a, i)))
      return TRUE;

  return FALSE;
}

/* A record that refers to another of the same analyzer waits for the number that one will get. */
static guint
find_end (const JdPipeline *pipeline, const JdPlanLayer *layer)
{
  guint end = layer->complete;

  for (guint i = 0; i < layer->schema->fields->len; i++)
    {
      const JdField *field = jd_schema_field (layer->schema, i);
      int found = field->type == JD_FIELD_REFERENCE ? jd_plan_find (pipeline, field->target) : -1;
      const JdPlanLayer *target = found < 0 ? NULL : jd_plan_layer (pipeline, (guint)found);

      if (target != NULL && share_giver (layer, target))
        end = MAX (end, target->complete);
    }

  return end;
}

/* Ends only ever move back, so this comes to rest. */
static void
set_ends (JdPipeline *pipeline)
{
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < pipeline->layers->len; i++)
        {
          JdPlanLayer *layer = jd_plan_layer (pipeline, i);
          guint end = find_end (pipeline, layer);

          moved = moved || end != layer->complete;
          layer->complete = end;
        }
    }
}

/* The layer that a need names, as it stands in a document; NULL for one of the corpus stage, and
 * for one that nobody gives. */
static JdDigestLayer *
demand_digest (JdPipeline *pipeline, const char *name)
{
  int found = jd_plan_find (pipeline, name);
  const JdLayerSpec *core = jd_layer_spec_find (jd_document_core_layers (), name);
  g_autoptr (JdSchema) schema = NULL;

  if (found >= 0)
    schema = jd_schema_ref (jd_plan_layer (pipeline, (guint)found)->schema);
  else if (core != NULL)
    schema = jd_schema_new (core);
  if (schema == NULL || schema->kind == JD_LAYER_CORPUS)
    return NULL;

  return jd_digest_form_demand (pipeline->digest, schema);
}

static void
want_all (JdDigestLayer *layer)
{
  memset (layer->wanted, TRUE, jd_schema_n_fields (layer->schema));
}

static void
want_fields (JdDigestLayer *layer, const JdField *field)
{
  for (; field != NULL && field->name != NULL; field++)
    {
      int column = jd_schema_column (layer->schema, field->name);

      if (column >= 0)
        layer->wanted[column] = TRUE;
    }
}

/* The layers of a table, with the fields that it names, and those that references of corpus layers
 * lead to. */
static void
add_corpus_needs (JdPipeline *pipeline, const JdLayerSpec *specs)
{
  for (; specs != NULL && specs->name != NULL; specs++)
    {
      const JdField *field = specs->kind == JD_LAYER_CORPUS ? specs->fields : NULL;
      JdDigestLayer *layer = demand_digest (pipeline, specs->name);

      if (layer != NULL)
        want_fields (layer, specs->fields);
      for (; field != NULL && field->name != NULL; field++)
        if (field->type == JD_FIELD_REFERENCE)
          (void)demand_digest (pipeline, field->target);
    }
}

/* Facts may be asked for by any name, so the layers that they come from are kept whole. */
static void
add_document_layers (JdPipeline *pipeline)
{
  for (guint i = 0; i < pipeline->layers->len; i++)
    {
      JdSchema *schema = jd_plan_layer (pipeline, i)->schema;

      if (schema->kind == JD_LAYER_DOCUMENT)
        want_all (jd_digest_form_demand (pipeline->digest, schema));
    }
}

static void
plan_digest (JdPipeline *pipeline)
{
  GPtrArray *names = pipeline->digest->names;

  for (guint i = 0; i < pipeline->steps->len; i++)
    {
      const JdAnalyzer *analyzer = jd_pipeline_nth (pipeline, i)->analyzer;

      g_ptr_array_add (names, jd_pipeline_nth (pipeline, i)->name);
      if (analyzer->conclude == NULL)
        continue;
      add_corpus_needs (pipeline, analyzer->needs);
      add_corpus_needs (pipeline, analyzer->gives);
    }
  g_ptr_array_add (names, (gpointer) "core");
  g_ptr_array_add (names, NULL);
  add_document_layers (pipeline);
}

gboolean
jd_plan (JdPipeline *pipeline, const JdReading *reading, JsonNode *merge, GError **error)
{
  if (!collect_layers (pipeline, reading->json, error)
      || !jd_plan_rules (pipeline, reading->json, merge, error))
    return FALSE;
  set_ends (pipeline);
  plan_digest (pipeline);

  return jd_plan_needs (pipeline, reading, error);
}
