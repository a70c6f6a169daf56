/* analyzers.h - small analyzers for the tests of pipelines, and pipelines made of them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <string.h>

#include "core/model/document.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/run.h"
#include "suite.h"

/* --- find: a "mark" wherever its word stands --- */

typedef struct
{
  const char *word;
  gint64 weight;
  gboolean broken;
} FindSettings;

static const JdOption find_options[]
    = { { "word", JD_OPTION_STRING, offsetof (FindSettings, word), "云", .help = "To be found." },
        { "weight", JD_OPTION_INTEGER, offsetof (FindSettings, weight), "1", "1", "9",
          .help = "Of each mark." },
        { "broken", JD_OPTION_BOOLEAN, offsetof (FindSettings, broken), "false",
          .help = "Whether to fail." },
        { NULL } };

static const JdField mark_fields[]
    = { { "word", JD_FIELD_STRING, .help = "What was found." },
        { "weight", JD_FIELD_INTEGER, .help = "How heavy." },
        { "before", JD_FIELD_REFERENCE, .target = "mark", .help = "The one before." },
        { NULL } };

static const JdLayerSpec mark_layers[]
    = { { "mark", JD_LAYER_SPANS, .fields = mark_fields, .help = "Words." }, { NULL } };

static gboolean
find_words (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  const FindSettings *settings = state;
  gsize length;
  const char *text = jd_document_text (document, &length);
  gsize word = strlen (settings->word);

  for (const char *at = strstr (text, settings->word); at != NULL;
       at = strstr (at + 1, settings->word))
    {
      gsize begin = (gsize)(at - text);
      JdRecord record = jd_output_append (output, "mark", begin, begin + word);

      jd_record_set_string (record, "word", settings->word, -1);
      jd_record_set_integer (record, "weight", settings->weight);
      if (record.row > 0)
        jd_record_set_reference (record, "before", record.row - 1);
    }
  if (settings->broken)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, "the word list is wet");

  return !settings->broken;
}

static const JdAnalyzer find_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "find", "1", "Finds a word.", "CC0-1.0" },
  .gives = mark_layers,
  .options = find_options,
  .settings_size = sizeof (FindSettings),
  .analyze = find_words,
};

/* --- twice: two layers that refer to each other, and fails where the text says so --- */

static const JdField pair_fields[]
    = { { "mark", JD_FIELD_REFERENCE, .target = "mark", .help = "Its mark." }, { NULL } };

static const JdLayerSpec twice_layers[]
    = { { "pair", JD_LAYER_SPANS, .fields = pair_fields, .help = "Pairs." },
        { "mark", JD_LAYER_SPANS, .fields = mark_fields, .help = "Words." },
        { NULL } };

static gboolean
pair_marks (G_GNUC_UNUSED gconstpointer state,
            G_GNUC_UNUSED const JdDocument *document,
            JdOutput *output,
            G_GNUC_UNUSED GError **error)
{
  for (gsize i = 0; i < 3; i++)
    {
      /* Backwards, so that rows move when they are sorted. */
      JdRecord mark = jd_output_append (output, "mark", 6 - 3 * i, 9 - 3 * i);
      JdRecord pair = jd_output_append (output, "pair", 6 - 3 * i, 9 - 3 * i);

      jd_record_set_string (mark, "word", "twice", -1);
      jd_record_set_reference (pair, "mark", mark.row);
    }

  return TRUE;
}

static const JdAnalyzer twice_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "twice", "1", "Marks and pairs.", "CC0-1.0" },
  .gives = twice_layers,
  .analyze = pair_marks,
};

/* --- note: a note on every mark --- */

static const JdField note_needs_fields[] = { { "word", JD_FIELD_STRING }, { NULL } };

static const JdLayerSpec note_needs[] = { { "mark", JD_LAYER_SPANS, .fields = note_needs_fields },
                                          { "info", JD_LAYER_DOCUMENT, .optional = TRUE },
                                          { "markup", JD_LAYER_SPANS },
                                          { NULL } };

static const JdField note_fields[]
    = { { "mark", JD_FIELD_REFERENCE, .target = "mark", .help = "On what." }, { NULL } };

static const JdLayerSpec note_layers[]
    = { { "note", JD_LAYER_SPANS, .fields = note_fields, .help = "Notes." }, { NULL } };

static gboolean
note_marks (G_GNUC_UNUSED gconstpointer state,
            const JdDocument *document,
            JdOutput *output,
            G_GNUC_UNUSED GError **error)
{
  const JdLayer *marks = jd_document_layer (document, "mark");

  for (gsize i = 0; i < jd_layer_length (marks); i++)
    {
      JdSpan span = jd_layer_span (marks, i);

      jd_record_set_reference (jd_output_append (output, "note", span.begin, span.end), "mark", i);
    }

  return TRUE;
}

