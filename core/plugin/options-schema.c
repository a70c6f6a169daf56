/* options-schema.c - an option table as JSON Schema, draft 2020-12
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/option-type.h"

#include <string.h>

/* As a whole number where it is one, else as the nearest double. */
static void
set_bound (JsonObject *schema, const char *key, const JdOption *option, const char *text)
{
  JdDecimal bound;

  if (text == NULL || !jd_option_bound (option, text, &bound))
    return;
  if (bound.scale == 0)
    json_object_set_int_member (schema, key, bound.digits);
  else
    json_object_set_double_member (schema, key, jd_decimal_to_double (bound));
}

static void
set_choices (JsonObject *schema, const char *const *choices)
{
  JsonArray *array = json_array_new ();

  for (gsize i = 0; choices[i] != NULL; i++)
    json_array_add_string_element (array, choices[i]);
  json_object_set_array_member (schema, "enum", array);
}

/* A decimal may be given as a string too: that is how 0.1 stays exact. */
static void
set_type (JsonObject *schema, const JdOption *option)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  JsonArray *types;

  if (option->type != JD_OPTION_DECIMAL)
    {
      json_object_set_string_member (schema, "type", kind->list ? "array" : kind->json);
      return;
    }

  types = json_array_new ();
  json_array_add_string_element (types, "number");
  json_array_add_string_element (types, "string");
  json_object_set_array_member (schema, "type", types);
  json_object_set_string_member (schema, "pattern", "^[+-]?[0-9]+(\\.[0-9]+)?$");
}

static void
set_items (JsonObject *schema, const JdOptionKind *kind)
{
  JsonObject *items = json_object_new ();

  json_object_set_string_member (items, "type", kind->json);
  json_object_set_object_member (schema, "items", items);
}

static JsonObject *
option_schema (const JdOption *option)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  JsonObject *schema = json_object_new ();
  JsonNode *fallback = jd_option_fallback (option, NULL);

  json_object_set_string_member (schema, "description", option->help);
  set_type (schema, option);
  if (kind->list)
    set_items (schema, kind);
  if (option->type == JD_OPTION_ONE_OF)
    set_choices (schema, option->choices);
  set_bound (schema, "minimum", option, option->minimum);
  set_bound (schema, "maximum", option, option->maximum);
  if (option->unit != NULL)
    json_object_set_string_member (schema, "x-unit", option->unit);
  if (fallback != NULL)
    json_object_set_member (schema, "default", fallback);
  return schema;
}

JsonNode *
jd_options_schema (const JdOption *options)
{
  JsonObject *properties = json_object_new (), *schema = json_object_new ();
  JsonNode *node = json_node_alloc ();

  for (const JdOption *option = options; option != NULL && option->name != NULL; option++)
    json_object_set_object_member (properties, option->name, option_schema (option));

  json_object_set_string_member (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  json_object_set_string_member (schema, "type", "object");
  json_object_set_boolean_member (schema, "additionalProperties", FALSE);
  json_object_set_object_member (schema, "properties", properties);
  return json_node_init_object (node, schema);
}
