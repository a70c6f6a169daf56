/* test-outcome.c - what became of a goal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/achievement/outcome.h"

#include <string.h>

#include "core/model/corpus.h"
#include "tests/unit/suite.h"

static const JdTolerances usual = { { 5, 1 }, { 10, 0 }, { 5, 1 }, { 5, 0 } };

static const JdField target_fields[] = {
  { "indicator_id", JD_FIELD_STRING },
  { "measure", JD_FIELD_STRING },
  { "unit", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { "bound", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "relation", JD_FIELD_STRING },
  { "quantity", JD_FIELD_REFERENCE, .target = "quantity" },
  { NULL },
};
static const JdField quantity_fields[] = {
  { "indicator_id", JD_FIELD_STRING },
  { "measure", JD_FIELD_STRING },
  { "unit", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { "bound", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "aggregate", JD_FIELD_STRING },
  { "status", JD_FIELD_STRING },
  { NULL },
};
static const JdField claim_fields[] = {
  { "indicator_id", JD_FIELD_STRING },
  { "verdict", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { NULL },
};
static const JdLayerSpec specs[] = {
  { "target", JD_LAYER_SPANS, .fields = target_fields },
  { "quantity", JD_LAYER_SPANS, .fields = quantity_fields },
  { "claim", JD_LAYER_SPANS, .fields = claim_fields },
  { NULL },
};

/* `row` is the spec's name and then its fields, parted by "|"; what is empty is not set. */
static void
stage_row (JdOutput *output, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);
  const JdLayerSpec *spec = specs;
  JdRecord record;

  while (strcmp (spec->name, cells[0]) != 0)
    spec++;
  record = jd_output_append (output, spec->name, 0, 1);
  for (gsize i = 0; cells[i + 1] != NULL; i++)
    {
      const JdField *field = &spec->fields[i];
      JdDecimal value;

      if (field->type == JD_FIELD_STRING && *cells[i + 1] != '\0')
        jd_record_set_string (record, field->name, cells[i + 1], -1);
      else if (jd_decimal_parse (cells[i + 1], -1, &value))
        jd_record_set_decimal (record, field->name, value);
    }
  if (strcmp (spec->name, "quantity") == 0)
    jd_record_set_string (record, "status", "actual", -1);
}

static void
add_layer (JdDocument *document, const JdOutput *output, const JdLayerSpec *spec)
{
  static const char *const names[] = { "test" };
  const JdStagedLayer *staged = jd_output_layer (output, spec->name);
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, staged != NULL ? staged->n_rows : 1);

  for (gsize i = 0; staged != NULL && i < staged->n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  jd_document_add_layer (document, jd_layer_new (schema, rows, staged != NULL ? staged->n_rows : 0,
                                                 names, document));
}

static JdDocument *
new_report (const char *year, const char *review, const char *const *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdOutput) output = jd_output_new (specs, FALSE);
  JdDocument *document = jd_document_new (year, "-", jd_text_new ("a", 1, NULL));

  jd_document_give_fact (document, "report_year", year);
  jd_document_give_fact (document, "review_period", review);
  for (; *rows != NULL; rows++)
    stage_row (output, *rows);
  ck_assert (jd_output_check (output, document, &error));
  for (const JdLayerSpec *spec = specs; spec->name != NULL; spec++)
    add_layer (document, output, spec);

  return document;
}

/* The goal's report is of 2022, the others of 2023 and 2027.  "verdict value", value "-" where
 * there is none, and "claimed". */
static char *
follow (const char *goal, const char *const *next, const char *const *last)
{
  const char *const goals[] = { goal, NULL };
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  g_autoptr (GPtrArray) corpora = NULL;
  g_autoptr (GArray) papers = NULL;
  const JdPaper *paper;
  char value[JD_DECIMAL_BUFFER] = "-";
  JdOutcome outcome;

  g_ptr_array_add (documents, new_report ("2022", "2017/2021", goals));
  g_ptr_array_add (documents, new_report ("2023", "2022", next));
  g_ptr_array_add (documents, new_report ("2027", "2022/2026", last));
  corpora = jd_corpus_group_documents (documents, NULL, left_out);
  papers = jd_papers_new (g_ptr_array_index (corpora, 0));
  paper = &g_array_index (papers, JdPaper, 0);
  jd_outcome_find (paper, 0,
                   jd_papers_reviewing (papers,
                                        jd_rows_string (&paper->targets, 0, JD_COLUMN_PERIOD)),
                   &usual, &outcome);
  if (outcome.has_figure)
    jd_decimal_format (outcome.figure.low, value);

  return g_strdup_printf ("%s %s%s", jd_verdict_name (outcome.verdict), value,
                          outcome.claimed ? " claimed" : "");
}

