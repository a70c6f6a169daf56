/* plan-rules.c - the file's "merge": how the givers of one layer meet
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>

#include "core/model/names.h"
#include "core/pipeline/json-check.h"
#include "core/pipeline/plan.h"

static const JdJsonKey RULE_KEYS[] = {
  { "rule", JD_JSON_STRING, TRUE },
  { "order", JD_JSON_LIST, FALSE },
  { "losers", JD_JSON_BOOLEAN, FALSE },
  { NULL },
};

static const char *const RULES[] = {
  [JD_MERGE_UNION] = "union",
  [JD_MERGE_PRIORITY] = "priority",
  [JD_MERGE_LONGEST] = "longest",
  [JD_MERGE_VOTE] = "vote",
  NULL,
};

/* How many of RULES make sense for a kind of layer. */
static const guint N_RULES[] = {
  [JD_LAYER_SPANS] = G_N_ELEMENTS (RULES) - 1,
  [JD_LAYER_DOCUMENT] = JD_MERGE_PRIORITY + 1,
  [JD_LAYER_CORPUS] = JD_MERGE_UNION + 1,
};

/* One member of "merge". */
typedef struct
{
  const JdPipeline *pipeline;
  const JdJson *json;
  const char *pointer;
  JsonObject *object;
  JdPlanLayer *layer;
} Rule;

static char *
list_rules (JdLayerKind kind)
{
  GString *list = g_string_new (RULES[0]);

  for (guint i = 1; i < N_RULES[kind]; i++)
    g_string_append_printf (list, ", %s", RULES[i]);

  return g_string_free (list, FALSE);
}

static char *
list_givers (const JdPipeline *pipeline, const JdPlanLayer *layer)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < layer->givers->len; i++)
    g_string_append_printf (list, "%s\"%s\"", i > 0 ? ", " : "",
                            jd_pipeline_nth (pipeline, jd_plan_giver (layer, i))->name);

  return g_string_free (list, FALSE);
}

static gboolean
read_rule (const Rule *rule, GError **error)
{
  const char *name = json_object_get_string_member (rule->object, "rule");
  JdLayerKind kind = rule->layer->schema->kind;
  g_autofree char *pointer = jd_json_pointer (rule->pointer, "rule");
  g_autofree char *known = list_rules (kind);

  for (guint i = 0; i < N_RULES[kind]; i++)
    if (g_str_equal (name, RULES[i]))
      {
        rule->layer->rule = (JdMergeRule)i;
        rule->layer->ruled = TRUE;
        return TRUE;
      }

  return jd_json_fail (rule->json, pointer, FALSE, error,
                       _ ("\"%s\" is no rule for a %s layer; rules: %s"), name,
                       jd_layer_kind_name (kind), known);
}

/* The step of that name among the givers of the layer; -1: none. */
static int
find_giver (const Rule *rule, const char *name)
{
  for (guint i = 0; i < rule->layer->givers->len; i++)
    {
      guint step = jd_plan_giver (rule->layer, i);

      if (g_str_equal (jd_pipeline_nth (rule->pipeline, step)->name, name))
        return (int)step;
    }

  return -1;
}

static gboolean
rank_givers (const Rule *rule, const char *pointer, const char *const *names, GError **error)
{
  g_autofree char *givers = list_givers (rule->pipeline, rule->layer);
  const char *layer = rule->layer->schema->name;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, i);
      int step = find_giver (rule, names[i]);

      if (step < 0)
        return jd_json_fail (rule->json, inner, FALSE, error,
                             _ ("\"%s\" does not give layer \"%s\"; these do: %s"), names[i], layer,
                             givers);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (names[i], names[j]))
          return jd_json_fail (rule->json, inner, FALSE, error, _ ("\"%s\" twice in \"order\""),
                               names[i]);
      rule->layer->ranks[step] = i;
    }
  if (g_strv_length ((char **)names) < rule->layer->givers->len)
    return jd_json_fail (rule->json, pointer, FALSE, error,
                         _ ("\"order\" must name all who give layer \"%s\": %s"), layer, givers);

  return TRUE;
}

