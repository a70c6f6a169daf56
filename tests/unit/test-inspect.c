/* test-inspect.c - what a descriptor must be
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/inspect.h"

#include "suite.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)output;
  (void)error;
  return TRUE;
}

static gboolean
conclude (gconstpointer state, const JdCorpus *corpus, JdOutput *output, GError **error)
{
  (void)state;
  (void)corpus;
  (void)output;
  (void)error;
  return TRUE;
}

#define IDENTITY                                                                                   \
  {                                                                                                \
    JD_PLUGIN_HEAD (JdAnalyzer), .name = "sample", .version = "1", .summary = "A sample.",         \
                                 .licence = "LGPL-2.1-or-later"                                    \
  }

static const char *const colours[] = { "red", "blue", NULL };
static const char *const nothing[] = { NULL };
static const char *const by_size[] = { "name", "size", NULL };
static const char *const by_colour[] = { "name", "colour", NULL };
static const char *const by_shape[] = { "shape", "colour", NULL };

static const JdField fields[] = {
  { "name", JD_FIELD_STRING, .help = "Its name." },
  { "size", JD_FIELD_INTEGER, .help = "Its size." },
  { "colour", JD_FIELD_ONE_OF, .values = colours, .help = "Its colour." },
  { "parent", JD_FIELD_REFERENCE, .target = "thing", .help = "Its parent." },
  { NULL },
};

#define FIELDS(...) ((const JdField[]){ { __VA_ARGS__ }, { NULL } })
#define LAYERS(...) ((const JdLayerSpec[]){ { __VA_ARGS__ }, { NULL } })

static const JdLayerSpec things[]
    = { { "thing", JD_LAYER_SPANS, .fields = fields, .tabulate = by_colour, .help = "Things." },
        { NULL } };
static const JdLayerSpec groups[]
    = { { "group", JD_LAYER_CORPUS, .fields = fields, .help = "Groups." }, { NULL } };
static const JdLayerSpec both[]
    = { { "thing", JD_LAYER_SPANS, .fields = fields, .help = "Things." },
        { "group", JD_LAYER_CORPUS, .fields = fields, .help = "Groups." },
        { NULL } };
static const JdLayerSpec twice[] = { { "thing", JD_LAYER_SPANS, .help = "Things." },
                                     { "thing", JD_LAYER_DOCUMENT, .help = "Things." },
                                     { NULL } };
static const JdField field_twice[] = { { "name", JD_FIELD_STRING, .help = "Its name." },
                                       { "name", JD_FIELD_INTEGER, .help = "Its number." },
                                       { NULL } };
static const JdOption options[] = { { "top", JD_OPTION_INTEGER, 0 }, { NULL } };

static const JdAnalyzer good[] = {
  { .plugin = IDENTITY, .gives = things, .analyze = analyze },
  { .plugin = IDENTITY, .gives = groups, .group_by = "region", .conclude = conclude },
  { .plugin = IDENTITY, .needs = both, .gives = both, .analyze = analyze, .conclude = conclude },
  { .plugin = IDENTITY,
    .needs = (const JdLayerSpec[]){ { "thing", JD_LAYER_SPANS }, { NULL } },
    .gives = things,
    .analyze = analyze },
};

START_TEST (accepts_sound_descriptors)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert (jd_inspect_head (&good[i].plugin, sizeof good[i], &error));
      ck_assert (jd_inspect_analyzer (&good[i], "sample", &error));
      jd_assert_no_error (error);
    }
}
END_TEST

#define GIVES(...) .plugin = IDENTITY, .gives = LAYERS (__VA_ARGS__), .analyze = analyze
#define FIELD(...)                                                                                 \
  GIVES ("thing", JD_LAYER_SPANS, .help = "Things.", .fields = FIELDS (__VA_ARGS__))

static const struct
{
  const char *message;
  JdAnalyzer analyzer;
} bad[] = {
  { "its name \"\" has not the form", { .analyze = analyze } },
  { "its name \"Sample\" has not the form", { .plugin = { .name = "Sample" } } },
  { "its name is \"other\", its file's \"sample\"", { .plugin = { .name = "other" } } },
  { "has no version", { .plugin = { .name = "sample", .version = "" } } },
  { "has no summary", { .plugin = { .name = "sample", .version = "1" } } },
  { "has no licence", { .plugin = { .name = "sample", .version = "1", .summary = "s" } } },
  { "has neither analyze() nor conclude()", { .plugin = IDENTITY, .gives = things } },
  { "has analyze(), but gives no layer for it to fill",
    { .plugin = IDENTITY, .analyze = analyze } },
  { "has analyze(), but gives no layer for it to fill",
    { .plugin = IDENTITY, .gives = groups, .analyze = analyze, .conclude = conclude } },
  { "has conclude(), but gives no layer for it to fill",
    { .plugin = IDENTITY, .gives = things, .analyze = analyze, .conclude = conclude } },
  { "gives layer group, but has no conclude() to fill it",
    { .plugin = IDENTITY, .gives = both, .analyze = analyze } },
  { "gives layer thing, but has no analyze() to fill it",
    { .plugin = IDENTITY, .gives = both, .conclude = conclude } },
  { "needs layer group of the corpus, but has no conclude()",
    { .plugin = IDENTITY, .needs = groups, .gives = things, .analyze = analyze } },
  { "groups by \"the region\"",
    { .plugin = IDENTITY, .gives = groups, .group_by = "the region", .conclude = conclude } },
  { "option top: has no help",
    { .plugin = IDENTITY,
      .gives = things,
      .options = options,
      .settings_size = 8,
      .analyze = analyze } },
  { "gives: layer \"a-b\" has not the form", { GIVES ("a-b", JD_LAYER_SPANS, .help = "h") } },
  { "gives: layer thing has no help", { GIVES ("thing", JD_LAYER_SPANS) } },
  { "gives: layer thing has an unknown kind", { GIVES ("thing", (JdLayerKind)7, .help = "h") } },
  { "gives: layer thing is there twice",
    { .plugin = IDENTITY, .gives = twice, .analyze = analyze } },
  { "gives: gives layer markup, which is the core's own",
    { GIVES ("markup", JD_LAYER_SPANS, .help = "h") } },
  { "needs: layer thing is there twice",
    { .plugin = IDENTITY, .needs = twice, .gives = groups, .conclude = conclude } },
  { "layer thing: field \"Size\" has not the form",
    { FIELD ("Size", JD_FIELD_INTEGER, .help = "h") } },
  { "layer thing: field size has an unknown type",
    { FIELD ("size", (JdFieldType)77, .help = "h") } },
  { "layer thing: field size has no help", { FIELD ("size", JD_FIELD_INTEGER) } },
  { "layer thing: field colour has no values", { FIELD ("colour", JD_FIELD_ONE_OF, .help = "h") } },
  { "layer thing: field colour has no values",
    { FIELD ("colour", JD_FIELD_ONE_OF, .values = nothing, .help = "h") } },
  { "layer thing: field parent has no target",
    { FIELD ("parent", JD_FIELD_REFERENCE, .help = "h") } },
  { "layer thing: every record has a \"begin\"",
    { FIELD ("begin", JD_FIELD_INTEGER, .help = "h") } },
  { "layer thing: field name is there twice",
    { GIVES ("thing", JD_LAYER_SPANS, .help = "h", .fields = field_twice) } },
  { "layer thing: tabulates by \"shape\", which is no field",
    { GIVES ("thing", JD_LAYER_SPANS, .help = "h", .fields = fields, .tabulate = by_shape) } },
  { "layer thing: the last field to tabulate by is not a one-of field",
    { GIVES ("thing", JD_LAYER_SPANS, .help = "h", .fields = fields, .tabulate = by_size) } },
  { "layer thing: the last field to tabulate by is not a one-of field",
    { GIVES ("thing", JD_LAYER_SPANS, .help = "h", .fields = fields, .tabulate = nothing) } },
};

START_TEST (refuses_the_others_with_the_reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      GError *error = NULL;

      ck_assert (!jd_inspect_analyzer (&bad[i].analyzer, "sample", &error));
      jd_assert_error (error, JD_ERROR_PLUGIN, bad[i].message);
    }
}
END_TEST

static const struct
{
  const char *message;
  JdPlugin head;
  gsize symbol_size;
} heads[] = {
  { "is no descriptor", IDENTITY, 0 },
  { "is no descriptor", IDENTITY, sizeof (JdPlugin) - 1 },
  { "begins with 00000000, not 4a44504c", { .abi = JD_ABI }, sizeof (JdAnalyzer) },
  { "built for plugin ABI 7, this is 1",
    { .magic = JD_MAGIC, .abi = 7, .size = sizeof (JdAnalyzer) },
    sizeof (JdAnalyzer) },
  { "says 8 bytes", { .magic = JD_MAGIC, .abi = JD_ABI, .size = 8 }, sizeof (JdAnalyzer) },
  { "says 4096 bytes", { .magic = JD_MAGIC, .abi = JD_ABI, .size = 4096 }, sizeof (JdAnalyzer) },
};

START_TEST (refuses_heads_before_reading_on)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      GError *error = NULL;

      ck_assert (!jd_inspect_head (&heads[i].head, heads[i].symbol_size, &error));
      jd_assert_error (error, JD_ERROR_PLUGIN, heads[i].message);
    }
}
END_TEST

START_TEST (takes_descriptors_that_know_more_or_less)
{
  static const JdPlugin more
      = { .magic = JD_MAGIC, .abi = JD_ABI, .size = sizeof (JdAnalyzer) + 64 };
  static const JdPlugin less = { .magic = JD_MAGIC, .abi = JD_ABI, .size = sizeof (JdPlugin) };
  g_autoptr (GError) error = NULL;

  ck_assert (jd_inspect_head (&more, more.size, &error));
  ck_assert (jd_inspect_head (&less, less.size, &error));
  jd_assert_no_error (error);
}
END_TEST

JD_SUITE ("inspect",
          accepts_sound_descriptors,
          refuses_the_others_with_the_reason,
          refuses_heads_before_reading_on,
          takes_descriptors_that_know_more_or_less)
