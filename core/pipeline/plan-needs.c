/* plan-needs.c - whether every step finds what it needs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>

#include "core/model/document.h"
#include "core/pipeline/plan.h"

/* A step and a layer that it looks for. */
typedef struct
{
  const JdPipeline *pipeline;
  const JdReading *reading;
  guint index;
  const JdStep *step;
  const char *layer;
} Search;

typedef enum
{
  NOWHERE, /* nobody in the list gives it */
  LATER,   /* only this step or later ones do */
  PARTLY,  /* somebody before, somebody not */
  THERE,
} Whereabouts;

static Whereabouts
locate (const Search *search, const JdPlanLayer **layer)
{
  int found = jd_plan_find (search->pipeline, search->layer);

  if (found < 0)
    return NOWHERE;
  *layer = jd_plan_layer (search->pipeline, (guint)found);
  if (jd_plan_giver (*layer, 0) >= search->index)
    return LATER;

  return (*layer)->complete >= search->index ? PARTLY : THERE;
}

/* The installed analyzers that give the layer, as `"a", "b"`; "" when there are none. */
static char *
list_installed (const Search *search)
{
  const JdAnalyzerSource *source = search->reading->source;
  g_autoptr (GPtrArray) entries = source->list (source->data);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->analyzer != NULL
          && jd_layer_spec_find (entry->analyzer->gives, search->layer) != NULL)
        g_string_append_printf (list, "%s\"%s\"", list->len > 0 ? ", " : "", entry->name);
    }

  return g_string_free (list, FALSE);
}

static gboolean
refuse_nowhere (const Search *search, GError **error)
{
  g_autofree char *installed = list_installed (search);
  const char *more = strchr (installed, ',');

  if (*installed == '\0')
    return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                         _ ("\"%s\" needs layer \"%s\", which no installed analyzer gives"),
                         search->step->name, search->layer);
  if (more != NULL)
    return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                         _ ("\"%s\" needs layer \"%s\": add one that gives it above this line: %s"),
                         search->step->name, search->layer, installed);

  return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                       _ ("\"%s\" needs layer \"%s\": add this line above it: %s,"),
                       search->step->name, search->layer, installed);
}

static gboolean
refuse_later (const Search *search, const JdPlanLayer *layer, GError **error)
{
  guint giver = jd_plan_giver (layer, 0);

  if (giver == search->index)
    return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                         _ ("\"%s\" needs layer \"%s\", which nobody gives but itself"),
                         search->step->name, search->layer);

  return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                       _ ("\"%s\" needs layer \"%s\", but \"%s\", which gives it, comes later in "
                          "the list: move it above this line"),
                       search->step->name, search->layer,
                       jd_pipeline_nth (search->pipeline, giver)->name);
}

static gboolean
refuse_partly (const Search *search, const JdPlanLayer *layer, GError **error)
{
  if (layer->complete == search->index)
    return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                         _ ("\"%s\" needs layer \"%s\" and gives it too: nobody can read a layer "
                            "before its last giver has run"),
                         search->step->name, search->layer);

  return jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                       _ ("\"%s\" needs layer \"%s\", which is complete only after \"%s\": move it "
                          "below that line"),
                       search->step->name, search->layer,
                       jd_pipeline_nth (search->pipeline, layer->complete)->name);
}

/* TRUE with `layer` NULL: absent, and nobody minds. */
static gboolean
demand (const Search *search, gboolean optional, const JdPlanLayer **layer, GError **error)
{
  const JdPlanLayer *found = NULL;
  Whereabouts where = locate (search, &found);

  *layer = where == THERE ? found : NULL;
  if (where == THERE || (optional && where != PARTLY))
    return TRUE;
  if (where == NOWHERE)
    return refuse_nowhere (search, error);
  if (where == LATER)
    return refuse_later (search, found, error);

  return refuse_partly (search, found, error);
}

static gboolean
check_schema (const Search *search, const JdSchema *schema, const JdLayerSpec *need, GError **error)
{
  g_autoptr (GError) fault = NULL;

  return jd_schema_satisfies (schema, need, &fault)
         || jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                          _ ("analyzer \"%s\": %s"), search->step->name, fault->message);
}

static gboolean
check_group (const Search *search, const JdPlanLayer *layer, GError **error)
{
  const JdStep *giver = jd_pipeline_nth (search->pipeline, jd_plan_giver (layer, 0));

  return layer->schema->kind != JD_LAYER_CORPUS
         || g_strcmp0 (giver->group_by, search->step->group_by) == 0
         || jd_json_fail (search->reading->json, search->step->pointer, FALSE, error,
                          _ ("\"%s\" needs layer \"%s\" of \"%s\", so both must have the same "
                             "\"group_by\""),
                          search->step->name, search->layer, giver->name);
}

static gboolean
check_need (const Search *search, const JdLayerSpec *need, GError **error)
{
  const JdLayerSpec *core = jd_document_core_layers ();
  g_autoptr (JdSchema) schema = NULL;
  const JdPlanLayer *layer;

  core = jd_layer_spec_find (core, need->name);
  if (core != NULL)
    {
      schema = jd_schema_new (core);
      return check_schema (search, schema, need, error);
    }
  if (!demand (search, need->optional, &layer, error))
    return FALSE;

  return layer == NULL
         || (check_schema (search, layer->schema, need, error)
             && check_group (search, layer, error));
}

/* What `field` of a given layer leads to must be known when its records are checked. */
static gboolean
check_target (const Search *search, const JdField *field, GError **error)
{
  const JdAnalyzer *analyzer = search->step->analyzer;
  const JdLayerSpec *need = jd_layer_spec_find (analyzer->needs, field->target);
  const JdPlanLayer *layer;

  if (jd_layer_spec_find (analyzer->gives, field->target) != NULL
      || jd_layer_spec_find (jd_document_core_layers (), field->target) != NULL)
    return TRUE;

  return demand (search, need != NULL && need->optional, &layer, error);
}

static gboolean
check_targets (Search *search, const JdLayerSpec *given, GError **error)
{
  for (const JdField *field = given->fields; field != NULL && field->name != NULL; field++)
    {
      search->layer = field->target;
      if (field->type == JD_FIELD_REFERENCE && !check_target (search, field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_step (Search *search, GError **error)
{
  const JdLayerSpec *need = search->step->analyzer->needs;
  const JdLayerSpec *given = search->step->analyzer->gives;

  for (; need != NULL && need->name != NULL; need++)
    {
      search->layer = need->name;
      if (!check_need (search, need, error))
        return FALSE;
    }
  for (; given != NULL && given->name != NULL; given++)
    if (!check_targets (search, given, error))
      return FALSE;

  return TRUE;
}

gboolean
jd_plan_needs (const JdPipeline *pipeline, const JdReading *reading, GError **error)
{
  for (guint i = 0; i < pipeline->steps->len; i++)
    {
      Search search = {
        .pipeline = pipeline, .reading = reading, .index = i, .step = jd_pipeline_nth (pipeline, i)
      };

      if (!check_step (&search, error))
        return FALSE;
    }

  return TRUE;
}
