/* achievement.c - goals of one report against the results that a later one tells
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include <jiandu/jiandu.h>

#include "outcome.h"

/* Digits of an attainment behind the point. */
#define ATTAINMENT_SCALE 4

enum
{
  SCOPE_HEADLINE,
  SCOPE_ALL,
};

typedef struct
{
  gint scope;
  JdTolerances tolerances;
} Settings;

static const char *const scope_choices[] = { "headline", "all", NULL };

#define TOLERANCE(field, by_default, of, text)                                                     \
  {                                                                                                \
#field, JD_OPTION_DECIMAL, G_STRUCT_OFFSET(Settings, tolerances.field), by_default,            \
        .minimum = "0", .maximum = "100", .unit = of, .help = text                                 \
  }

static const JdOption options[] = {
  { "scope", JD_OPTION_ONE_OF, G_STRUCT_OFFSET (Settings, scope), "headline",
    .choices = scope_choices, .help = "Which goals are followed up." },
  TOLERANCE (
      rate_margin, "0.5", "percentage points", "A rate beyond its goal by more is exceeded."),
  TOLERANCE (level_margin, "10", "percent", "A level beyond its goal by more is exceeded."),
  TOLERANCE (about_rate, "0.5", "percentage points", "What 左右 allows a rate on either side."),
  TOLERANCE (about_level, "5", "percent", "What 左右 allows a level on either side."),
  { NULL },
};

static const JdField target_needs[] = {
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "measure", JD_FIELD_ONE_OF },
  { "unit", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { "value_high", JD_FIELD_DECIMAL },
  { "bound", JD_FIELD_ONE_OF },
  { "scope", JD_FIELD_ONE_OF },
  { "relation", JD_FIELD_STRING },
  { "quantity", JD_FIELD_REFERENCE, .target = "quantity" },
  { NULL },
};

static const JdField quantity_needs[] = {
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "measure", JD_FIELD_ONE_OF },
  { "unit", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { "value_high", JD_FIELD_DECIMAL },
  { "bound", JD_FIELD_ONE_OF },
  { "status", JD_FIELD_ONE_OF },
  { "aggregate", JD_FIELD_ONE_OF },
  { NULL },
};

static const JdField claim_needs[] = {
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "verdict", JD_FIELD_ONE_OF },
  { NULL },
};

static const JdLayerSpec needs[] = {
  { "target", JD_LAYER_SPANS, .fields = target_needs },
  { "quantity", JD_LAYER_SPANS, .fields = quantity_needs },
  { "claim", JD_LAYER_SPANS, .optional = TRUE, .fields = claim_needs },
  { "metadata", JD_LAYER_DOCUMENT, .optional = TRUE },
  { NULL },
};

static const char *const bounds[]
    = { "exact", "about", "at_least", "at_most", "over", "under", NULL };
static const char *const measures[]
    = { "level", "growth", "decline", "share", "completion", "ratio", "change", NULL };
static const char *const verdicts[] = { "exceeded", "met", "missed", "unknown", NULL };
static const char *const bases[] = { "next_report", "term_review", "claimed", NULL };

