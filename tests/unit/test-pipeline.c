/* test-pipeline.c - what a pipeline file may say, and what is wrong with the others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/pipeline.h"

#include <glib/gstdio.h>

#include "analyzers.h"

#define FILE_OF(analyzers) "{\"jiandu\": 1, \"analyzers\": [\n" analyzers "]}"
#define MERGED(analyzers, merge)                                                                   \
  "{\"jiandu\": 1, \"analyzers\": [\n" analyzers "],\n\"merge\": {" merge "}}"
#define TWO "\"find\", {\"use\": \"find\", \"name\": \"seek\"}"

static const struct
{
  const char *text;
  const char *message;
} REFUSED[] = {
  { "[]", "p.json:1:1: the pipeline is a list […], expected an object {…}" },
  { "{}", "p.json:1:1: \"jiandu\" is missing here" },
  { "{\"jiandu\": 1}", "p.json:1:1: \"analyzers\" is missing here" },
  { "{\"jiandu\": 2, \"analyzers\": [\"find\"]}",
    "p.json:1:12: format 2, but this jiandu reads format 1" },
  { "{\"jiandu\": \"1\", \"analyzers\": []}", "p.json:1:12: \"jiandu\" is a string, expected an "
                                              "integer" },
  { "{\"jiandu\": 1, \"analyzers\": []}", "p.json:1:28: \"analyzers\" is empty" },
  { "{\"jiandu\": 1, \"analysers\": []}",
    "p.json:1:15: unknown key \"analysers\", did you mean \"analyzers\"?" },
  { "{\"jiandu\": 1, \"x\": []}",
    "p.json:1:15: unknown key \"x\"; known: jiandu, analyzers, merge" },
  { FILE_OF ("5"), "p.json:2:1: the analyzer is an integer, expected a string or an object {…}" },
  { FILE_OF ("{\"name\": \"a\"}"), "p.json:2:1: \"use\" is missing here" },
  { FILE_OF ("{\"use\": \"find\", \"wen\": {}}"),
    "p.json:2:17: unknown key \"wen\", did you mean \"when\"?" },
  { FILE_OF ("{\"use\": \"find\", \"when\": {}}"), "p.json:2:25: \"when\" is empty" },
  { FILE_OF ("\"fond\""), "p.json:2:1: there is no analyzer \"fond\"" },
  { FILE_OF ("{\"use\": \"fond\"}"), "p.json:2:9: there is no analyzer \"fond\"" },
  { FILE_OF ("{\"use\": \"find\", \"name\": \"My Words\"}"),
    "p.json:2:25: \"My Words\" is no name: names have the form [a-z]" },
  { FILE_OF ("{\"use\": \"find\", \"name\": \"core\"}"),
    "p.json:2:25: the name \"core\" is jiandu's own" },
  { FILE_OF ("\"find\",\n \"find\""), "p.json:3:2: \"find\" twice in \"analyzers\"" },
  { FILE_OF ("{\"use\": \"find\", \"group_by\": \"region\"}"),
    "p.json:2:17: analyzer \"find\" has no corpus stage" },
  { FILE_OF ("{\"use\": \"find\", \"options\": []}"),
    "p.json:2:28: \"options\" is a list […], expected an object {…}" },
  { FILE_OF ("{\"use\": \"find\", \"options\": {\"word\": 5}}"), "p.json:2:37: " },
  { FILE_OF ("{\"use\": \"find\", \"options\": {\"weight\": 12}}"), "p.json:2:39: " },
  { FILE_OF ("{\"use\": \"find\", \"options\": {\"wieght\": 2}}"), "did you mean \"weight\"" },
  { FILE_OF ("{\"use\": \"note\", \"options\": {\"x\": 2}}"), "p.json:2:34: unknown option \"x\"" },

  /* needs */
  { FILE_OF ("\"gloss\""), "p.json:2:1: \"gloss\" needs layer \"note\": add this line above it: "
                           "\"note\"," },
  { FILE_OF ("\"note\""), "p.json:2:1: \"note\" needs layer \"mark\": add one that gives it above "
                          "this line: \"find\", \"twice\"" },
  { FILE_OF ("\"note\",\n\"find\""), "p.json:2:1: \"note\" needs layer \"mark\", but \"find\", "
                                     "which gives it, comes later in the list" },
  { MERGED ("\"find\", \"note\", \"twice\"", "\"mark\": {\"rule\": \"union\"}"),
    "p.json:2:9: \"note\" needs layer \"mark\", which is complete only after \"twice\": move it "
    "below that line" },
  { FILE_OF ("\"find\", {\"use\": \"census\", \"group_by\": null},\n\"share\""),
    "p.json:3:1: \"share\" needs layer \"census\" of \"census\", so both must have the same "
    "\"group_by\"" },

  /* merge */
  { FILE_OF ("\"find\",\n\"twice\""),
    "p.json:3:1: layer \"mark\" is given by \"find\", \"twice\": say how they meet, \"merge\": "
    "{\"mark\": {\"rule\": \"union\"}}; rules: union, priority, longest, vote" },
  { FILE_OF ("\"info\",\n{\"use\": \"info\", \"name\": \"more\"}"), "; rules: union, priority" },
  { MERGED ("\"find\"", "\"mark\": {\"rule\": \"union\"}"),
    "p.json:3:11: only \"find\" gives layer \"mark\": take its rule out" },
  { MERGED ("\"find\"", "\"marks\": {\"rule\": \"union\"}"),
    "p.json:3:11: nobody gives layer \"marks\", did you mean \"mark\"?" },
  { MERGED ("\"find\"", "\"quantity\": {\"rule\": \"union\"}"),
    "p.json:3:11: nobody gives layer \"quantity\"" },
  { MERGED (TWO, "\"mark\": \"union\""), "p.json:3:19: \"mark\" is a string, expected an object" },
  { MERGED (TWO, "\"mark\": {}"), "p.json:3:19: \"rule\" is missing here" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"best\"}"),
    "p.json:3:28: \"best\" is no rule for a spans layer; rules: union, priority, longest, vote" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"priority\", \"order\": [\"find\", \"note\"]}"),
    "p.json:3:58: \"note\" does not give layer \"mark\"; these do: \"find\", \"seek\"" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"priority\", \"order\": [\"find\", \"find\"]}"),
    "p.json:3:58: \"find\" twice in \"order\"" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"priority\", \"order\": [\"seek\"]}"),
    "p.json:3:49: \"order\" must name all who give layer \"mark\": \"find\", \"seek\"" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"union\", \"order\": [\"seek\", \"find\"]}"),
    "p.json:3:37: rule \"union\" keeps all: leave \"order\" out" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"union\", \"losers\": true}"),
    "p.json:3:47: rule \"union\" keeps all, so nothing loses" },
  { MERGED (TWO, "\"mark\": {\"rule\": \"vote\", \"losers\": 1}"),
    "p.json:3:46: \"losers\" is an integer, expected true or false" },
  { MERGED ("\"info\", {\"use\": \"info\", \"name\": \"more\"}", "\"info\": {\"rule\": \"vote\"}"),
    "\"vote\" is no rule for a document layer; rules: union, priority" },
  { MERGED ("\"find\", \"census\", {\"use\": \"census\", \"name\": \"more\"}",
            "\"census\": {\"rule\": \"longest\"}"),
    "\"longest\" is no rule for a corpus layer; rules: union" },
  { MERGED (
        "\"find\", \"census\", {\"use\": \"census\", \"name\": \"more\", \"group_by\": \"year\"}",
        "\"census\": {\"rule\": \"union\"}"),
    "\"census\" and \"more\" both give layer \"census\", so both must have the same \"group_by\"" },
};

