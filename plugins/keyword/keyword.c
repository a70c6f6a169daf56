/* keyword.c - how often a report uses the words of a dictionary
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include <jiandu/jiandu.h>

#include "dictionary.h"

typedef struct
{
  const char *dictionary;
  const char *const *extra;
} Settings;

static const JdOption options[] = {
  { "dictionary", JD_OPTION_FILE, G_STRUCT_OFFSET (Settings, dictionary), "default.tsv",
    .help = "Terms: category, term and, for a word that hides a term, exclude." },
  { "extra", JD_OPTION_FILES, G_STRUCT_OFFSET (Settings, extra),
    .help = "More tables of the same form, whose rows win over those before." },
  { NULL },
};

static const JdField fields[] = {
  { "term", JD_FIELD_STRING, .help = "The term as the dictionary has it." },
  { "category", JD_FIELD_STRING, .help = "The dictionary's category of the term." },
  { "count", JD_FIELD_INTEGER, .help = "How often it occurs in the document." },
  { "per_10k", JD_FIELD_DECIMAL,
    .help = "Occurrences per 10,000 characters of text, white space left out." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "keyword", JD_LAYER_SPANS, .fields = fields,
    .help = "Each term of the dictionary that occurs, at its first occurrence." },
  { NULL },
};

static gboolean
prepare (gconstpointer data, gpointer *state, GError **error)
{
  const Settings *settings = data;

  *state = jd_dictionary_load (settings->dictionary, settings->extra, error);

  return *state != NULL;
}

static void
emit (JdOutput *output, const JdTally *tally, gsize characters)
{
  JdRecord record
      = jd_output_append (output, "keyword", tally->first, tally->first + strlen (tally->term));
  JdDecimal rate;

  jd_record_set_string (record, "term", tally->term, -1);
  jd_record_set_string (record, "category", tally->category, -1);
  jd_record_set_integer (record, "count", (gint64)tally->count);
  if (jd_decimal_divide (jd_decimal_from_integer ((gint64)tally->count * 10000),
                         jd_decimal_from_integer ((gint64)characters), 2, &rate))
    jd_record_set_decimal (record, "per_10k", rate);
}

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  const char *text = jd_document_text (document, &length);
  gsize characters = jd_count_characters (text, length);
  g_autoptr (GArray) found = jd_dictionary_count (state, text, length);

  (void)error;
  for (guint i = 0; i < found->len; i++)
    emit (output, &g_array_index (found, JdTally, i), characters);

  return TRUE;
}

static void
release (gpointer state)
{
  jd_dictionary_free (state);
}

const JdAnalyzer jd_analyzer = {
  .plugin
  = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "keyword", .version = JD_VERSION,
      .summary = "Counts the terms of a dictionary, by category", .licence = "LGPL-2.1-or-later" },
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .prepare = prepare,
  .analyze = analyze,
  .release = release,
};
