/* number.c - the analyzer `number`: every figure of a report, and what it says
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/jiandu.h>

#include "statement.h"

typedef struct
{
  const char *units;
  const char *classifiers;
  const char *bounds;
  const char *names;
  const char *cues;
  const char *indicators;
  const char *const *extra_units;
  const char *const *extra_names;
  const char *const *extra_indicators;
} Settings;

/* Every word list, built: shared by all documents. */
typedef struct
{
  JdUnits *units;
  JdBounds *bounds;
  JdWords *names;
  JdWords *cues;
  JdIndicators *indicators;
} Lists;

typedef struct
{
  JdOutput *output;
  const char *text;
  GString *indicator; /* scratch */
} Writer;

static const char *const kinds[]
    = { "amount", "percent", "multiple", "rank", "ordinal", "date", "name", NULL };
static const char *const bounds[]
    = { "exact", "about", "at_least", "at_most", "over", "under", NULL };
static const char *const measures[]
    = { "level", "growth", "decline", "share", "completion", "ratio", "change", NULL };
static const char *const aggregates[] = { "cumulative", "annual_average", NULL };
static const char *const statuses[] = { "actual", "target", "other", NULL };

static const JdField section_fields[] = { { .name = "title", .type = JD_FIELD_STRING },
                                          { .name = "role", .type = JD_FIELD_ONE_OF },
                                          { .name = NULL } };

static const JdLayerSpec needs[] = {
  { .name = "section", .kind = JD_LAYER_SPANS, .optional = TRUE, .fields = section_fields },
  { .name = "metadata", .kind = JD_LAYER_DOCUMENT, .optional = TRUE },
  { .name = NULL },
};

static const JdField fields[] = {
  { .name = "kind",
    .type = JD_FIELD_ONE_OF,
    .values = kinds,
    .help = "amount, percent, multiple and rank measure something; the others do not." },
  { .name = "value",
    .type = JD_FIELD_DECIMAL,
    .help = "In the unit, with 万 and 亿 folded in; of a range, the lower end." },
  { .name = "value_high", .type = JD_FIELD_DECIMAL, .help = "The upper end of a range." },
  { .name = "unit", .type = JD_FIELD_STRING, .help = "As written, without its scale; % and pp." },
  { .name = "bound",
    .type = JD_FIELD_ONE_OF,
    .values = bounds,
    .help = "What the words around it say: 以上, 左右, 不超过." },
  { .name = "measure",
    .type = JD_FIELD_ONE_OF,
    .values = measures,
    .help = "Whether it tells a level, a change, a share or a degree of completion." },
  { .name = "indicator",
    .type = JD_FIELD_STRING,
    .help = "What is measured, as the text names it." },
  { .name = "indicator_id", .type = JD_FIELD_STRING, .help = "The core indicator, if it is one." },
  { .name = "period",
    .type = JD_FIELD_STRING,
    .help = "The year, or years, it is about: 2017/2021." },
  { .name = "aggregate",
    .type = JD_FIELD_ONE_OF,
    .values = aggregates,
    .help = "A total or a yearly mean over the period." },
  { .name = "status",
    .type = JD_FIELD_ONE_OF,
    .values = statuses,
    .help = "Done, planned, or neither: a threshold, a length of time." },
  { .name = "date", .type = JD_FIELD_STRING, .help = "Of a date, in ISO form." },
  { .name = "overflow", .type = JD_FIELD_BOOLEAN, .help = "The number is too long to be kept." },
  { .name = NULL },
};

static const char *const tabulate[] = { "kind", "status", NULL };

static const JdLayerSpec gives[] = {
  { .name = "quantity",
    .kind = JD_LAYER_SPANS,
    .fields = fields,
    .tabulate = tabulate,
    .help = "Figures: numeral and unit." },
  { .name = NULL },
};

#define FILE_OPTION(option, fallback_, help_)                                                      \
  {                                                                                                \
    .name = #option, .type = JD_OPTION_FILE, .offset = offsetof (Settings, option),                \
    .fallback = fallback_, .help = help_                                                           \
  }
#define FILES_OPTION(option, help_)                                                                \
  {                                                                                                \
    .name = #option, .type = JD_OPTION_FILES, .offset = offsetof (Settings, option), .help = help_ \
  }

static const JdOption options[] = {
  FILE_OPTION (units, "units.tsv", "Units: written form, name, kind, class."),
  FILE_OPTION (classifiers, "classifiers.tsv", "Measure words, in columns as the units."),
  FILE_OPTION (bounds, "bounds.tsv", "Words that make a figure a limit."),
  FILE_OPTION (names, "names.tsv", "Words and names whose numerals measure nothing."),
  FILE_OPTION (cues, "cues.tsv", "Words that tell what a figure says."),
  FILE_OPTION (indicators, "indicators.tsv", "Names of the core indicators."),
  FILES_OPTION (extra_units, "More units; they replace those of the same form."),
  FILES_OPTION (extra_names, "More words and names; they replace those of the same form."),
  FILES_OPTION (extra_indicators, "More indicators; they replace those of the same name."),
  { .name = NULL },
};

static void
lists_free (gpointer state)
{
  Lists *lists = state;

  jd_units_free (lists->units);
  jd_bounds_free (lists->bounds);
  jd_words_free (lists->names);
  jd_words_free (lists->cues);
  jd_indicators_free (lists->indicators);
  g_free (lists);
}