static const char *const TAKEN[] = {
  FILE_OF ("\"find\""),
  FILE_OF ("{\"use\": \"find\"}"),
  FILE_OF ("\"find\", \"note\""),
  FILE_OF ("\"info\", \"find\", \"note\", \"gloss\""),
  FILE_OF ("\"find\", \"note\", \"info\""),
  FILE_OF ("{\"use\": \"find\", \"options\": {}, \"when\": {\"region\": \"云溪区\"}}"),
  FILE_OF ("\"find\", \"census\", \"share\""),
  FILE_OF ("\"find\", {\"use\": \"census\", \"group_by\": \"year\"}, {\"use\": \"share\", "
           "\"group_by\": \"year\"}"),
  MERGED (TWO ", \"note\"", "\"mark\": {\"rule\": \"vote\", \"losers\": true}"),
  MERGED (TWO, "\"mark\": {\"rule\": \"longest\", \"order\": [\"seek\", \"find\"]}"),
  MERGED ("\"info\", {\"use\": \"info\", \"name\": \"more\"}",
          "\"info\": {\"rule\": \"union\", \"losers\": true}"),
};

START_TEST (refuses_what_cannot_run)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (read_pipeline (REFUSED[i].text, &error) == NULL, "took %s", REFUSED[i].text);
      jd_assert_error (error, JD_ERROR_CONFIG, REFUSED[i].message);
    }
}
END_TEST

