/* metadata.c - gives the layer `metadata`: who reported what, where, when and about which years
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include <jiandu/jiandu.h>

#include "title-block.h"
#include "years.h"

#define HAN "\\p{Han}{1,15}[省市县区旗州盟]"

typedef struct
{
  const char *offices;
  const char *file_pattern;
} Settings;

typedef struct
{
  GPtrArray *offices; /* NULL-terminated */
  GRegex *file_pattern;
} State;

static const JdOption options[] = {
  { "offices", JD_OPTION_FILE, offsetof (Settings, offices), .fallback = "offices.tsv",
    .help = "Offices of those who give reports; the name stands behind." },
  { "file_pattern", JD_OPTION_STRING, offsetof (Settings, file_pattern),
    .fallback = "(?J)^(?:(?<region>" HAN ")[ _-]*)?[^0-9]*(?<year>(?:19|20)[0-9]{2})(?![0-9])"
                "年?(?:[ _-]*(?<region>" HAN "))?",
    .help = "Regular expression for file names; its groups `year` and `region` fill in what the "
            "text does not tell." },
  { NULL },
};

static const JdField metadata_fields[] = {
  { "title", JD_FIELD_STRING, .help = "Title without blanks and year." },
  { "region", JD_FIELD_STRING, .help = "The unit that the title block names last." },
  { "region_full", JD_FIELD_STRING,
    .help = "The same with all units above it, when they are told." },
  { "region_code", JD_FIELD_STRING, .help = "GB/T 2260 code, when the user gave it." },
  { "date", JD_FIELD_STRING, .help = "ISO date of the speech." },
  { "congress", JD_FIELD_STRING, .help = "Assembly and session." },
  { "speaker", JD_FIELD_STRING, .help = "Name without blanks." },
  { "report_year", JD_FIELD_INTEGER, .help = "The year whose work the report plans." },
  { "review_period", JD_FIELD_STRING, .help = "The year that it reviews, or first/last year." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "metadata", JD_LAYER_DOCUMENT, .fields = metadata_fields, .help = "Facts about the report." },
  { NULL },
};

static void
release (gpointer data)
{
  State *state = data;

  g_ptr_array_unref (state->offices);
  g_clear_pointer (&state->file_pattern, g_regex_unref);
  g_free (state);
}

static gboolean
prepare (gconstpointer data, gpointer *out, GError **error)
{
  const Settings *settings = data;
  g_autoptr (JdTable) table = jd_table_load (settings->offices, 1, 1, error);
  g_autoptr (GRegex) pattern = NULL;
  g_autoptr (GError) fault = NULL;
  State *state;

  if (table == NULL)
    return FALSE;
  pattern = g_regex_new (settings->file_pattern, G_REGEX_OPTIMIZE, 0, &fault);
  if (pattern == NULL)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "file_pattern: %s", fault->message);
      return FALSE;
    }
  state = g_new0 (State, 1);
  state->offices = g_ptr_array_new_with_free_func (g_free);
  for (gsize row = 0; row < jd_table_length (table); row++)
    g_ptr_array_add (state->offices, g_strdup (jd_table_cell (table, row, 0)));
  g_ptr_array_add (state->offices, NULL);
  state->file_pattern = g_steal_pointer (&pattern);
  *out = state;

  return TRUE;
}

/* What the user said, else what the text says, else what the file's name says; NULL: nothing. */
static const char *
choose (const JdDocument *document, const char *name, const char *told, const char *filed)
{
  const char *given = jd_document_given_fact (document, name);

  if (given != NULL)
    return given;

  return told != NULL ? told : filed;
}

static void
set (JdRecord record, const JdDocument *document, const char *name, const char *told)
{
  const char *value = choose (document, name, told, NULL);

  if (value != NULL)
    jd_record_set_string (record, name, value, -1);
}

static char *
from_file_name (const State *state, const JdDocument *document, const char *group)
{
  g_autofree char *name = g_path_get_basename (jd_document_source (document));
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (!g_regex_match (state->file_pattern, name, 0, &match))
    return NULL;
  found = g_match_info_fetch_named (match, group);

  return found != NULL && *found != '\0' ? g_steal_pointer (&found) : NULL;
}

/* The year that the text tells: a plan's heading, the one after a review's heading, the title, the
 * date; 0 when it tells none. */
static int
year_of_text (const Years *years, const TitleBlock *block, const char *date)
{
  if (years->plan != 0)
    return years->plan;
  if (years->review != 0)
    return years->review + 1;
  if (block->title_year != 0)
    return block->title_year;

  return date != NULL ? (int)g_ascii_strtoll (date, NULL, 10) : 0;
}

/* Leaves `year` at 0 when nobody knows it. */
static gboolean
find_year (const State *state, const JdDocument *document, int told, int *year, GError **error)
{
  const char *given = jd_document_given_fact (document, "report_year");
  g_autofree char *filed = from_file_name (state, document, "year");
  guint64 value = 0;

  if (given != NULL && !g_ascii_string_to_unsigned (given, 10, 1, 9999, &value, NULL))
    {
      g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS,
                   "report_year: \"%s\" is no year; give one such as 2022", given);
      return FALSE;
    }
  if (given != NULL)
    *year = (int)value;
  else if (told != 0)
    *year = told;
  else
    *year = filed != NULL ? (int)g_ascii_strtoll (filed, NULL, 10) : 0;

  return TRUE;
}

static void
give_years (JdRecord record, const JdDocument *document, const Years *years, int year)
{
  g_autofree char *period = year != 0 ? years_review_period (years, year) : NULL;

  if (year != 0)
    jd_record_set_integer (record, "report_year", year);
  set (record, document, "review_period", period);
}

static gboolean
analyze (gconstpointer data, const JdDocument *document, JdOutput *output, GError **error)
{
  const State *state = data;
  gsize length;
  const char *text = jd_document_text (document, &length);
  g_autoptr (TitleBlock) block
      = title_block_new (text, length, (const char *const *)state->offices->pdata);
  g_autofree char *filed_region = from_file_name (state, document, "region");
  const char *date = choose (document, "date", block->date, NULL);
  Years years = years_read (text, length);
  JdRecord record;
  int year = 0;

  if (!find_year (state, document, year_of_text (&years, block, date), &year, error))
    return FALSE;
  record = jd_output_append_row (output, "metadata");
  set (record, document, "title", block->title);
  set (record, document, "region", choose (document, "region", block->region, filed_region));
  set (record, document, "region_full", block->region_full);
  set (record, document, "region_code", NULL);
  set (record, document, "date", date);
  set (record, document, "congress", block->congress);
  set (record, document, "speaker", block->speaker);
  give_years (record, document, &years, year);

  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "metadata", .version = JD_VERSION,
              .summary = "Reads title, region, date, assembly, speaker and years of a report",
              .licence = "LGPL-2.1-or-later" },
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .prepare = prepare,
  .analyze = analyze,
  .release = release,
};