static gboolean
read_order (const Rule *rule, GError **error)
{
  JsonNode *node = json_object_get_member (rule->object, "order");
  g_autofree char *pointer = jd_json_pointer (rule->pointer, "order");
  g_autofree const char **names = NULL;

  if (node == NULL)
    return TRUE;
  if (rule->layer->rule == JD_MERGE_UNION && rule->layer->schema->kind != JD_LAYER_DOCUMENT)
    return jd_json_fail (rule->json, pointer, TRUE, error,
                         _ ("rule \"union\" keeps all: leave \"order\" out"));
  names = jd_json_read_strings (rule->json, pointer, node, error);

  return names != NULL && rank_givers (rule, pointer, names, error);
}

static gboolean
read_losers (const Rule *rule, GError **error)
{
  JdPlanLayer *layer = rule->layer;
  g_autofree char *pointer = jd_json_pointer (rule->pointer, "losers");

  layer->keep_losers = json_object_get_boolean_member_with_default (rule->object, "losers", FALSE);
  if (layer->keep_losers && layer->rule == JD_MERGE_UNION
      && layer->schema->kind != JD_LAYER_DOCUMENT)
    return jd_json_fail (rule->json, pointer, FALSE, error,
                         _ ("rule \"union\" keeps all, so nothing loses"));

  return TRUE;
}

/* Nobody, or one alone, gives the layer `name`. */
static gboolean
refuse_needless (const JdPipeline *pipeline,
                 const JdJson *json,
                 const char *pointer,
                 const char *name,
                 GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  int found = jd_plan_find (pipeline, name);
  const char *nearest;

  if (found >= 0)
    return jd_json_fail (
        json, pointer, TRUE, error, _ ("only \"%s\" gives layer \"%s\": take its rule out"),
        jd_pipeline_nth (pipeline, jd_plan_giver (jd_plan_layer (pipeline, (guint)found), 0))->name,
        name);
  for (guint i = 0; i < pipeline->layers->len; i++)
    g_ptr_array_add (names, jd_plan_layer (pipeline, i)->schema->name);
  g_ptr_array_add (names, NULL);
  nearest = jd_name_nearest (name, (const char *const *)names->pdata);
  if (nearest != NULL)
    return jd_json_fail (json, pointer, TRUE, error,
                         _ ("nobody gives layer \"%s\", did you mean \"%s\"?"), name, nearest);

  return jd_json_fail (json, pointer, TRUE, error, _ ("nobody gives layer \"%s\""), name);
}

static gboolean
read_member (
    JdPipeline *pipeline, const JdJson *json, const char *name, JsonNode *node, GError **error)
{
  g_autofree char *pointer = jd_json_pointer ("/merge", name);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  int found = jd_plan_find (pipeline, name);
  Rule rule = { .pipeline = pipeline, .json = json, .pointer = pointer };

  if (found >= 0)
    rule.layer = jd_plan_layer (pipeline, (guint)found);
  if (found < 0 || rule.layer->givers->len < 2)
    return refuse_needless (pipeline, json, pointer, name, error);
  if (!jd_json_check_type (json, pointer, node, quoted, JD_JSON_OBJECT, error)
      || !jd_json_check_object (json, pointer, node, RULE_KEYS, error))
    return FALSE;
  rule.object = json_node_get_object (node);

  return read_rule (&rule, error) && read_order (&rule, error) && read_losers (&rule, error);
}

static gboolean
check_ruled (const JdPipeline *pipeline, const JdJson *json, GError **error)
{
  for (guint i = 0; i < pipeline->layers->len; i++)
    {
      const JdPlanLayer *layer = jd_plan_layer (pipeline, i);
      const char *name = layer->schema->name;
      g_autofree char *givers = list_givers (pipeline, layer);
      g_autofree char *rules = list_rules (layer->schema->kind);

      if (layer->givers->len > 1 && !layer->ruled)
        return jd_json_fail (
            json, jd_pipeline_nth (pipeline, jd_plan_giver (layer, 1))->pointer, FALSE, error,
            _ ("layer \"%s\" is given by %s: say how they meet, \"merge\": {\"%s\": "
               "{\"rule\": \"%s\"}}; rules: %s"),
            name, givers, name, RULES[0], rules);
    }

  return TRUE;
}

gboolean
jd_plan_rules (JdPipeline *pipeline, const JdJson *json, JsonNode *merge, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (merge != NULL)
    {
      json_object_iter_init_ordered (&iter, json_node_get_object (merge));
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!read_member (pipeline, json, name, node, error))
          return FALSE;
    }

  return check_ruled (pipeline, json, error);
}