START_TEST (takes_what_can_run)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JdPipeline) pipeline = read_pipeline (TAKEN[i], &error);

      jd_assert_no_error (error);
      ck_assert_ptr_nonnull (pipeline);
    }
}
END_TEST

START_TEST (steps_have_their_names_in_order)
{
  g_autoptr (JdPipeline) pipeline
      = make_pipeline ("\"find\", {\"use\": \"info\", \"name\": \"facts\"}, \"note\"", NULL);

  ck_assert_uint_eq (jd_pipeline_n_steps (pipeline), 3);
  ck_assert_str_eq (jd_pipeline_step (pipeline, 0).name, "find");
  ck_assert_str_eq (jd_pipeline_step (pipeline, 1).name, "facts");
  ck_assert_str_eq (jd_pipeline_step (pipeline, 1).entry->name, "info");
  ck_assert (!jd_pipeline_has_corpus_stage (pipeline));
  ck_assert_uint_eq (jd_pipeline_digest_form (pipeline)->layers->len, 1);
}
END_TEST

START_TEST (corpus_stage_keeps_what_it_needs)
{
  g_autoptr (JdPipeline) pipeline
      = make_pipeline ("\"find\", \"note\", \"census\", \"share\"", NULL);
  const JdDigestForm *form = jd_pipeline_digest_form (pipeline);
  const JdDigestLayer *layer;

  ck_assert (jd_pipeline_has_corpus_stage (pipeline));
  ck_assert_uint_eq (form->layers->len, 1);
  layer = g_ptr_array_index (form->layers, 0);
  ck_assert_str_eq (layer->schema->name, "mark");
  for (guint i = 0; i < jd_schema_n_fields (layer->schema); i++)
    ck_assert (!layer->wanted[i]);
}
END_TEST

/* What an analyzer table can have wrong, as a plugin of somebody's own might. */
static const JdField wrong_fields[] = { { "word", JD_FIELD_INTEGER, .help = "x" }, { NULL } };
static const JdLayerSpec wrong_type[]
    = { { "mark", JD_LAYER_SPANS, .fields = wrong_fields }, { NULL } };
static const JdLayerSpec wrong_kind[] = { { "mark", JD_LAYER_DOCUMENT }, { NULL } };
static const JdField no_such_fields[] = { { "wort", JD_FIELD_STRING, .help = "x" }, { NULL } };
static const JdLayerSpec no_such_field[]
    = { { "mark", JD_LAYER_SPANS, .fields = no_such_fields }, { NULL } };
static const JdLayerSpec unknown_layer[] = { { "spirit", JD_LAYER_SPANS }, { NULL } };
static const JdLayerSpec optional_unknown[]
    = { { "spirit", JD_LAYER_SPANS, .optional = TRUE }, { NULL } };
static const JdField markup_fields[] = { { "colour", JD_FIELD_STRING }, { NULL } };
static const JdLayerSpec wrong_markup[]
    = { { "markup", JD_LAYER_SPANS, .fields = markup_fields }, { NULL } };
static const JdField lost_fields[]
    = { { "to", JD_FIELD_REFERENCE, .target = "spirit", .help = "x" }, { NULL } };
static const JdLayerSpec lost_reference[]
    = { { "own", JD_LAYER_SPANS, .fields = lost_fields, .help = "x" }, { NULL } };
static const JdField foreign_fields[]
    = { { "to", JD_FIELD_REFERENCE, .target = "mark", .help = "x" }, { NULL } };
static const JdLayerSpec reference_to_mark[]
    = { { "own", JD_LAYER_SPANS, .fields = foreign_fields, .help = "x" }, { NULL } };
static const JdLayerSpec own_layer[] = { { "own", JD_LAYER_SPANS, .help = "x" }, { NULL } };