static Lists *
lists_new (void)
{
  Lists *lists = g_new0 (Lists, 1);

  lists->units = jd_units_new ();
  lists->bounds = jd_bounds_new ();
  lists->names = jd_words_new (jd_name_classes);
  lists->cues = jd_words_new (jd_cue_classes);
  lists->indicators = jd_indicators_new ();
  return lists;
}

static gboolean
load_lists (const Settings *settings, Lists *lists, GError **error)
{
  return jd_units_load (lists->units, settings->units, error)
         && jd_units_load (lists->units, settings->classifiers, error)
         && jd_bounds_load (lists->bounds, settings->bounds, error)
         && jd_words_load (lists->names, settings->names, error)
         && jd_words_load (lists->cues, settings->cues, error)
         && jd_indicators_load (lists->indicators, lists->cues, settings->indicators, error);
}

static gboolean
load_extras (const Settings *settings, Lists *lists, GError **error)
{
  for (gsize i = 0; settings->extra_units[i] != NULL; i++)
    if (!jd_units_load (lists->units, settings->extra_units[i], error))
      return FALSE;
  for (gsize i = 0; settings->extra_names[i] != NULL; i++)
    if (!jd_words_load (lists->names, settings->extra_names[i], error))
      return FALSE;
  for (gsize i = 0; settings->extra_indicators[i] != NULL; i++)
    if (!jd_indicators_load (lists->indicators, lists->cues, settings->extra_indicators[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
prepare (gconstpointer settings, gpointer *state, GError **error)
{
  Lists *lists = lists_new ();

  if (!load_lists (settings, lists, error) || !load_extras (settings, lists, error))
    {
      lists_free (lists);
      return FALSE;
    }
  jd_units_build (lists->units);
  jd_bounds_build (lists->bounds);
  jd_words_build (lists->names);
  jd_words_build (lists->cues);
  jd_indicators_build (lists->indicators);
  *state = lists;
  return TRUE;
}

/* 百分之六 has no sign and 翻一番 no 倍. */
static const char *
unit_name (const JdFigure *figure)
{
  if (figure->unit != NULL)
    return figure->unit->name;
  if (figure->kind == JD_FIGURE_PERCENT)
    return "%";
  return figure->kind == JD_FIGURE_MULTIPLE ? "倍" : "";
}

static JdRecord
write_figure (const Writer *writer, const JdFigure *figure)
{
  JdRecord record
      = jd_output_append (writer->output, "quantity", figure->core.begin, figure->core.end);

  jd_record_set_string (record, "kind", kinds[figure->kind], -1);
  if (figure->has_value)
    jd_record_set_decimal (record, "value", figure->value);
  if (figure->has_high)
    jd_record_set_decimal (record, "value_high", figure->high);
  if (figure->overflow)
    jd_record_set_boolean (record, "overflow", TRUE);
  if (figure->kind == JD_FIGURE_DATE)
    jd_record_set_string (record, "date", figure->date.iso, -1);
  else if (figure->kind != JD_FIGURE_NAME)
    jd_record_set_string (record, "unit", unit_name (figure), -1);
  return record;
}

static void
write_statement (const Writer *writer, JdRecord record, const JdStatement *statement)
{
  const JdIndicator *indicator = statement->noun.indicator;

  jd_record_set_string (record, "bound", bounds[statement->bound], -1);
  jd_record_set_string (record, "measure", measures[statement->measure], -1);
  jd_record_set_string (record, "status", statuses[statement->status], -1);
  if (statement->aggregate != JD_AGGREGATE_NONE)
    jd_record_set_string (record, "aggregate", aggregates[statement->aggregate - 1], -1);
  if (*statement->period.text != '\0')
    jd_record_set_string (record, "period", statement->period.text, -1);
  if (indicator != NULL && indicator->id != NULL)
    jd_record_set_string (record, "indicator_id", indicator->id, -1);
  if (!jd_noun_is_empty (&statement->noun))
    {
      g_string_truncate (writer->indicator, 0);
      jd_noun_append (&statement->noun, writer->text, writer->indicator);
      jd_record_set_string (record, "indicator", writer->indicator->str,
                            (gssize)writer->indicator->len);
    }
}

static void
write_figures (const Writer *writer, JdReading *reading, const GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const JdFigure *figure = &g_array_index (figures, JdFigure, i);
      JdRecord record = write_figure (writer, figure);
      JdStatement statement;

      if (jd_reading_next (reading, i, &statement))
        write_statement (writer, record, &statement);
      else
        jd_record_set_string (record, "status", "other", -1);
    }
}

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  const Lists *lists = state;
  const JdScanner scanner = { lists->units, lists->bounds, lists->names };
  const JdNounLists nouns = { lists->indicators, lists->cues };
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (JdFigure));
  g_autoptr (GString) indicator = g_string_new (NULL);
  g_autoptr (JdContext) context = jd_context_new (document, lists->cues);
  g_autoptr (JdReading) reading = NULL;
  Writer writer = { .output = output, .indicator = indicator };
  gsize length;

  (void)error;
  writer.text = jd_document_text (document, &length);
  jd_figure_scan (&scanner, writer.text, length, figures);
  reading = jd_reading_new (&nouns, context, writer.text, length, figures);
  write_figures (&writer, reading, figures);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "number", .version = JD_VERSION,
              .summary = "Reads figures: value, unit, bound, what they measure, period and status",
              .licence = "LGPL-2.1-or-later" },
  .needs = needs,
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .prepare = prepare,
  .analyze = analyze,
  .release = lists_free,
};
