/* target.c - the goals that a government sets itself
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/jiandu.h>

#include "goal.h"

static const JdOption options[] = {
  { "words", JD_OPTION_FILE, G_STRUCT_OFFSET (JdWordFiles, words), "words.tsv",
    .help = "Words that announce, frame or claim goals, and names of indicators." },
  { "extra_words", JD_OPTION_FILES, G_STRUCT_OFFSET (JdWordFiles, extra_words),
    .help = "More words; a later row about a word wins." },
  { "relations", JD_OPTION_FILE, G_STRUCT_OFFSET (JdWordFiles, relations), "relations.tsv",
    .help = "What stands for a figure in a goal without one." },
  { "extra_relations", JD_OPTION_FILES, G_STRUCT_OFFSET (JdWordFiles, extra_relations),
    .help = "More relations, looked for before the others." },
  { NULL },
};

static const JdField quantity_needs[] = {
  { "kind", JD_FIELD_ONE_OF },
  { "status", JD_FIELD_ONE_OF },
  { "value", JD_FIELD_DECIMAL },
  { "value_high", JD_FIELD_DECIMAL },
  { "unit", JD_FIELD_STRING },
  { "bound", JD_FIELD_ONE_OF },
  { "measure", JD_FIELD_ONE_OF },
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { NULL },
};

static const JdField section_needs[] = {
  { "role", JD_FIELD_ONE_OF },
  { NULL },
};

static const JdLayerSpec needs[] = {
  { "quantity", JD_LAYER_SPANS, .fields = quantity_needs },
  { "section", JD_LAYER_SPANS, .fields = section_needs },
  { "metadata", JD_LAYER_DOCUMENT, .optional = TRUE },
  { NULL },
};

static const char *const bounds[]
    = { "exact", "about", "at_least", "at_most", "over", "under", NULL };
static const char *const measures[]
    = { "level", "growth", "decline", "share", "completion", "ratio", "change", NULL };
static const char *const scopes[] = { "headline", "task", NULL };
static const char *const verdicts[] = { "exceeded", "met", "missed", NULL };

static const JdField target_fields[] = {
  { "indicator", JD_FIELD_STRING, .help = "What is aimed at." },
  { "indicator_id", JD_FIELD_STRING, .help = "The same, as one of the core indicators." },
  { "measure", JD_FIELD_ONE_OF, measures, .help = "What the figure says of the indicator." },
  { "value", JD_FIELD_DECIMAL, .help = "The figure, in plain units." },
  { "value_high", JD_FIELD_DECIMAL, .help = "The upper end of a range." },
  { "unit", JD_FIELD_STRING, .help = "Unit of value, without its scale." },
  { "bound", JD_FIELD_ONE_OF, bounds, .help = "How the figure bounds the goal." },
  { "period", JD_FIELD_STRING, .help = "Year or span for which it is aimed." },
  { "scope", JD_FIELD_ONE_OF, scopes, .help = "Among the main goals, or in a task." },
  { "relation", JD_FIELD_STRING, .help = "Stands for the figure: sync:gdp, stable and so on." },
  { "quantity", JD_FIELD_REFERENCE, .target = "quantity", .help = "The figure's record." },
  { NULL },
};

static const JdField claim_fields[] = {
  { "indicator", JD_FIELD_STRING, .help = "Whose goal the claim is about." },
  { "indicator_id", JD_FIELD_STRING, .help = "The same, as one of the core indicators." },
  { "period", JD_FIELD_STRING, .help = "Year of the goal." },
  { "verdict", JD_FIELD_ONE_OF, verdicts, .help = "What the report says of the goal." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "target", JD_LAYER_SPANS, .fields = target_fields,
    .help = "Goals, each from its indicator to its bound word." },
  { "claim", JD_LAYER_SPANS, .fields = claim_fields,
    .help = "Clauses that say, without a figure, what became of a goal." },
  { NULL },
};

static gboolean
prepare (gconstpointer settings, gpointer *state, GError **error)
{
  *state = jd_words_load (settings, error);

  return *state != NULL;
}

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  g_autoptr (JdReport) report = jd_report_new (document, state);

  (void)error;
  jd_goals_with_figures (report, output);
  jd_goals_without_figures (report, output);
  jd_goals_claimed (report, output);

  return TRUE;
}

static void
release (gpointer state)
{
  jd_words_free (state);
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "target", .version = JD_VERSION,
              .summary = "Finds the goals of a report, and its claims about the last ones",
              .licence = "LGPL-2.1-or-later" },
  .needs = needs,
  .gives = gives,
  .options = options,
  .settings_size = sizeof (JdWordFiles),
  .prepare = prepare,
  .analyze = analyze,
  .release = release,
};
