/* test-describe.c - descriptors as JSON and as a page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/describe.h"

#include "suite.h"

typedef struct
{
  gint64 top;
  gint mode;
} Settings;

static const char *const modes[] = { "fast", "exact", NULL };
static const char *const colours[] = { "red", "blue", NULL };
static const char *const by_colour[] = { "size", "colour", NULL };

static const JdOption options[] = {
  { "top", JD_OPTION_INTEGER, offsetof (Settings, top), "20", .minimum = "1", .unit = "terms",
    .help = "How many are kept." },
  { "mode", JD_OPTION_ONE_OF, offsetof (Settings, mode), .choices = modes,
    .help = "How to go about it." },
  { NULL },
};

static const JdField needed[] = { { "title", JD_FIELD_STRING }, { NULL } };
static const JdField fields[] = {
  { "size", JD_FIELD_INTEGER, .unit = "cm", .help = "Its size." },
  { "colour", JD_FIELD_ONE_OF, .values = colours, .help = "Its colour." },
  { "parent", JD_FIELD_REFERENCE, .target = "thing", .help = "Its parent." },
  { NULL },
};
static const JdLayerSpec needs[]
    = { { "section", JD_LAYER_SPANS, .optional = TRUE, .fields = needed }, { NULL } };
static const JdLayerSpec gives[]
    = { { "thing", JD_LAYER_CORPUS, .fields = fields, .tabulate = by_colour, .help = "Things." },
        { NULL } };

static const JdAnalyzer analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "sample", .version = "1.2",
              .summary = "A sample", .licence = "LGPL-2.1-or-later" },
  .needs = needs,
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .group_by = "region",
};

static const JdCatalogEntry entry
    = { .name = (char *)"sample", .path = (char *)"/p/sample.so", .analyzer = &analyzer };

static const char page[] = "sample 1.2: A sample\n"
                           "/p/sample.so, licence LGPL-2.1-or-later, plugin ABI 1\n"
                           "\n"
                           "needs\n"
                           "  section (spans), may be absent\n"
                           "    title: string\n"
                           "\n"
                           "gives\n"
                           "  thing (corpus): Things.\n"
                           "    size: integer, cm\n"
                           "        Its size.\n"
                           "    colour: one of red, blue\n"
                           "        Its colour.\n"
                           "    parent: reference -> thing\n"
                           "        Its parent.\n"
                           "\n"
                           "options\n"
                           "  top: an integer, at least 1 terms; when not given: 20\n"
                           "        How many are kept.\n"
                           "  mode: one of fast, exact; when not given: fast\n"
                           "        How to go about it.\n"
                           "\n"
                           "groups documents by region\n";

START_TEST (writes_a_page_for_people)
{
  g_autofree char *text = jd_describe_text (&entry);

  ck_assert_str_eq (text, page);
}
END_TEST

static const char json[]
    = "{\"name\":\"sample\",\"path\":\"/p/sample.so\",\"version\":\"1.2\",\"summary\":\"A sample\","
      "\"licence\":\"LGPL-2.1-or-later\",\"abi\":1,"
      "\"needs\":[{\"name\":\"section\",\"kind\":\"spans\",\"optional\":true,"
      "\"fields\":[{\"name\":\"title\",\"type\":\"string\"}]}],"
      "\"gives\":[{\"name\":\"thing\",\"kind\":\"corpus\",\"help\":\"Things.\",\"fields\":["
      "{\"name\":\"size\",\"type\":\"integer\",\"unit\":\"cm\",\"help\":\"Its size.\"},"
      "{\"name\":\"colour\",\"type\":\"one-of\",\"values\":[\"red\",\"blue\"],"
      "\"help\":\"Its colour.\"},"
      "{\"name\":\"parent\",\"type\":\"reference\",\"target\":\"thing\",\"help\":\"Its parent.\"}],"
      "\"tabulate\":[\"size\",\"colour\"]}],"
      "\"options\":{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
      "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
      "\"top\":{\"description\":\"How many are kept.\",\"type\":\"integer\",\"minimum\":1,"
      "\"x-unit\":\"terms\",\"default\":20},"
      "\"mode\":{\"description\":\"How to go about it.\",\"type\":\"string\","
      "\"enum\":[\"fast\",\"exact\"],\"default\":\"fast\"}}},"
      "\"group_by\":\"region\"}";

START_TEST (writes_json_for_programs)
{
  g_autoptr (JsonNode) node = jd_describe_json (&entry);
  g_autofree char *text = json_to_string (node, FALSE);

  ck_assert_str_eq (text, json);
}
END_TEST

START_TEST (tells_why_a_plugin_was_refused)
{
  g_autoptr (GError) error = g_error_new (JD_ERROR, JD_ERROR_PLUGIN, "/p/bad.so: no plugin");
  const JdCatalogEntry refused
      = { .name = (char *)"bad", .path = (char *)"/p/bad.so", .error = error };
  g_autoptr (JsonNode) node = jd_describe_json (&refused);
  g_autofree char *as_json = json_to_string (node, FALSE);
  g_autofree char *as_text = jd_describe_text (&refused);

  ck_assert_str_eq (as_json,
                    "{\"name\":\"bad\",\"path\":\"/p/bad.so\",\"error\":\"/p/bad.so: no plugin\"}");
  ck_assert_str_eq (as_text, "bad: refused\n/p/bad.so: no plugin\n");
}
END_TEST

JD_SUITE ("describe",
          writes_a_page_for_people,
          writes_json_for_programs,
          tells_why_a_plugin_was_refused)
