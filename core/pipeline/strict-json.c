/* strict-json.c - json-glib behind a strict gate
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/strict-json.h"

#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <stdarg.h>
#include <string.h>

#include "core/model/file.h"
#include "core/pipeline/json-scan.h"

struct JdJson
{
  char *name;
  guint64 first_line;
  GBytes *bytes;
  GHashTable *marks; /* JSON Pointer -> JdJsonMark */
  JsonNode *root;
};

static char *
format_place (const JdJson *json, gsize at)
{
  gsize line, column;

  jd_json_line_column (g_bytes_get_data (json->bytes, NULL), at, &line, &column);

  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%" G_GSIZE_FORMAT ": ", json->name,
                          json->first_line - 1 + line, column);
}

static gboolean
check (JdJson *json, GError **error)
{
  gsize length, at;
  const char *bytes = g_bytes_get_data (json->bytes, &length);
  g_autofree char *fault = jd_json_scan (bytes, length, json->marks, &at);
  g_autofree char *place = NULL;

  if (fault == NULL)
    return TRUE;
  place = format_place (json, at);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s%s", place, fault);

  return FALSE;
}

/* What passed the gate is JSON: a complaint of json-glib's would be a fault of the gate. */
static gboolean
read_nodes (JdJson *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) fault = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (json->bytes, &length);

  if (!json_parser_load_from_data (parser, bytes, (gssize)length, &fault))
    {
      g_set_error (error, JD_ERROR, JD_ERROR_BUG, "%s: %s", json->name, fault->message);
      return FALSE;
    }
  json->root = json_parser_steal_root (parser);

  return TRUE;
}

/* Takes `bytes`. */
static JdJson *
parse (const char *name, guint64 line, GBytes *bytes, GError **error)
{
  g_autoptr (JdJson) json = g_new0 (JdJson, 1);

  json->name = g_strdup (name);
  json->first_line = line;
  json->bytes = bytes;
  json->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!check (json, error) || !read_nodes (json, error))
    return NULL;

  return g_steal_pointer (&json);
}

JdJson *
jd_json_parse (const char *name, const char *bytes, gsize length, GError **error)
{
  return jd_json_parse_line (name, 1, bytes, length, error);
}

JdJson *
jd_json_parse_line (const char *name, guint64 line, const char *bytes, gsize length, GError **error)
{
  return parse (name, line, g_bytes_new (bytes, length), error);
}

JdJson *
jd_json_load (const char *path, GError **error)
{
  gsize length;
  char *bytes = jd_file_read (path, &length, error);

  return bytes != NULL ? parse (path, 1, g_bytes_new_take (bytes, length), error) : NULL;
}

void
jd_json_free (JdJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->root, json_node_unref);
  g_hash_table_unref (json->marks);
  g_bytes_unref (json->bytes);
  g_free (json->name);
  g_free (json);
}

JsonNode *
jd_json_root (const JdJson *json)
{
  return json->root;
}

char *
jd_json_sha256 (const JdJson *json)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, json->bytes);
}

char *
jd_json_pointer (const char *parent, const char *key)
{
  GString *pointer = g_string_new (parent);

  g_string_append_c (pointer, '/');
  for (const char *at = key; *at != '\0'; at++)
    if (*at == '~')
      g_string_append (pointer, "~0");
    else if (*at == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *at);

  return g_string_free (pointer, FALSE);
}

char *
jd_json_place (const JdJson *json, const char *pointer, gboolean key)
{
  g_autofree char *path = g_strdup (pointer);
  const JdJsonMark *mark;
  char *slash;

  while ((mark = g_hash_table_lookup (json->marks, path)) == NULL
         && (slash = strrchr (path, '/')) != NULL)
    {
      *slash = '\0';
      key = FALSE;
    }
  g_return_val_if_fail (mark != NULL, NULL);

  return format_place (json, key ? mark->key : mark->value);
}

gboolean
jd_json_fail (
    const JdJson *json, const char *pointer, gboolean key, GError **error, const char *format, ...)
{
  g_autofree char *place = jd_json_place (json, pointer, key);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s%s", place, what);

  return FALSE;
}
