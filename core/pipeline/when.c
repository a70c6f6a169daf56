/* when.c - for which documents a step runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/when.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "core/pipeline/json-check.h"

static const JdJsonKey RANGE_KEYS[] = {
  { "min", JD_JSON_INTEGER, FALSE },
  { "max", JD_JSON_INTEGER, FALSE },
  { NULL },
};

typedef struct
{
  char *fact;
  char **values; /* one of these; NULL: an integer within the bounds */
  gint64 minimum;
  gint64 maximum;
} Condition;

struct JdWhen
{
  GPtrArray *conditions; /* of Condition */
};

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->fact);
  g_strfreev (condition->values);
  g_free (condition);
}

static gboolean
read_string (Condition *condition, JsonNode *node)
{
  condition->values = g_new0 (char *, 2);
  condition->values[0] = json_node_dup_string (node);

  return TRUE;
}

static gboolean
read_list (
    Condition *condition, const JdJson *json, const char *pointer, JsonNode *node, GError **error)
{
  g_autofree const char **values = jd_json_read_strings (json, pointer, node, error);

  condition->values = g_strdupv ((char **)values);

  return values != NULL;
}

static gboolean
read_range (
    Condition *condition, const JdJson *json, const char *pointer, JsonNode *node, GError **error)
{
  JsonObject *range = json_node_get_object (node);

  if (!jd_json_check_object (json, pointer, node, RANGE_KEYS, error))
    return FALSE;
  if (json_object_get_size (range) == 0)
    return jd_json_fail (json, pointer, FALSE, error, _ ("a range needs \"min\" or \"max\""));
  condition->minimum = json_object_get_int_member_with_default (range, "min", G_MININT64);
  condition->maximum = json_object_get_int_member_with_default (range, "max", G_MAXINT64);
  if (condition->minimum > condition->maximum)
    return jd_json_fail (json, pointer, FALSE, error,
                         _ ("\"min\" %" PRId64 " is above \"max\" %" PRId64), condition->minimum,
                         condition->maximum);

  return TRUE;
}

static gboolean
read_condition (
    Condition *condition, const JdJson *json, const char *parent, JsonNode *node, GError **error)
{
  g_autofree char *pointer = jd_json_pointer (parent, condition->fact);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", condition->fact);

  if (!jd_json_check_type (json, pointer, node, quoted,
                           JD_JSON_STRING | JD_JSON_LIST | JD_JSON_OBJECT, error))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node))
    return read_string (condition, node);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_list (condition, json, pointer, node, error);

  return read_range (condition, json, pointer, node, error);
}

JdWhen *
jd_when_read (const JdJson *json, const char *pointer, JsonNode *node, GError **error)
{
  g_autoptr (JdWhen) when = g_new0 (JdWhen, 1);
  JsonObjectIter iter;
  const char *fact;
  JsonNode *value;

  when->conditions = g_ptr_array_new_with_free_func (condition_free);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &fact, &value))
    {
      Condition *condition = g_new0 (Condition, 1);

      g_ptr_array_add (when->conditions, condition);
      condition->fact = g_strdup (fact);
      if (!read_condition (condition, json, pointer, value, error))
        return NULL;
    }
  if (when->conditions->len == 0)
    {
      jd_json_fail (json, pointer, FALSE, error, _ ("\"when\" is empty: leave it out"));
      return NULL;
    }

  return g_steal_pointer (&when);
}

void
jd_when_free (JdWhen *when)
{
  if (when == NULL)
    return;
  g_ptr_array_unref (when->conditions);
  g_free (when);
}

static gboolean
is_within (const Condition *condition, const char *value)
{
  gint64 number;

  return g_ascii_string_to_signed (value, 10, condition->minimum, condition->maximum, &number,
                                   NULL);
}

static gboolean
condition_holds (const Condition *condition, const char *value)
{
  if (value == NULL)
    return FALSE;
  if (condition->values == NULL)
    return is_within (condition, value);

  return g_strv_contains ((const char *const *)condition->values, value);
}

gboolean
jd_when_holds (const JdWhen *when, const JdDocument *document)
{
  for (guint i = 0; when != NULL && i < when->conditions->len; i++)
    {
      const Condition *condition = g_ptr_array_index (when->conditions, i);

      if (!condition_holds (condition, jd_document_fact (document, condition->fact)))
        return FALSE;
    }

  return TRUE;
}