static const JdAnalyzer note_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "note", "1", "Notes on marks.", "CC0-1.0" },
  .needs = note_needs,
  .gives = note_layers,
  .analyze = note_marks,
};

/* --- gloss: needs notes, fails silently or gives what it must not --- */

static const JdLayerSpec gloss_needs[] = { { "note", JD_LAYER_SPANS }, { NULL } };
static const JdLayerSpec gloss_layers[]
    = { { "gloss", JD_LAYER_SPANS, .help = "Glosses." }, { NULL } };

static gboolean
gloss_notes (G_GNUC_UNUSED gconstpointer state,
             const JdDocument *document,
             JdOutput *output,
             G_GNUC_UNUSED GError **error)
{
  gsize length;

  jd_document_text (document, &length);
  jd_output_append (output, "gloss", 0, length + 1);

  return TRUE;
}

static gboolean
fail_silently (G_GNUC_UNUSED gconstpointer state,
               G_GNUC_UNUSED const JdDocument *document,
               G_GNUC_UNUSED JdOutput *output,
               G_GNUC_UNUSED GError **error)
{
  return FALSE;
}

static const JdAnalyzer gloss_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "gloss", "1", "Out of bounds.", "CC0-1.0" },
  .needs = gloss_needs,
  .gives = gloss_layers,
  .analyze = gloss_notes,
};

static const JdAnalyzer mute_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "mute", "1", "Fails silently.", "CC0-1.0" },
  .gives = gloss_layers,
  .analyze = fail_silently,
};

/* --- info: facts from its settings; no record without any --- */

typedef struct
{
  const char *region;
  const char *title;
} InfoSettings;

static const JdOption info_options[]
    = { { "region", JD_OPTION_STRING, offsetof (InfoSettings, region), .help = "A fact." },
        { "title", JD_OPTION_STRING, offsetof (InfoSettings, title), .help = "A fact." },
        { NULL } };

static const JdField info_fields[] = { { "region", JD_FIELD_STRING, .help = "Where." },
                                       { "title", JD_FIELD_STRING, .help = "What." },
                                       { NULL } };

static const JdLayerSpec info_layers[]
    = { { "info", JD_LAYER_DOCUMENT, .fields = info_fields, .help = "Facts." }, { NULL } };

static gboolean
give_info (gconstpointer state,
           G_GNUC_UNUSED const JdDocument *document,
           JdOutput *output,
           G_GNUC_UNUSED GError **error)
{
  const InfoSettings *settings = state;
  JdRecord record;

  if (settings->region == NULL && settings->title == NULL)
    return TRUE;
  record = jd_output_append_row (output, "info");
  if (settings->region != NULL)
    jd_record_set_string (record, "region", settings->region, -1);
  if (settings->title != NULL)
    jd_record_set_string (record, "title", settings->title, -1);

  return TRUE;
}

static const JdAnalyzer info_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "info", "1", "Facts.", "CC0-1.0" },
  .gives = info_layers,
  .options = info_options,
  .settings_size = sizeof (InfoSettings),
  .analyze = give_info,
};

/* --- census: counts the marks of a region, one row a document --- */

static const JdLayerSpec census_needs[] = { { "mark", JD_LAYER_SPANS }, { NULL } };

static const JdField census_fields[]
    = { { "document", JD_FIELD_STRING, .help = "Of the document." },
        { "count", JD_FIELD_INTEGER, .help = "Of its marks." },
        { "first", JD_FIELD_REFERENCE, .target = "mark", .help = "Its first mark." },
        { "before", JD_FIELD_REFERENCE, .target = "census", .help = "The row before." },
        { NULL } };

static const JdLayerSpec census_layers[]
    = { { "census", JD_LAYER_CORPUS, .fields = census_fields, .help = "Counts." }, { NULL } };

static gboolean
take_census (G_GNUC_UNUSED gconstpointer state,
             const JdCorpus *corpus,
             JdOutput *output,
             GError **error)
{
  for (gsize i = 0; i < jd_corpus_length (corpus); i++)
    {
      const JdDocument *document = jd_corpus_document (corpus, i);
      const JdLayer *marks = jd_document_layer (document, "mark");
      JdRecord record = jd_output_append_row (output, "census");

      jd_record_set_string (record, "document", jd_document_id (document), -1);
      jd_record_set_integer (record, "count", (gint64)jd_layer_length (marks));
      if (jd_layer_length (marks) > 0)
        jd_record_set_reference_in (record, "first", document, 0);
      if (i > 0)
        jd_record_set_reference (record, "before", i - 1);
    }
  if (g_strcmp0 (jd_corpus_group (corpus), "败区") == 0)
    g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS, "nobody opened");

  return g_strcmp0 (jd_corpus_group (corpus), "败区") != 0;
}