START_TEST (follows_a_goal_into_the_next_report)
{
  static const struct
  {
    const char *goal;
    const char *next[4];
    const char *answer;
  } cases[] = {
    { "target|gdp|growth|%|7|at_least|2022",
      { "quantity|gdp|level|元|9||2022", "quantity|gdp|growth|%|6||2021",
        "quantity|gdp|growth|%|7.2||2022" },
      "met 7.2" },
    { "target|gdp|growth|%|7|at_least|2022",
      { "quantity|gdp|growth|%|7.2||2018/2022", "quantity|gdp|growth|%|7.2||2022|annual_average" },
      "unknown -" },
    { "target|exports|growth|%|7|at_least|2022",
      { "quantity|exports|decline|%|3||2022" },
      "missed -3" },
    { "target|energy_intensity|decline|%|2|at_least|2022",
      { "quantity|energy_intensity|decline|%|2.6|over|2022" },
      "exceeded 2.6" },
    { "target|cpi|growth|%|3|about|2022", { "quantity|cpi|decline|%|0.3||2022" }, "met -0.3" },
    { "target|resident_income|growth||||2022|sync:gdp",
      { "quantity|resident_income|growth|%|6.5||2022", "quantity|gdp|growth|%|7||2022" },
      "met 6.5" },
    { "target|resident_income|growth||||2022|sync:gdp",
      { "quantity|resident_income|growth|%|6.5||2022" },
      "unknown 6.5" },
    { "target|resident_income|growth||||2022|faster_than:gdp",
      { "quantity|resident_income|growth|%|7||2022", "quantity|gdp|growth|%|7||2022" },
      "missed 7" },
    { "target|resident_income|growth||||2022|sync:gdp",
      { "quantity|urban_income|growth|%|7||2022", "quantity|rural_income|growth|%|8||2022",
        "quantity|gdp|growth|%|7||2022" },
      "met -" },
    { "target|resident_income|growth||||2022|sync:gdp",
      { "quantity|urban_income|growth|%|6||2022", "quantity|rural_income|growth|%|8||2022",
        "quantity|gdp|growth|%|7||2022" },
      "unknown -" },
    { "target|resident_income|growth||||2022|sync:gdp",
      { "quantity|urban_income|growth|%|6||2022", "quantity|gdp|growth|%|7||2022" },
      "unknown -" },
    { "target|trade_total|growth||||2022|stable",
      { "quantity|trade_total|growth|%|0.1||2022" },
      "met 0.1" },
    { "target|trade_total|growth||||2022|stable",
      { "quantity|trade_total|decline|%|4||2022" },
      "missed -4" },
    { "target|energy_intensity|decline||||2022|complete_assigned",
      { "quantity|energy_intensity|decline|%|4||2022" },
      "unknown 4" },
    { "target|project_investment|level|元|100||2022",
      { "quantity|project_investment|completion|%|103.4||2022" },
      "met - claimed" },
    { "target|gdp|growth|%|7|about|2022", { "claim|gdp|met|2022" }, "met - claimed" },
    { "target|energy_intensity|decline||||2022|complete_assigned",
      { "quantity|energy_intensity|decline|%|4||2022", "claim|energy_intensity|met|2022" },
      "met - claimed" },
    { "target|gdp|growth|%|7|about|2022", { "claim|gdp|met|2021" }, "unknown -" },
    { "target|gdp|growth|%|7|about|2030", { "quantity|gdp|growth|%|7||2030" }, "unknown -" },
  };
  static const char *const nothing[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = follow (cases[i].goal, cases[i].next, nothing);

      ck_assert_msg (strcmp (answer, cases[i].answer) == 0, "case %zu: %s, not %s", i, answer,
                     cases[i].answer);
    }
}
END_TEST

START_TEST (follows_a_goal_into_the_review_of_its_term)
{
  static const char *const next[] = { "quantity|urbanization_rate|share|%|80||2022", NULL };
  static const char *const last[]
      = { "quantity|urbanization_rate|share|%|84||2022/2026",
          "quantity|gdp|growth|%|6.1||2022/2026|annual_average",
          "quantity|resident_income|growth|%|6||2022/2026|annual_average", NULL };
  static const struct
  {
    const char *goal;
    const char *answer;
  } cases[] = {
    { "target|urbanization_rate|share|%|83|over|2026", "exceeded 84" },
    { "target|urbanization_rate|share|%|84|over|2022/2026", "met 84" },
    { "target|gdp|growth|%|6|over|2022/2026", "unknown -" },
    { "target|resident_income|growth||||2022/2026|sync:gdp", "met 6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = follow (cases[i].goal, next, last);

      ck_assert_str_eq (answer, cases[i].answer);
    }
}
END_TEST

JD_SUITE ("outcome",
          follows_a_goal_into_the_next_report,
          follows_a_goal_into_the_review_of_its_term)