static const struct
{
  const JdLayerSpec *needs;
  const JdLayerSpec *gives;
  const char *message; /* NULL: good */
} DESCRIPTORS[] = {
  { wrong_type, own_layer, "\"mark\": field \"word\" is needed as integer, but given as string" },
  { wrong_kind, own_layer, "is needed as a document layer, but given as a spans layer" },
  { no_such_field, own_layer, "field \"wort\" is needed, but nobody gives it (nearest: \"word\")" },
  { unknown_layer, own_layer,
    "\"other\" needs layer \"spirit\", which no installed analyzer gives" },
  { optional_unknown, own_layer, NULL },
  { wrong_markup, own_layer, "layer \"markup\": field \"colour\" is needed" },
  { own_layer, own_layer, "\"other\" needs layer \"own\", which nobody gives but itself" },
  { NULL, lost_reference, "\"other\" needs layer \"spirit\", which no installed analyzer gives" },
  { optional_unknown, lost_reference, NULL },
  { NULL, reference_to_mark, NULL },
  { NULL, wrong_type, "\"find\" and \"other\": layer \"mark\": field \"word\" is given as" },
  { NULL, wrong_kind, "layer \"mark\" is given as a spans layer and as a document layer" },
};

static JdAnalyzer other_analyzer;
static const JdCatalogEntry other_entry = { .name = (char *)"other", .analyzer = &other_analyzer };

static const JdCatalogEntry *
find_other (gpointer data, const char *name, GError **error)
{
  return g_str_equal (name, "other") ? &other_entry : find_test_entry (data, name, error);
}

static JdPipeline *
read_with_other (const JdAnalyzer *analyzer, const char *text, GError **error)
{
  JdAnalyzerSource source = { find_other, list_test_entries, NULL };
  g_autoptr (JdJson) json = jd_json_parse ("p.json", text, strlen (text), error);
  JdReading reading = { .json = json, .folder = ".", .source = &source };

  other_analyzer = *analyzer;
  other_analyzer.plugin.name = "other";

  return jd_pipeline_read (&reading, error);
}

/* `message`: NULL where there must be none. */
static void
assert_outcome (const JdPipeline *pipeline, GError *error, const char *message)
{
  if (message == NULL)
    {
      ck_assert_msg (pipeline != NULL, "%s", error != NULL ? error->message : "");
      return;
    }
  ck_assert_msg (pipeline == NULL, "took what should have been \"%s\"", message);
  ck_assert (g_error_matches (error, JD_ERROR, JD_ERROR_CONFIG));
  ck_assert (g_str_has_prefix (error->message, "p.json:3:1: "));
  ck_assert_msg (strstr (error->message, message) != NULL, "\"%s\" lacks \"%s\"", error->message,
                 message);
}

START_TEST (layers_must_have_what_others_rely_on)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DESCRIPTORS); i++)
    {
      g_autoptr (GError) error = NULL;
      JdAnalyzer analyzer
          = { .needs = DESCRIPTORS[i].needs, .gives = DESCRIPTORS[i].gives, .analyze = find_words };
      g_autoptr (JdPipeline) pipeline
          = read_with_other (&analyzer, FILE_OF ("\"find\",\n\"other\""), &error);

      assert_outcome (pipeline, error, DESCRIPTORS[i].message);
    }
}
END_TEST

START_TEST (nobody_reads_a_layer_that_it_still_fills)
{
  g_autoptr (GError) error = NULL;
  JdAnalyzer analyzer = { .needs = census_needs, .gives = mark_layers, .analyze = find_words };

  ck_assert_ptr_null (
      read_with_other (&analyzer,
                       MERGED ("\"find\",\n\"other\"", "\"mark\": {\"rule\": \"union\"}"), &error));
  jd_assert_error (error, JD_ERROR_CONFIG,
                   "p.json:3:1: \"other\" needs layer \"mark\" and gives it too");
}
END_TEST

/* prepare() and release() */

static int n_prepared, n_released;

static gboolean
prepare (G_GNUC_UNUSED gconstpointer settings, gpointer *state, G_GNUC_UNUSED GError **error)
{
  *state = &n_prepared;
  n_prepared++;

  return TRUE;
}

static gboolean
prepare_badly (G_GNUC_UNUSED gconstpointer settings, G_GNUC_UNUSED gpointer *state, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "words.tsv:3: no such word");

  return FALSE;
}

static gboolean
prepare_mutely (G_GNUC_UNUSED gconstpointer settings,
                G_GNUC_UNUSED gpointer *state,
                G_GNUC_UNUSED GError **error)
{
  return FALSE;
}

static void
release (gpointer state)
{
  ck_assert_ptr_eq (state, &n_prepared);
  n_released++;
}

