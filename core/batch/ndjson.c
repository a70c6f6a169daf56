/* ndjson.c - a line of NDJSON as a document on its way in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/ndjson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/output/records.h"
#include "core/pipeline/strict-json.h"

static const char *const own_members[] = { "id", "text", "source", NULL };

/* The text of a string or integer, as an id may be; NULL for anything else. */
static char *
scalar_text (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return json_node_dup_string (node);
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    default:
      return g_strdup (
          g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node)));
    }
}

static const char *
string_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gboolean is_string = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                       && json_node_get_value_type (node) == G_TYPE_STRING;

  return is_string ? json_node_get_string (node) : NULL;
}

static void
add_fact (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  JdItem *item = data;
  char *value;

  (void)object;
  if (g_strv_contains (own_members, name) || JSON_NODE_HOLDS_NULL (node) || item->error != NULL)
    return;
  if (!jd_records_fact_name_is_free (name))
    {
      jd_item_set_error (item, _ ("\"%s\" cannot be the name of a fact; call it otherwise"), name);
      return;
    }
  value = scalar_text (node);
  if (value == NULL)
    jd_item_set_error (item, _ ("\"%s\" is a list or an object; a fact is one value"), name);
  else
    g_hash_table_insert (item->facts, g_strdup (name), value);
}

static gboolean
has_wrong_source (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "source");

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) && string_member (object, "source") == NULL;
}

static void
fill (JdItem *item, JsonObject *object)
{
  const char *text = string_member (object, "text");

  json_object_foreach_member (object, add_fact, item);
  if (text == NULL)
    jd_item_set_error (item, _ ("no string \"text\""));
  else if (has_wrong_source (object))
    jd_item_set_error (item, _ ("\"source\" is no string"));
  else if (*text == '\0')
    jd_item_set_error (item, _ ("\"text\" is empty"));
  if (item->error != NULL)
    return;

  item->bytes = g_strdup (text);
  item->length = strlen (text);
}

/* Reads the object that the line is; NULL, with `item` told why, when it is none. */
static JdJson *
parse (JdItem *item, const char *line, gsize length, const char *name, guint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json = jd_json_parse_line (name, number, line, length, &error);

  if (json == NULL)
    g_set_error_literal (&item->error, JD_ERROR, JD_ERROR_INPUT, error->message);
  else if (JSON_NODE_HOLDS_OBJECT (jd_json_root (json)))
    return g_steal_pointer (&json);
  else
    jd_item_set_error (item, _ ("not an object"));

  return NULL;
}

JdItem *
jd_ndjson_read (const char *line, gsize length, const char *name, guint64 number)
{
  g_autofree char *place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, name, number);
  g_autoptr (JdItem) item = jd_item_new (place, place);
  g_autoptr (JdJson) json = parse (item, line, length, name, number);
  JsonObject *object = json == NULL ? NULL : json_node_get_object (jd_json_root (json));
  g_autofree char *id = NULL;
  const char *source;

  if (object == NULL)
    return g_steal_pointer (&item);

  id = scalar_text (json_object_get_member (object, "id"));
  if (id == NULL || *id == '\0')
    jd_item_set_error (item, _ ("no \"id\""));
  else
    {
      g_free (item->id);
      item->id = g_steal_pointer (&id);
      fill (item, object);
    }
  source = string_member (object, "source");
  g_free (item->source);
  item->source = g_strdup (source == NULL ? name : source);

  return g_steal_pointer (&item);
}
