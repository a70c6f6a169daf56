/* test-options.c - option tables
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/options.h"

#include <glib/gstdio.h>

#include "core/plugin/option-type.h"
#include "suite.h"

typedef struct
{
  gboolean strict;
  gint64 top;
  JdDecimal tolerance;
  const char *prefix;
  gint mode;
  const char *units;
  const char *const *words;
  const char *const *lists;
} Settings;

static const char *const modes[] = { "fast", "exact", NULL };

static const JdOption table[] = {
  { "strict", JD_OPTION_BOOLEAN, offsetof (Settings, strict), "true", .help = "Be strict." },
  { "top", JD_OPTION_INTEGER, offsetof (Settings, top), "20", .minimum = "1", .maximum = "100",
    .unit = "terms", .help = "How many." },
  { "tolerance", JD_OPTION_DECIMAL, offsetof (Settings, tolerance), "0.5", .minimum = "0",
    .maximum = "9.99", .unit = "percentage points", .help = "How near." },
  { "prefix", JD_OPTION_STRING, offsetof (Settings, prefix), .help = "What comes first." },
  { "mode", JD_OPTION_ONE_OF, offsetof (Settings, mode), "exact", .choices = modes,
    .help = "How to go about it." },
  { "units", JD_OPTION_FILE, offsetof (Settings, units), .help = "A table." },
  { "words", JD_OPTION_STRINGS, offsetof (Settings, words), "甲, 乙", .help = "Words." },
  { "lists", JD_OPTION_FILES, offsetof (Settings, lists), .help = "More tables." },
  { NULL },
};

static char *
place (const char *what, gpointer data)
{
  return g_strdup_printf ("%s:1:2:%s: ", (const char *)data, what != NULL ? what : "-");
}

static Settings *
read_with (const JdOption *options,
           const char *json,
           const JdOptionContext *context,
           GError **error)
{
  static const JdOptionContext placed = { .place = place, .place_data = (gpointer) "pipe.json" };
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return jd_options_read (options, sizeof (Settings), json_node_get_object (node),
                          context != NULL ? context : &placed, error);
}

START_TEST (takes_fallbacks_when_nothing_is_given)
{
  g_autoptr (GError) error = NULL;
  Settings *settings = jd_options_read (table, sizeof (Settings), NULL, NULL, &error);

  jd_assert_no_error (error);
  ck_assert_int_eq (settings->strict, TRUE);
  ck_assert_int_eq (settings->top, 20);
  ck_assert_int_eq (settings->tolerance.digits, 5);
  ck_assert_int_eq (settings->tolerance.scale, 1);
  ck_assert_ptr_null (settings->prefix);
  ck_assert_int_eq (settings->mode, 1);
  ck_assert_ptr_null (settings->units);
  ck_assert_str_eq (settings->words[0], "甲");
  ck_assert_str_eq (settings->words[1], "乙");
  ck_assert_ptr_null (settings->words[2]);
  ck_assert_ptr_null (settings->lists[0]);
  jd_options_free (table, settings);
}
END_TEST

START_TEST (reads_every_type)
{
  g_autoptr (GError) error = NULL;
  Settings *settings
      = read_with (table,
                   "{\"strict\": false, \"top\": 7, \"tolerance\": 1.37,"
                   " \"prefix\": \"关于\", \"mode\": \"fast\", \"words\": [\"a,b\"]}",
                   NULL, &error);

  jd_assert_no_error (error);
  ck_assert_int_eq (settings->strict, FALSE);
  ck_assert_int_eq (settings->top, 7);
  ck_assert_int_eq (settings->tolerance.digits, 137);
  ck_assert_int_eq (settings->tolerance.scale, 2);
  ck_assert_str_eq (settings->prefix, "关于");
  ck_assert_int_eq (settings->mode, 0);
  ck_assert_str_eq (settings->words[0], "a,b");
  ck_assert_ptr_null (settings->words[1]);
  jd_options_free (table, settings);
}
END_TEST

static const struct
{
  const char *json;
  const char *message;
} faults[] = {
  { "{\"tpo\": 1}", "pipe.json:1:2:tpo: unknown option \"tpo\", did you mean \"top\"?" },
  { "{\"colour\": 1}", "unknown option \"colour\"; there are: strict, top, tolerance," },
  { "{\"top\": \"7\"}",
    "pipe.json:1:2:top: option top: expected an integer, not the string \"7\"" },
  { "{\"top\": 7.0}", "option top: expected an integer, not the number 7" },
  { "{\"top\": null}", "option top: expected an integer, not null" },
  { "{\"top\": 0}", "option top: 0 is out of range: from 1 to 100 terms" },
  { "{\"top\": 101}", "option top: 101 is out of range: from 1 to 100 terms" },
  { "{\"tolerance\": 9.991}", "option tolerance: 9.991 is out of range: from 0 to 9.99" },
  { "{\"tolerance\": \"-0.01\"}", "option tolerance: -0.01 is out of range" },
  { "{\"tolerance\": \"1e1\"}", "expected a decimal number, not the string \"1e1\"" },
  { "{\"tolerance\": 1e300}", "expected a decimal number, not the number 1e+300" },
  { "{\"strict\": 1}", "option strict: expected true or false, not the number 1" },
  { "{\"strict\": \"true\"}", "option strict: expected true or false, not the string \"true\"" },
  { "{\"prefix\": true}", "option prefix: expected a string, not true" },
  { "{\"mode\": \"slow\"}", "option mode: \"slow\" is not one of fast, exact" },
  { "{\"mode\": {}}", "option mode: expected a string, not an object" },
  { "{\"words\": \"甲\"}", "option words: expected a list of strings, not the string \"甲\"" },
  { "{\"words\": [[]]}", "option words: expected a list of strings, not a list" },
  { "{\"words\": [\"a\", 2]}", "option words: expected a list of strings, not the number 2" },
  { "{\"units\": \"/nowhere/a.tsv\"}", "option units: there is no file \"/nowhere/a.tsv\"" },
  { "{\"units\": \"\"}", "option units: there is no file" },
  { "{\"lists\": [\"/\"]}", "option lists: there is no file \"/\"" },
};

START_TEST (names_the_option_the_value_and_what_would_be_right)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      GError *error = NULL;

      ck_assert_ptr_null (read_with (table, faults[i].json, NULL, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, faults[i].message);
    }
}
END_TEST

START_TEST (takes_decimals_at_the_very_bounds)
{
  static const char *const edges[]
      = { "{\"tolerance\": 9.99}", "{\"tolerance\": \"9.990\"}", "{\"tolerance\": 0}" };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (GError) error = NULL;
      Settings *settings = read_with (table, edges[i], NULL, &error);

      jd_assert_no_error (error);
      jd_options_free (table, settings);
    }
}
END_TEST

static const struct
{
  double value;
  gint64 digits;
  gint32 scale;
} doubles[] = {
  { 107.37, 10737, 2 },
  { 0.1, 1, 1 },
  { -0.5, -5, 1 },
  { 3, 3, 0 },
  { 1e-7, 1, 7 },
  { 1e-18, 1, 18 },
  { 123456789.125, 123456789125, 3 },
  { 0.1 + 0.2, 30000000000000004, 17 },
};

START_TEST (reads_a_double_as_the_shortest_decimal)
{
  JdDecimal decimal = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++)
    {
      ck_assert (jd_option_decimal_from_double (doubles[i].value, &decimal));
      ck_assert_int_eq (decimal.digits, doubles[i].digits);
      ck_assert_int_eq (decimal.scale, doubles[i].scale);
    }
}
END_TEST

START_TEST (refuses_doubles_that_do_not_fit)
{
  static const double values[] = { 1e19, -1e300, 1e-30, 1.0 / 0.0, 0.0 / 0.0 };
  JdDecimal decimal = { 42, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ck_assert (!jd_option_decimal_from_double (values[i], &decimal));
  ck_assert_int_eq (decimal.digits, 42);
}
END_TEST

START_TEST (finds_files_beside_the_pipeline_and_among_the_data)
{
  static const JdOption options[]
      = { { "units", JD_OPTION_FILE, offsetof (Settings, units), "units.tsv", .help = "A table." },
          { "lists", JD_OPTION_FILES, offsetof (Settings, lists), .help = "More tables." },
          { NULL } };
  g_autofree char *folder = g_dir_make_tmp ("jiandu-options-XXXXXX", NULL);
  g_autofree char *units = g_build_filename (folder, "units.tsv", NULL);
  g_autofree char *missing = g_strconcat ("looked in: /nowhere, ", folder, NULL);
  const char *const data[] = { "/nowhere", folder, NULL }, *const none[] = { "/nowhere", NULL };
  const JdOptionContext among_data = { "/", data }, beside = { folder, none };
  GError *error = NULL;
  Settings *settings;

  ck_assert_ptr_null (read_with (options, "{}", &among_data, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "the plugin's own file \"units.tsv\" is missing");
  ck_assert_ptr_null (read_with (options, "{}", &among_data, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, missing);

  ck_assert (g_file_set_contents (units, "元\n", -1, NULL));
  settings = read_with (options, "{}", &among_data, &error);
  jd_assert_no_error (error);
  ck_assert_str_eq (settings->units, units);
  jd_options_free (options, settings);

  settings = read_with (options, "{\"units\": \"units.tsv\", \"lists\": [\"units.tsv\"]}", &beside,
                        &error);
  jd_assert_no_error (error);
  ck_assert_str_eq (settings->units, units);
  ck_assert_str_eq (settings->lists[0], units);
  jd_options_free (options, settings);

  g_remove (units);
  g_rmdir (folder);
}
END_TEST

START_TEST (makes_a_relative_folder_absolute)
{
  static const JdOption options[]
      = { { "units", JD_OPTION_FILE, offsetof (Settings, units), .help = "A table." }, { NULL } };
  const JdOptionContext nowhere = { "no-such-folder", NULL };
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *message = g_strconcat ("no file \"", here, "/no-such-folder/a.tsv\"", NULL);
  GError *error = NULL;

  ck_assert_ptr_null (read_with (options, "{\"units\": \"a.tsv\"}", &nowhere, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, message);
}
END_TEST

#define ROW(...)                                                                                   \
  {                                                                                                \
    { __VA_ARGS__ }, { NULL }                                                                      \
  }

static const char *const no_choices[] = { NULL };

static const struct
{
  const char *message;
  JdOption options[3];
} bad_tables[] = {
  { "option Top: its name has not the form", ROW ("Top", JD_OPTION_INTEGER, 0, .help = "h") },
  { "option top: has no help", ROW ("top", JD_OPTION_INTEGER, 0) },
  { "option top: has an unknown type", ROW ("top", (JdOptionType)99, 0, .help = "h") },
  { "option top: its field lies outside the settings",
    ROW ("top", JD_OPTION_INTEGER, sizeof (Settings) - 4, .help = "h") },
  { "option top: its field lies outside the settings",
    ROW ("top", JD_OPTION_INTEGER, (gsize)-4, .help = "h") },
  { "option top: its minimum is above its maximum",
    ROW ("top", JD_OPTION_INTEGER, 0, "5", .minimum = "9", .maximum = "1", .help = "h") },
  { "option top: its minimum is no number of its type",
    ROW ("top", JD_OPTION_INTEGER, 0, "5", .minimum = "0.5", .help = "h") },
  { "option top: its maximum is no number of its type",
    ROW ("top", JD_OPTION_DECIMAL, 0, "5", .maximum = "much", .help = "h") },
  { "option word: only numbers have a minimum or a maximum",
    ROW ("word", JD_OPTION_STRING, 0, .maximum = "9", .help = "h") },
  { "option top: its fallback \"ten\" is not an integer",
    ROW ("top", JD_OPTION_INTEGER, 0, "ten", .help = "h") },
  { "option top: its fallback \"1.5\" is not an integer",
    ROW ("top", JD_OPTION_INTEGER, 0, "1.5", .help = "h") },
  { "option near: expected a decimal number, not the string \"0,5\"",
    ROW ("near", JD_OPTION_DECIMAL, 0, "0,5", .help = "h") },
  { "option strict: its fallback \"yes\" is not true or false",
    ROW ("strict", JD_OPTION_BOOLEAN, 0, "yes", .help = "h") },
  { "option top: 500 is out of range: at most 100",
    ROW ("top", JD_OPTION_INTEGER, 0, "500", .maximum = "100", .help = "h") },
  { "option top: 0 is out of range: at least 1",
    ROW ("top", JD_OPTION_INTEGER, 0, .minimum = "1", .help = "h") },
  { "option mode: \"slow\" is not one of fast, exact",
    ROW ("mode", JD_OPTION_ONE_OF, 0, "slow", .choices = modes, .help = "h") },
  { "option mode: has no choices", ROW ("mode", JD_OPTION_ONE_OF, 0, .help = "h") },
  { "option mode: has no choices",
    ROW ("mode", JD_OPTION_ONE_OF, 0, .choices = no_choices, .help = "h") },
  { "option a: is there twice",
    { { "a", JD_OPTION_INTEGER, 0, .help = "h" },
      { "a", JD_OPTION_INTEGER, 8, .help = "h" },
      { NULL } } },
  { "option b: shares its field with another option",
    { { "a", JD_OPTION_STRING, 0, .help = "h" },
      { "b", JD_OPTION_STRING, 0, .help = "h" },
      { NULL } } },
};

START_TEST (refuses_faulty_tables)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_tables); i++)
    {
      GError *error = NULL;

      ck_assert (!jd_options_check_table (bad_tables[i].options, sizeof (Settings), &error));
      jd_assert_error (error, JD_ERROR_PLUGIN, bad_tables[i].message);
    }
}
END_TEST

START_TEST (accepts_a_good_table_and_none)
{
  g_autoptr (GError) error = NULL;

  ck_assert (jd_options_check_table (table, sizeof (Settings), &error));
  jd_assert_no_error (error);
  ck_assert (jd_options_check_table (NULL, 0, &error));
}
END_TEST

static const char schema[]
    = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
      "\"additionalProperties\":false,\"properties\":{"
      "\"strict\":{\"description\":\"Be strict.\",\"type\":\"boolean\",\"default\":true},"
      "\"top\":{\"description\":\"How many.\",\"type\":\"integer\",\"minimum\":1,\"maximum\":100,"
      "\"x-unit\":\"terms\",\"default\":20},"
      "\"tolerance\":{\"description\":\"How near.\",\"type\":[\"number\",\"string\"],"
      "\"pattern\":\"^[+-]?[0-9]+(\\\\.[0-9]+)?$\",\"minimum\":0,\"maximum\":9.9900000000000002,"
      "\"x-unit\":\"percentage points\",\"default\":\"0.5\"},"
      "\"prefix\":{\"description\":\"What comes first.\",\"type\":\"string\"},"
      "\"mode\":{\"description\":\"How to go about it.\",\"type\":\"string\","
      "\"enum\":[\"fast\",\"exact\"],\"default\":\"exact\"},"
      "\"units\":{\"description\":\"A table.\",\"type\":\"string\"},"
      "\"words\":{\"description\":\"Words.\",\"type\":\"array\",\"items\":{\"type\":\"string\"},"
      "\"default\":[\"甲\",\"乙\"]},"
      "\"lists\":{\"description\":\"More tables.\",\"type\":\"array\","
      "\"items\":{\"type\":\"string\"},\"default\":[]}}}";

START_TEST (describes_the_table_as_json_schema)
{
  g_autoptr (JsonNode) node = jd_options_schema (table);
  g_autofree char *text = json_to_string (node, FALSE);

  ck_assert_str_eq (text, schema);
}
END_TEST

JD_SUITE ("options",
          takes_fallbacks_when_nothing_is_given,
          reads_every_type,
          names_the_option_the_value_and_what_would_be_right,
          takes_decimals_at_the_very_bounds,
          reads_a_double_as_the_shortest_decimal,
          refuses_doubles_that_do_not_fit,
          finds_files_beside_the_pipeline_and_among_the_data,
          makes_a_relative_folder_absolute,
          refuses_faulty_tables,
          accepts_a_good_table_and_none,
          describes_the_table_as_json_schema)