static const JdField fields[] = {
  { "region", JD_FIELD_STRING, .help = "Whose goal." },
  { "period", JD_FIELD_STRING, .help = "Year or span that it was set for." },
  { "indicator", JD_FIELD_STRING, .help = "What was aimed at." },
  { "indicator_id", JD_FIELD_STRING, .help = "The same, as one of the core indicators." },
  { "measure", JD_FIELD_ONE_OF, measures, .help = "What the figures say of the indicator." },
  { "unit", JD_FIELD_STRING, .help = "Unit of target_value, actual_value and gap." },
  { "target_value", JD_FIELD_DECIMAL, .help = "The goal." },
  { "target_value_high", JD_FIELD_DECIMAL, .help = "The upper end of a goal that is a range." },
  { "bound", JD_FIELD_ONE_OF, bounds, .help = "How the goal's figure bounds it." },
  { "relation", JD_FIELD_STRING, .help = "Stands for the figure: sync:gdp, stable and so on." },
  { "actual_value", JD_FIELD_DECIMAL, .help = "What came." },
  { "gap", JD_FIELD_DECIMAL, .help = "Actual less target." },
  { "attainment", JD_FIELD_DECIMAL, .help = "Actual by target, to four digits." },
  { "verdict", JD_FIELD_ONE_OF, verdicts, .help = "Whether the goal was reached." },
  { "basis", JD_FIELD_ONE_OF, bases, .help = "What the verdict rests on." },
  { "target_ref", JD_FIELD_REFERENCE, .target = "target", .help = "The goal's record." },
  { "actual_ref", JD_FIELD_REFERENCE, .target = "quantity", .help = "The actual's record." },
  { "target_text", JD_FIELD_STRING, .help = "The goal in the report's words." },
  { "actual_text", JD_FIELD_STRING,
    .help = "Name and figure of the actual, or the words of the claim." },
  { NULL },
};

static const char *const tabulate[] = { "region", "period", "verdict", NULL };

static const JdLayerSpec gives[] = {
  { "achievement", JD_LAYER_CORPUS, .fields = fields, .tabulate = tabulate,
    .help = "A goal and what became of it." },
  { NULL },
};

/* Where the columns of a target go. */
static const struct
{
  JdColumnName column;
  const char *field;
} copied[] = {
  { JD_COLUMN_PERIOD, "period" },
  { JD_COLUMN_INDICATOR, "indicator" },
  { JD_COLUMN_INDICATOR_ID, "indicator_id" },
  { JD_COLUMN_MEASURE, "measure" },
  { JD_COLUMN_UNIT, "unit" },
  { JD_COLUMN_BOUND, "bound" },
  { JD_COLUMN_RELATION, "relation" },
};

/* The words of a claim, or the name and the figure of an actual. */
static void
append_actual (GString *words, const JdOutcome *outcome, gsize row)
{
  const char *name = jd_rows_string (outcome->rows, row, JD_COLUMN_INDICATOR);
  gsize length;
  const char *text = jd_layer_text (outcome->rows->layer, row, &length);

  if (words->len > 0)
    g_string_append (words, "；");
  if (outcome->rows == &outcome->paper->quantities && name != NULL)
    g_string_append_printf (words, "%s ", name);
  g_string_append_len (words, text, (gssize)length);
}

static void
set_actual_text (JdRecord record, const JdOutcome *outcome)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < outcome->n_actuals; i++)
    append_actual (words, outcome, outcome->actuals[i]);
  jd_record_set_string (record, "actual_text", words->str, (gssize)words->len);
}

static void
emit_goal (JdRecord record, const JdPaper *paper, gsize target)
{
  gsize length;
  const char *text = jd_layer_text (paper->targets.layer, target, &length);
  JdFigure figure;

  for (gsize i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      const char *value = jd_rows_string (&paper->targets, target, copied[i].column);

      if (value != NULL)
        jd_record_set_string (record, copied[i].field, value, -1);
    }
  if (jd_rows_figure (&paper->targets, target, &figure))
    {
      jd_record_set_decimal (record, "target_value", figure.low);
      if (jd_decimal_compare (figure.low, figure.high) != 0)
        jd_record_set_decimal (record, "target_value_high", figure.high);
    }
  jd_record_set_reference_in (record, "target_ref", paper->document, target);
  jd_record_set_string (record, "target_text", text, (gssize)length);
}

static void
emit_distance (JdRecord record, const JdFigure *goal, JdDecimal actual)
{
  JdDecimal result;

  if (jd_decimal_subtract (actual, goal->low, &result))
    jd_record_set_decimal (record, "gap", result);
  if (jd_decimal_divide (actual, goal->low, ATTAINMENT_SCALE, &result))
    jd_record_set_decimal (record, "attainment", result);
}

