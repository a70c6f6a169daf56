/* describe.c - a plugin's descriptor as JSON and as a page for people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/describe.h"

#include <glib/gi18n-lib.h>

#include "core/model/schema.h"
#include "core/plugin/option-type.h"

/* As JSON. */

static void
set_string (JsonObject *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
}

static void
set_strings (JsonObject *object, const char *key, const char *const *values)
{
  JsonArray *array;

  if (values == NULL)
    return;

  array = json_array_new ();
  for (gsize i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, key, array);
}

static JsonObject *
field_object (const JdField *field)
{
  JsonObject *object = json_object_new ();

  set_string (object, "name", field->name);
  set_string (object, "type", jd_field_type_name (field->type));
  set_strings (object, "values", field->values);
  set_string (object, "target", field->target);
  set_string (object, "unit", field->unit);
  set_string (object, "help", field->help);
  return object;
}

static JsonObject *
layer_object (const JdLayerSpec *layer)
{
  JsonObject *object = json_object_new ();
  JsonArray *fields = json_array_new ();

  for (const JdField *field = layer->fields; field != NULL && field->name != NULL; field++)
    json_array_add_object_element (fields, field_object (field));

  set_string (object, "name", layer->name);
  set_string (object, "kind", jd_layer_kind_name (layer->kind));
  if (layer->optional)
    json_object_set_boolean_member (object, "optional", TRUE);
  set_string (object, "help", layer->help);
  json_object_set_array_member (object, "fields", fields);
  set_strings (object, "tabulate", layer->tabulate);
  return object;
}

static void
set_layers (JsonObject *object, const char *key, const JdLayerSpec *layers)
{
  JsonArray *array = json_array_new ();

  for (const JdLayerSpec *layer = layers; layer != NULL && layer->name != NULL; layer++)
    json_array_add_object_element (array, layer_object (layer));
  json_object_set_array_member (object, key, array);
}

static void
set_analyzer (JsonObject *object, const JdAnalyzer *analyzer)
{
  set_string (object, "version", analyzer->plugin.version);
  set_string (object, "summary", analyzer->plugin.summary);
  set_string (object, "licence", analyzer->plugin.licence);
  json_object_set_int_member (object, "abi", analyzer->plugin.abi);
  set_layers (object, "needs", analyzer->needs);
  set_layers (object, "gives", analyzer->gives);
  json_object_set_member (object, "options", jd_options_schema (analyzer->options));
  set_string (object, "group_by", analyzer->group_by);
}

JsonNode *
jd_describe_json (const JdCatalogEntry *entry)
{
  JsonObject *object = json_object_new ();

  set_string (object, "name", entry->name);
  set_string (object, "path", entry->path);
  if (entry->analyzer != NULL)
    set_analyzer (object, entry->analyzer);
  else
    set_string (object, "error", entry->error->message);
  return json_node_init_object (json_node_alloc (), object);
}

/* As text. */

static void
append_choices (GString *text, const char *const *values)
{
  g_autofree char *all = g_strjoinv (", ", (char **)values);

  g_string_append_printf (text, _ ("one of %s"), all);
}

static void
append_help (GString *text, const char *help)
{
  if (help != NULL)
    g_string_append_printf (text, "\n        %s", help);
  g_string_append_c (text, '\n');
}

static void
append_field (GString *text, const JdField *field)
{
  g_string_append_printf (text, "    %s: ", field->name);
  if (field->values != NULL)
    append_choices (text, field->values);
  else
    g_string_append (text, jd_field_type_name (field->type));
  if (field->target != NULL)
    g_string_append_printf (text, " -> %s", field->target);
  if (field->unit != NULL)
    g_string_append_printf (text, ", %s", field->unit);
  append_help (text, field->help);
}

static void
append_layers (GString *text, const char *title, const JdLayerSpec *layers)
{
  if (layers == NULL || layers->name == NULL)
    return;

  g_string_append_printf (text, "\n%s\n", title);
  for (const JdLayerSpec *layer = layers; layer->name != NULL; layer++)
    {
      g_string_append_printf (text, "  %s (%s)", layer->name, jd_layer_kind_name (layer->kind));
      if (layer->optional)
        g_string_append (text, _ (", may be absent"));
      if (layer->help != NULL)
        g_string_append_printf (text, ": %s", layer->help);
      g_string_append_c (text, '\n');
      for (const JdField *field = layer->fields; field != NULL && field->name != NULL; field++)
        append_field (text, field);
    }
}

static void
append_option (GString *text, const JdOption *option)
{
  gboolean ranged = option->minimum != NULL || option->maximum != NULL;
  g_autofree char *range = ranged ? jd_option_range (option) : NULL;
  const char *extent = ranged ? range : option->unit;
  const char *fallback = jd_option_fallback_text (option);

  g_string_append_printf (text, "  %s: ", option->name);
  if (option->choices != NULL)
    append_choices (text, option->choices);
  else
    g_string_append (text, _ (jd_option_kind (option->type)->expected));
  if (extent != NULL)
    g_string_append_printf (text, ", %s", extent);
  if (fallback != NULL && fallback[0] != '\0')
    g_string_append_printf (text, _ ("; when not given: %s"), fallback);
  append_help (text, option->help);
}

static void
append_options (GString *text, const JdOption *options)
{
  if (options == NULL || options->name == NULL)
    return;

  g_string_append_printf (text, "\n%s\n", _ ("options"));
  for (const JdOption *option = options; option->name != NULL; option++)
    append_option (text, option);
}

static void
append_analyzer (GString *text, const JdAnalyzer *analyzer, const char *path)
{
  const JdPlugin *plugin = &analyzer->plugin;

  g_string_append_printf (text, "%s %s: %s\n", plugin->name, plugin->version, plugin->summary);
  g_string_append_printf (text, _ ("%s, licence %s, plugin ABI %u\n"), path, plugin->licence,
                          plugin->abi);
  append_layers (text, _ ("needs"), analyzer->needs);
  append_layers (text, _ ("gives"), analyzer->gives);
  append_options (text, analyzer->options);
  if (analyzer->group_by != NULL)
    g_string_append_printf (text, _ ("\ngroups documents by %s\n"), analyzer->group_by);
}

char *
jd_describe_text (const JdCatalogEntry *entry)
{
  GString *text = g_string_new (NULL);

  if (entry->analyzer != NULL)
    append_analyzer (text, entry->analyzer, entry->path);
  else
    g_string_append_printf (text, _ ("%s: refused\n%s\n"), entry->name, entry->error->message);
  return g_string_free (text, FALSE);
}