static const JdAnalyzer census_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "census", "1", "Counts marks.", "CC0-1.0" },
  .needs = census_needs,
  .gives = census_layers,
  .group_by = "region",
  .conclude = take_census,
};

/* --- share: reads the census --- */

static const JdLayerSpec share_needs[] = { { "census", JD_LAYER_CORPUS }, { NULL } };

static const JdField share_fields[]
    = { { "rows", JD_FIELD_INTEGER, .help = "Of the census." }, { NULL } };

static const JdLayerSpec share_layers[]
    = { { "share", JD_LAYER_CORPUS, .fields = share_fields, .help = "Sizes." }, { NULL } };

static gboolean
count_rows (G_GNUC_UNUSED gconstpointer state,
            const JdCorpus *corpus,
            JdOutput *output,
            G_GNUC_UNUSED GError **error)
{
  const JdLayer *census = jd_corpus_layer (corpus, "census");

  jd_record_set_integer (jd_output_append_row (output, "share"), "rows",
                         (gint64)jd_layer_length (census));

  return TRUE;
}

static const JdAnalyzer share_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), 0, "share", "1", "Reads counts.", "CC0-1.0" },
  .needs = share_needs,
  .gives = share_layers,
  .group_by = "region",
  .conclude = count_rows,
};

/* --- Pipelines made of them --- */

#define TEST_ENTRY(id)                                                                             \
  {                                                                                                \
    .name = (char *)#id, .analyzer = &id##_analyzer                                                \
  }

static const JdCatalogEntry test_entries[] = {
  TEST_ENTRY (find), TEST_ENTRY (twice), TEST_ENTRY (note),   TEST_ENTRY (gloss),
  TEST_ENTRY (mute), TEST_ENTRY (info),  TEST_ENTRY (census), TEST_ENTRY (share),
};

static GPtrArray *
list_test_entries (G_GNUC_UNUSED gpointer data)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (test_entries); i++)
    g_ptr_array_add (entries, (gpointer)&test_entries[i]);

  return entries;
}

static const JdCatalogEntry *
find_test_entry (G_GNUC_UNUSED gpointer data, const char *name, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (test_entries); i++)
    if (g_str_equal (test_entries[i].name, name))
      return &test_entries[i];
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "there is no analyzer \"%s\"", name);

  return NULL;
}

static JdPipeline *
read_pipeline (const char *text, GError **error)
{
  static const JdAnalyzerSource source = { find_test_entry, list_test_entries, NULL };
  g_autoptr (JdJson) json = jd_json_parse ("p.json", text, strlen (text), error);
  JdReading reading = { .json = json, .folder = ".", .source = &source };

  return json != NULL ? jd_pipeline_read (&reading, error) : NULL;
}

/* A pipeline that must be good: its "analyzers" and, unless NULL, its "merge". */
static JdPipeline *
make_pipeline (const char *analyzers, const char *merge)
{
  g_autofree char *text
      = g_strdup_printf ("{\"jiandu\": 1, \"analyzers\": [%s]%s%s}", analyzers,
                         merge != NULL ? ", \"merge\": " : "", merge != NULL ? merge : "");
  g_autoptr (GError) error = NULL;
  JdPipeline *pipeline = read_pipeline (text, &error);

  jd_assert_no_error (error);

  return pipeline;
}

/* An instance of "find", for "analyzers". */
#define FIND(name, word)                                                                           \
  "{\"use\": \"find\", \"name\": \"" name "\", \"options\": {\"word\": \"" word "\"}}"

static inline JdDocument *
make_document (const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  JdText *read = jd_text_new (text, strlen (text), &error);

  jd_assert_no_error (error);

  return jd_document_new (id, "test.md", read);
}

/* What the corpus stage gets to see of the document. */
static inline JdDocument *
digest_of (const JdPipeline *pipeline, const JdDocument *document)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  JdDocument *digest;

  jd_digest_encode (document, jd_pipeline_digest_form (pipeline), bytes);
  digest = jd_digest_decode (bytes->data, bytes->len, jd_pipeline_digest_form (pipeline), &error);
  jd_assert_no_error (error);

  return digest;
}