/* A goal without a figure has no unit of its own. */
static void
emit_actual (JdRecord record, const JdPaper *paper, gsize target, const JdOutcome *outcome)
{
  const gsize row = outcome->actuals[0];
  const char *unit = jd_rows_string (outcome->rows, row, JD_COLUMN_UNIT);

  jd_record_set_reference_in (record, "actual_ref", outcome->paper->document, row);
  if (outcome->has_figure && unit != NULL
      && jd_rows_string (&paper->targets, target, JD_COLUMN_UNIT) == NULL)
    jd_record_set_string (record, "unit", unit, -1);
}

static void
emit_outcome (JdRecord record, const JdPaper *paper, gsize target, const JdOutcome *outcome)
{
  const char *period = jd_rows_string (&paper->targets, target, JD_COLUMN_PERIOD);
  gboolean term = period != NULL && (strchr (period, '/') || jd_last_year (period) > paper->year);
  JdFigure goal;

  jd_record_set_string (record, "verdict", jd_verdict_name (outcome->verdict), -1);
  jd_record_set_string (record, "basis",
                        outcome->claimed ? "claimed" : (term ? "term_review" : "next_report"), -1);
  if (outcome->n_actuals == 0)
    return;
  set_actual_text (record, outcome);
  if (outcome->rows == &outcome->paper->quantities)
    emit_actual (record, paper, target, outcome);
  if (!outcome->has_figure)
    return;
  jd_record_set_decimal (record, "actual_value", outcome->figure.low);
  if (jd_rows_figure (&paper->targets, target, &goal))
    emit_distance (record, &goal, outcome->figure.low);
}

/* What makes a goal another goal; the name only where there is no id. */
static const JdColumnName identity[] = {
  JD_COLUMN_INDICATOR_ID, JD_COLUMN_INDICATOR, JD_COLUMN_PERIOD,
  JD_COLUMN_MEASURE,      JD_COLUMN_UNIT,      JD_COLUMN_RELATION,
};

/* A report may name a goal twice: `seen` holds those that have a row. */
static gboolean
is_new (GHashTable *seen, const JdPaper *paper, gsize target)
{
  const char *id = jd_rows_string (&paper->targets, target, JD_COLUMN_INDICATOR_ID);
  GString *key = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (identity); i++)
    {
      const char *value = jd_rows_string (&paper->targets, target, identity[i]);
      gboolean spare = identity[i] == JD_COLUMN_INDICATOR && id != NULL;

      g_string_append_printf (key, "%s\t", value != NULL && !spare ? value : "");
    }

  return g_hash_table_add (seen, g_string_free (key, FALSE));
}

static void
follow_up (const Settings *settings,
           const JdCorpus *corpus,
           const GArray *papers,
           const JdPaper *paper,
           JdOutput *output)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < jd_rows_length (&paper->targets); row++)
    {
      const char *period = jd_rows_string (&paper->targets, row, JD_COLUMN_PERIOD);
      gboolean headline = jd_rows_equal (&paper->targets, row, JD_COLUMN_SCOPE, "headline");
      JdOutcome outcome;
      JdRecord record;

      if ((settings->scope == SCOPE_HEADLINE && !headline) || !is_new (seen, paper, row))
        continue;
      jd_outcome_find (paper, row, jd_papers_reviewing (papers, period), &settings->tolerances,
                       &outcome);
      record = jd_output_append_row (output, "achievement");
      if (jd_corpus_group (corpus) != NULL)
        jd_record_set_string (record, "region", jd_corpus_group (corpus), -1);
      emit_goal (record, paper, row);
      emit_outcome (record, paper, row, &outcome);
    }
}

static gboolean
conclude (gconstpointer state, const JdCorpus *corpus, JdOutput *output, GError **error)
{
  g_autoptr (GArray) papers = jd_papers_new (corpus);

  (void)error;
  for (guint i = 0; i < papers->len; i++)
    follow_up (state, corpus, papers, &g_array_index (papers, JdPaper, i), output);

  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "achievement", .version = JD_VERSION,
              .summary = "Holds the goals of a report against what later reports tell",
              .licence = "LGPL-2.1-or-later" },
  .needs = needs,
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .group_by = "region",
  .conclude = conclude,
};
