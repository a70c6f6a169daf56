/* step.c - one analyzer in its place in the pipeline file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/step.h"

#include <glib/gi18n-lib.h>

#include "core/model/names.h"
#include "core/pipeline/json-check.h"
#include "core/plugin/options.h"

static const JdJsonKey STEP_KEYS[] = {
  { "use", JD_JSON_STRING, TRUE },
  { "name", JD_JSON_STRING, FALSE },
  { "options", JD_JSON_OBJECT, FALSE },
  { "when", JD_JSON_OBJECT, FALSE },
  { "group_by", JD_JSON_STRING | JD_JSON_NULL, FALSE },
  { NULL },
};

/* An entry of the list: a string is short for {"use": …}. */
typedef struct
{
  const JdReading *reading;
  const char *pointer;
  JsonNode *node;
  JsonObject *object; /* NULL for a string */
} Entry;

static JsonNode *
get_member (const Entry *entry, const char *key)
{
  return entry->object != NULL ? json_object_get_member (entry->object, key) : NULL;
}

static gboolean
find_analyzer (JdStep *step, const Entry *entry, GError **error)
{
  const JdAnalyzerSource *source = entry->reading->source;
  JsonNode *use = entry->object != NULL ? get_member (entry, "use") : entry->node;
  g_autofree char *pointer
      = entry->object != NULL ? jd_json_pointer (entry->pointer, "use") : g_strdup (entry->pointer);
  g_autofree char *place = NULL;

  step->entry = source->find (source->data, json_node_get_string (use), error);
  if (step->entry == NULL)
    {
      place = jd_json_place (entry->reading->json, pointer, FALSE);
      g_prefix_error (error, "%s", place);
      return FALSE;
    }
  step->analyzer = step->entry->analyzer;

  return TRUE;
}

static gboolean
read_name (JdStep *step, const Entry *entry, GError **error)
{
  JsonNode *node = get_member (entry, "name");
  g_autofree char *pointer = jd_json_pointer (entry->pointer, "name");

  step->name = node != NULL ? json_node_dup_string (node) : g_strdup (step->analyzer->plugin.name);
  if (!jd_name_is_valid (step->name))
    return jd_json_fail (entry->reading->json, pointer, FALSE, error,
                         _ ("\"%s\" is no name: names have the form %s"), step->name, JD_NAME_FORM);
  if (g_str_equal (step->name, "core"))
    return jd_json_fail (entry->reading->json, pointer, FALSE, error,
                         _ ("the name \"core\" is jiandu's own: choose another"));

  return TRUE;
}

static gboolean
read_group_by (JdStep *step, const Entry *entry, GError **error)
{
  JsonNode *node = get_member (entry, "group_by");
  g_autofree char *pointer = jd_json_pointer (entry->pointer, "group_by");

  if (node != NULL && step->analyzer->conclude == NULL)
    return jd_json_fail (entry->reading->json, pointer, TRUE, error,
                         _ ("analyzer \"%s\" has no corpus stage: leave \"group_by\" out"),
                         step->name);
  if (node == NULL)
    step->group_by = g_strdup (step->analyzer->group_by);
  else if (!JSON_NODE_HOLDS_NULL (node))
    step->group_by = json_node_dup_string (node);

  return TRUE;
}

static gboolean
read_when (JdStep *step, const Entry *entry, GError **error)
{
  JsonNode *node = get_member (entry, "when");
  g_autofree char *pointer = jd_json_pointer (entry->pointer, "when");

  if (node != NULL)
    step->when = jd_when_read (entry->reading->json, pointer, node, error);

  return node == NULL || step->when != NULL;
}

static char *
place_option (const char *what, gpointer data)
{
  const Entry *entry = data;
  g_autofree char *options = jd_json_pointer (entry->pointer, "options");
  g_autofree char *option = what != NULL ? jd_json_pointer (options, what) : NULL;

  return jd_json_place (entry->reading->json, option != NULL ? option : options, FALSE);
}

static gboolean
read_options (JdStep *step, Entry *entry, GError **error)
{
  JsonNode *node = get_member (entry, "options");
  JdOptionContext context = { .base = entry->reading->folder,
                              .data_folders = (const char *const *)step->entry->data_folders,
                              .place = place_option,
                              .place_data = entry };

  step->settings
      = jd_options_read (step->analyzer->options, step->analyzer->settings_size,
                         node != NULL ? json_node_get_object (node) : NULL, &context, error);

  return step->settings != NULL;
}

JdStep *
jd_step_read (const JdReading *reading, const char *pointer, JsonNode *node, GError **error)
{
  g_autoptr (JdStep) step = g_new0 (JdStep, 1);
  Entry entry = { .reading = reading, .pointer = pointer, .node = node };

  step->pointer = g_strdup (pointer);
  if (!jd_json_check_type (reading->json, pointer, node, _ ("the analyzer"),
                           JD_JSON_STRING | JD_JSON_OBJECT, error))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      if (!jd_json_check_object (reading->json, pointer, node, STEP_KEYS, error))
        return NULL;
      entry.object = json_node_get_object (node);
    }
  if (!find_analyzer (step, &entry, error) || !read_name (step, &entry, error)
      || !read_group_by (step, &entry, error) || !read_when (step, &entry, error)
      || !read_options (step, &entry, error))
    return NULL;

  return g_steal_pointer (&step);
}

/* Whatever the plugin's error was: what the caller is promised, with the place. */
static void
take_error (const JdStep *step, const JdJson *json, GError *fault, GError **error)
{
  g_autofree char *place = jd_json_place (json, step->pointer, FALSE);
  gboolean config = g_error_matches (fault, JD_ERROR, JD_ERROR_CONFIG);

  g_set_error (error, JD_ERROR, config ? JD_ERROR_CONFIG : JD_ERROR_PLUGIN,
               _ ("%sanalyzer \"%s\": %s"), place, step->name,
               fault != NULL ? fault->message : _ ("prepare() failed and did not say why"));
}

gboolean
jd_step_prepare (JdStep *step, const JdJson *json, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (step->analyzer->prepare == NULL)
    {
      step->state = step->settings;
      return TRUE;
    }
  step->prepared = step->analyzer->prepare (step->settings, &step->state, &fault);
  if (step->prepared && fault == NULL)
    return TRUE;
  take_error (step, json, fault, error);

  return FALSE;
}

void
jd_step_free (JdStep *step)
{
  if (step == NULL)
    return;
  if (step->prepared && step->analyzer->release != NULL)
    step->analyzer->release (step->state);
  if (step->settings != NULL)
    jd_options_free (step->analyzer->options, step->settings);
  jd_when_free (step->when);
  g_free (step->group_by);
  g_free (step->pointer);
  g_free (step->name);
  g_free (step);
}
