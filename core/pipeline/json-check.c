/* json-check.c - whether a JSON value has the form that a file asks for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/json-check.h"

#include <glib/gi18n-lib.h>

#include "core/model/names.h"

static const struct
{
  JdJsonType type;
  const char *name;
} TYPES[] = {
  { JD_JSON_STRING, N_ ("a string") },
  { JD_JSON_INTEGER, N_ ("an integer") },
  { JD_JSON_NUMBER, N_ ("a fraction") },
  { JD_JSON_BOOLEAN, N_ ("true or false") },
  { JD_JSON_OBJECT, N_ ("an object {…}") },
  { JD_JSON_LIST, N_ ("a list […]") },
  { JD_JSON_NULL, N_ ("null") },
};

static JdJsonType
type_of (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return JD_JSON_OBJECT;
    case JSON_NODE_ARRAY:
      return JD_JSON_LIST;
    case JSON_NODE_NULL:
      return JD_JSON_NULL;
    case JSON_NODE_VALUE:
      break;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return JD_JSON_STRING;
    case G_TYPE_BOOLEAN:
      return JD_JSON_BOOLEAN;
    case G_TYPE_INT64:
      return JD_JSON_INTEGER;
    default:
      return JD_JSON_NUMBER;
    }
}

/* "a string or a list […]" */
static char *
name_types (guint types)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if ((types & TYPES[i].type) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (" or ") : "", _ (TYPES[i].name));

  return g_string_free (names, FALSE);
}

static gboolean
is_empty (JsonNode *node, JdJsonType type)
{
  if (type == JD_JSON_STRING)
    return *json_node_get_string (node) == '\0';

  return type == JD_JSON_LIST && json_array_get_length (json_node_get_array (node)) == 0;
}

gboolean
jd_json_check_type (const JdJson *json,
                    const char *pointer,
                    JsonNode *node,
                    const char *name,
                    guint types,
                    GError **error)
{
  JdJsonType type = type_of (node);
  g_autofree char *is = name_types (type);
  g_autofree char *wanted = name_types (types);

  if ((type & types) == 0)
    return jd_json_fail (json, pointer, FALSE, error, _ ("%s is %s, expected %s"), name, is,
                         wanted);
  if (is_empty (node, type))
    return jd_json_fail (json, pointer, FALSE, error, _ ("%s is empty"), name);

  return TRUE;
}

static const JdJsonKey *
find_key (const JdJsonKey *keys, const char *name)
{
  for (; keys->name != NULL; keys++)
    if (g_str_equal (keys->name, name))
      return keys;

  return NULL;
}

static gboolean
refuse_key (const JdJson *json,
            const char *pointer,
            const char *name,
            const JdJsonKey *keys,
            GError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *list = NULL;
  const char *nearest;

  for (; keys->name != NULL; keys++)
    g_ptr_array_add (known, (gpointer)keys->name);
  g_ptr_array_add (known, NULL);
  nearest = jd_name_nearest (name, (const char *const *)known->pdata);
  if (nearest != NULL)
    return jd_json_fail (json, pointer, TRUE, error, _ ("unknown key \"%s\", did you mean \"%s\"?"),
                         name, nearest);
  list = g_strjoinv (", ", (char **)known->pdata);

  return jd_json_fail (json, pointer, TRUE, error, _ ("unknown key \"%s\"; known: %s"), name, list);
}

static gboolean
check_member (const JdJson *json,
              const char *parent,
              const char *name,
              JsonNode *value,
              const JdJsonKey *keys,
              GError **error)
{
  const JdJsonKey *key = find_key (keys, name);
  g_autofree char *pointer = jd_json_pointer (parent, name);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);

  if (key == NULL)
    return refuse_key (json, pointer, name, keys, error);

  return jd_json_check_type (json, pointer, value, quoted, key->types, error);
}

gboolean
jd_json_check_object (
    const JdJson *json, const char *pointer, JsonNode *node, const JdJsonKey *keys, GError **error)
{
  JsonObject *object = json_node_get_object (node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!check_member (json, pointer, name, value, keys, error))
      return FALSE;
  for (; keys->name != NULL; keys++)
    if (keys->required && !json_object_has_member (object, keys->name))
      return jd_json_fail (json, pointer, FALSE, error, _ ("\"%s\" is missing here"), keys->name);

  return TRUE;
}

const char **
jd_json_read_strings (const JdJson *json, const char *pointer, JsonNode *node, GError **error)
{
  JsonArray *list = json_node_get_array (node);
  guint length = json_array_get_length (list);
  g_autofree const char **strings = g_new0 (const char *, length + 1);

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, i);
      JsonNode *element = json_array_get_element (list, i);

      if (!jd_json_check_type (json, inner, element, _ ("the list's value"), JD_JSON_STRING, error))
        return NULL;
      strings[i] = json_node_get_string (element);
    }

  return g_steal_pointer (&strings);
}