START_TEST (prepares_once_and_releases_once)
{
  JdAnalyzer analyzer
      = { .gives = own_layer, .analyze = find_words, .prepare = prepare, .release = release };
  JdPipeline *pipeline;

  n_prepared = n_released = 0;
  pipeline = read_with_other (&analyzer, FILE_OF ("\"other\""), NULL);
  ck_assert_int_eq (n_prepared, 1);
  ck_assert_int_eq (n_released, 0);
  jd_pipeline_free (pipeline);
  ck_assert_int_eq (n_released, 1);
}
END_TEST

START_TEST (prepares_nothing_that_cannot_run)
{
  JdAnalyzer analyzer
      = { .gives = own_layer, .analyze = find_words, .prepare = prepare, .release = release };

  n_prepared = 0;
  ck_assert_ptr_null (read_with_other (&analyzer, FILE_OF ("\"other\", \"note\""), NULL));
  ck_assert_int_eq (n_prepared, 0);
}
END_TEST

START_TEST (failed_preparation_is_told_with_its_place)
{
  g_autoptr (GError) error = NULL;
  JdAnalyzer analyzer = { .gives = own_layer, .analyze = find_words, .prepare = prepare_badly };

  ck_assert_ptr_null (read_with_other (&analyzer, FILE_OF ("\n\"other\""), &error));
  jd_assert_error (error, JD_ERROR_CONFIG,
                   "p.json:3:1: analyzer \"other\": words.tsv:3: no such word");
  analyzer.prepare = prepare_mutely;
  ck_assert_ptr_null (read_with_other (&analyzer, FILE_OF ("\"other\""), &error));
  jd_assert_error (error, JD_ERROR_PLUGIN,
                   "p.json:2:1: analyzer \"other\": prepare() failed and did not say why");
}
END_TEST

/* From a file, with the real catalog. */

static JdCatalog *
fault_catalog (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("abs_top_builddir"), "tests", "faults", ".libs", NULL);
  const char *const folders[] = { folder, NULL };

  return jd_catalog_new (folders);
}

static char *
write_file (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "p.json", NULL);

  ck_assert (g_file_set_contents (path, text, -1, NULL));

  return path;
}

START_TEST (loads_a_file_and_tells_its_hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdCatalog) catalog = fault_catalog ();
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = write_file (folder, FILE_OF ("\"fault_none\""));
  g_autofree char *hash
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, FILE_OF ("\"fault_none\""), -1);
  g_autoptr (JdPipeline) pipeline = jd_pipeline_load (path, catalog, &error);

  jd_assert_no_error (error);
  ck_assert_str_eq (jd_pipeline_sha256 (pipeline), hash);
  ck_assert_str_eq (jd_pipeline_step (pipeline, 0).entry->name, "fault_none");
  g_unlink (path);
  g_rmdir (folder);
}
END_TEST

START_TEST (installed_analyzers_are_asked_who_gives_a_layer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdCatalog) catalog = jd_catalog_new (NULL);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = write_file (folder, FILE_OF ("\"target\""));

  ck_assert_ptr_null (jd_pipeline_load (path, catalog, &error));
  ck_assert (g_str_has_prefix (error->message, path));
  jd_assert_error (error, JD_ERROR_CONFIG, ":2:1: \"target\" needs layer \"");
  g_unlink (path);
  g_rmdir (folder);
}
END_TEST

START_TEST (unknown_analyzer_of_a_file_is_told_with_its_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdCatalog) catalog = fault_catalog ();
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = write_file (folder, FILE_OF ("\"no_such_analyzer\""));

  ck_assert_ptr_null (jd_pipeline_load (path, catalog, &error));
  ck_assert (g_str_has_prefix (error->message, path));
  jd_assert_error (error, JD_ERROR_CONFIG, ":2:1: there is no analyzer \"no_such_analyzer\"");
  ck_assert_ptr_null (jd_pipeline_load ("/no/such/file.json", catalog, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/no/such/file.json: No such file");
  g_unlink (path);
  g_rmdir (folder);
}
END_TEST

JD_SUITE ("pipeline",
          refuses_what_cannot_run,
          takes_what_can_run,
          steps_have_their_names_in_order,
          corpus_stage_keeps_what_it_needs,
          layers_must_have_what_others_rely_on,
          prepares_once_and_releases_once,
          prepares_nothing_that_cannot_run,
          failed_preparation_is_told_with_its_place,
          loads_a_file_and_tells_its_hash,
          installed_analyzers_are_asked_who_gives_a_layer,
          nobody_reads_a_layer_that_it_still_fills,
          unknown_analyzer_of_a_file_is_told_with_its_place)
