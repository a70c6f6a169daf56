/* option-type.c - what each type of option reads, holds and is called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/option-type.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <jiandu/error.h>

/* 19 digits before the point, 18 behind it, sign, point and NUL. */
#define FIXED_BUFFER 48

gboolean
jd_option_decimal_from_double (double value, JdDecimal *decimal)
{
  char format[8], buffer[FIXED_BUFFER];

  if (!(fabs (value) < 1e19))
    return FALSE;

  for (int scale = 0; scale <= JD_DECIMAL_MAX_SCALE; scale++)
    {
      g_snprintf (format, sizeof format, "%%.%df", scale);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        return jd_decimal_parse (buffer, -1, decimal);
    }

  return FALSE;
}

/* What stands there instead, for messages. */
static char *
show_node (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (_ ("a list"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    case G_TYPE_STRING:
      return g_strdup_printf (_ ("the string \"%s\""), json_node_get_string (node));
    default:
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node));
      return g_strdup_printf (_ ("the number %s"), buffer);
    }
}

static gboolean
refuse_type (const JdOption *option, JsonNode *node, GError **error)
{
  g_autofree char *shown = show_node (node);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("option %s: expected %s, not %s"), option->name,
               _ (jd_option_kind (option->type)->expected), shown);
  return FALSE;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_string (JsonNode *node)
{
  return holds (node, G_TYPE_STRING);
}

gboolean
jd_option_bound (const JdOption *option, const char *text, JdDecimal *bound)
{
  JdDecimal read;

  if (!jd_decimal_parse (text, -1, &read)
      || (option->type == JD_OPTION_INTEGER && strchr (text, '.') != NULL))
    return FALSE;

  *bound = read;
  return TRUE;
}

char *
jd_option_range (const JdOption *option)
{
  const char *space = option->unit != NULL ? " " : "";
  const char *unit = option->unit != NULL ? option->unit : "";

  if (option->maximum == NULL)
    return g_strdup_printf (_ ("at least %s%s%s"), option->minimum, space, unit);
  if (option->minimum == NULL)
    return g_strdup_printf (_ ("at most %s%s%s"), option->maximum, space, unit);
  return g_strdup_printf (_ ("from %s to %s%s%s"), option->minimum, option->maximum, space, unit);
}

static gboolean
check_range (const JdOption *option, JdDecimal value, GError **error)
{
  g_autofree char *range = NULL;
  char shown[JD_DECIMAL_BUFFER];
  JdDecimal bound;
  gboolean low = option->minimum != NULL && jd_option_bound (option, option->minimum, &bound)
                 && jd_decimal_compare (value, bound) < 0;
  gboolean high = option->maximum != NULL && jd_option_bound (option, option->maximum, &bound)
                  && jd_decimal_compare (value, bound) > 0;

  if (!low && !high)
    return TRUE;

  jd_decimal_format (value, shown);
  range = jd_option_range (option);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("option %s: %s is out of range: %s"),
               option->name, shown, range);
  return FALSE;
}

static gboolean
read_boolean (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  if (!holds (node, G_TYPE_BOOLEAN))
    return refuse_type (option, node, error);

  *(gboolean *)field = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_integer (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  gint64 value;

  if (!holds (node, G_TYPE_INT64))
    return refuse_type (option, node, error);

  value = json_node_get_int (node);
  if (!check_range (option, jd_decimal_from_integer (value), error))
    return FALSE;

  *(gint64 *)field = value;
  return TRUE;
}

static gboolean
decimal_from_node (JsonNode *node, JdDecimal *value)
{
  if (is_string (node))
    return jd_decimal_parse (json_node_get_string (node), -1, value);
  if (holds (node, G_TYPE_DOUBLE))
    return jd_option_decimal_from_double (json_node_get_double (node), value);
  if (!holds (node, G_TYPE_INT64))
    return FALSE;

  *value = jd_decimal_from_integer (json_node_get_int (node));
  return TRUE;
}

static gboolean
read_decimal (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  JdDecimal value;

  if (!decimal_from_node (node, &value))
    return refuse_type (option, node, error);
  if (!check_range (option, value, error))
    return FALSE;

  *(JdDecimal *)field = value;
  return TRUE;
}

static gboolean
read_string (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  if (!is_string (node))
    return refuse_type (option, node, error);

  *(char **)field = json_node_dup_string (node);
  return TRUE;
}

static gboolean
refuse_choice (const JdOption *option, const char *given, GError **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **)option->choices);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("option %s: \"%s\" is not one of %s"),
               option->name, given, all);
  return FALSE;
}

static gboolean
read_one_of (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  const char *given;

  if (!is_string (node))
    return refuse_type (option, node, error);

  given = json_node_get_string (node);
  for (gint i = 0; option->choices[i] != NULL; i++)
    if (g_str_equal (option->choices[i], given))
      {
        *(gint *)field = i;
        return TRUE;
      }

  return refuse_choice (option, given, error);
}

static gboolean
read_strings (const JdOption *option, JsonNode *node, gpointer field, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (option, node, error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element))
        return refuse_type (option, element, error);
      g_strv_builder_add (builder, json_node_get_string (element));
    }

  *(GStrv *)field = g_strv_builder_end (builder);
  return TRUE;
}

static JsonNode *
parse_boolean (const char *text)
{
  gboolean yes = g_str_equal (text, "true");

  return yes || g_str_equal (text, "false") ? json_node_init_boolean (json_node_alloc (), yes)
                                            : NULL;
}

static JsonNode *
parse_integer (const char *text)
{
  gint64 value;

  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL)
             ? json_node_init_int (json_node_alloc (), value)
             : NULL;
}

static JsonNode *
parse_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
parse_strings (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (char **part = parts; *part != NULL; part++)
    json_array_add_string_element (array, g_strstrip (*part));

  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

static void
clear_string (gpointer field)
{
  g_free (*(char **)field);
}

static void
clear_strings (gpointer field)
{
  g_strfreev (*(char ***)field);
}

static const JdOptionKind kinds[] = {
  [JD_OPTION_BOOLEAN] = { .expected = N_ ("true or false"), .json = "boolean", .fallback = "false", .size = sizeof (gboolean), .parse = parse_boolean, .read = read_boolean, },
  [JD_OPTION_INTEGER] = { .expected = N_ ("an integer"), .json = "integer", .fallback = "0", .size = sizeof (gint64), .parse = parse_integer, .read = read_integer, },
  [JD_OPTION_DECIMAL] = { .expected = N_ ("a decimal number"), .json = "number", .fallback = "0", .size = sizeof (JdDecimal), .parse = parse_string, .read = read_decimal, },
  [JD_OPTION_STRING] = { .expected = N_ ("a string"), .json = "string", .size = sizeof (char *), .parse = parse_string, .read = read_string, .clear = clear_string, },
  [JD_OPTION_ONE_OF] = { .expected = N_ ("a string"), .json = "string", .size = sizeof (gint), .parse = parse_string, .read = read_one_of, },
  [JD_OPTION_FILE] = { .expected = N_ ("a file name"), .json = "string", .size = sizeof (char *), .file = TRUE, .parse = parse_string, .read = read_string, .clear = clear_string, },
  [JD_OPTION_STRINGS] = { .expected = N_ ("a list of strings"), .json = "string", .fallback = "", .size = sizeof (char **), .list = TRUE, .parse = parse_strings, .read = read_strings, .clear = clear_strings, },
  [JD_OPTION_FILES] = { .expected = N_ ("a list of file names"), .json = "string", .fallback = "", .size = sizeof (char **), .list = TRUE, .file = TRUE, .parse = parse_strings, .read = read_strings, .clear = clear_strings, },
};

const JdOptionKind *
jd_option_kind (JdOptionType type)
{
  return (guint)type < G_N_ELEMENTS (kinds) ? &kinds[type] : NULL;
}

const JdOption *
jd_option_find (const JdOption *options, const char *name)
{
  for (const JdOption *option = options; option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;

  return NULL;
}

const char *
jd_option_fallback_text (const JdOption *option)
{
  if (option->fallback != NULL)
    return option->fallback;

  return option->type == JD_OPTION_ONE_OF ? option->choices[0]
                                          : jd_option_kind (option->type)->fallback;
}

JsonNode *
jd_option_fallback (const JdOption *option, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  const char *text = jd_option_fallback_text (option);
  JsonNode *node = text != NULL ? kind->parse (text) : NULL;

  if (text != NULL && node == NULL)
    g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN, _ ("option %s: its fallback \"%s\" is not %s"),
                 option->name, text, _ (kind->expected));
  return node;
}
