/* test-goal.c - goals and claims of a report
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/target/goal.h"

#include <string.h>

#include "core/model/document.h"
#include "tests/unit/suite.h"

static const JdField quantity_fields[] = {
  { "indicator", JD_FIELD_STRING },
  { "measure", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "unit", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "status", JD_FIELD_STRING },
  { "kind", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { NULL },
};
static const JdField section_fields[] = { { "role", JD_FIELD_STRING }, { NULL } };
static const JdLayerSpec quantity = { "quantity", JD_LAYER_SPANS, .fields = quantity_fields };
static const JdLayerSpec section = { "section", JD_LAYER_SPANS, .fields = section_fields };

static const JdField target_fields[] = {
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "measure", JD_FIELD_STRING },
  { "value", JD_FIELD_DECIMAL },
  { "unit", JD_FIELD_STRING },
  { "bound", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "scope", JD_FIELD_STRING },
  { "relation", JD_FIELD_STRING },
  { "quantity", JD_FIELD_REFERENCE, .target = "quantity" },
  { NULL },
};
static const JdField claim_fields[] = {
  { "indicator", JD_FIELD_STRING },
  { "indicator_id", JD_FIELD_STRING },
  { "period", JD_FIELD_STRING },
  { "verdict", JD_FIELD_STRING },
  { NULL },
};
static const JdLayerSpec gives[] = {
  { "target", JD_LAYER_SPANS, .fields = target_fields },
  { "claim", JD_LAYER_SPANS, .fields = claim_fields },
  { NULL },
};

/* Takes what was staged of one layer into the document. */
static void
add_layer (JdDocument *document, const JdOutput *output, const JdLayerSpec *spec)
{
  static const char *const names[] = { "test" };
  const JdStagedLayer *staged = jd_output_layer (output, spec->name);
  const gsize n_rows = staged != NULL ? staged->n_rows : 0;
  g_autoptr (JdSchema) schema = jd_schema_new (spec);
  g_autofree JdLayerRow *rows = g_new0 (JdLayerRow, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    rows[i] = (JdLayerRow){ staged, i, 0 };
  jd_layer_sort_rows (rows, n_rows);
  jd_document_add_layer (document, jd_layer_new (schema, rows, n_rows, names, document));
}

/* `figures`: "FIGURE|indicator|measure|period" and so on, in text order, NULL-terminated. */
static void
stage_figures (JdOutput *output, const char *text, const char *const *figures)
{
  const char *from = text;

  for (; *figures != NULL; figures++)
    {
      g_auto (GStrv) cells = g_strsplit (*figures, "|", -1);
      const char *at = strstr (from, cells[0]);
      JdDecimal value = { 0, 0 };
      JdRecord record;

      from = at + strlen (cells[0]);
      record = jd_output_append (output, "quantity", (gsize)(at - text), (gsize)(from - text));
      jd_decimal_parse (cells[0], (gssize)strspn (cells[0], "0123456789."), &value);
      jd_record_set_decimal (record, "value", value);
      jd_record_set_string (record, "kind", "amount", -1);
      jd_record_set_string (record, "status", "target", -1);
      for (gsize i = 0; cells[i + 1] != NULL; i++)
        if (*cells[i + 1] != '\0')
          jd_record_set_string (record, quantity_fields[i].name, cells[i + 1], -1);
    }
}

/* A report of 2022 that is one section. */
static JdDocument *
new_document (const char *text, const char *role, const char *const *figures)
{
  const JdLayerSpec specs[] = { quantity, section, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (JdOutput) output = jd_output_new (specs, FALSE);
  JdText *made = jd_text_new (text, strlen (text), &error);
  JdDocument *document = jd_document_new ("yunxi-2022", "-", made);
  gsize length;
  const char *read = jd_document_text (document, &length);

  jd_document_give_fact (document, "report_year", "2022");
  stage_figures (output, read, figures);
  jd_record_set_string (jd_output_append (output, "section", 0, length), "role", role, -1);
  ck_assert (jd_output_check (output, document, &error));
  add_layer (document, output, &specs[0]);
  add_layer (document, output, &specs[1]);

  return document;
}

static JdWords *
load_words (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  const char *top = g_getenv ("abs_top_srcdir");
  g_autofree char *words = g_build_filename (top, "plugins/target/words.tsv", NULL);
  g_autofree char *relations = g_build_filename (top, "plugins/target/relations.tsv", NULL);
  const JdWordFiles files = { words, relations, none, none };
  JdWords *loaded = jd_words_load (&files, &error);

  jd_assert_no_error (error);

  return loaded;
}

/* Appends "TEXT FIELD FIELD" for each record of a layer, those fields that are set. */
static void
show (GString *answer, const JdDocument *document, const char *name, const char *const *fields)
{
  const JdLayer *layer = jd_document_layer (document, name);

  for (gsize row = 0; row < jd_layer_length (layer); row++)
    {
      gsize length;
      const char *text = jd_layer_text (layer, row, &length);

      g_string_append_printf (answer, "%s%.*s", answer->len > 0 ? "; " : "", (int)length, text);
      for (gsize i = 0; fields[i] != NULL; i++)
        {
          const char *value = jd_layer_string (layer, row, jd_layer_column (layer, fields[i]));

          g_string_append_printf (answer, "%s%s", value != NULL ? " " : "",
                                  value != NULL ? value : "");
        }
    }
}

static char *
find (const char *text, const char *role, const char *const *figures)
{
  static const char *const of_target[] = { "scope", "period", "relation", "bound", NULL };
  static const char *const of_claim[] = { "verdict", "period", NULL };
  g_autoptr (JdWords) words = load_words ();
  g_autoptr (JdDocument) document = new_document (text, role, figures);
  g_autoptr (JdReport) report = jd_report_new (document, words);
  g_autoptr (JdOutput) output = jd_output_new (gives, FALSE);
  g_autoptr (GError) error = NULL;
  GString *answer = g_string_new (NULL);

  jd_goals_with_figures (report, output);
  jd_goals_without_figures (report, output);
  jd_goals_claimed (report, output);
  jd_output_check (output, document, &error);
  jd_assert_no_error (error);
  add_layer (document, output, &gives[0]);
  add_layer (document, output, &gives[1]);
  show (answer, document, "target", of_target);
  show (answer, document, "claim", of_claim);

  return g_string_free (answer, FALSE);
}

START_TEST (finds_goals)
{
  static const struct
  {
    const char *role;
    const char *text;
    const char *figures[5];
    const char *answer;
  } cases[] = {
    { "targets",
      "主要预期目标是：生产总值增长7% 左右，力争就业5000人以上。",
      { "7%|生产总值|growth|2022", "5000人|就业|level|2022" },
      "生产总值增长7% 左右 headline 2022; 就业5000人以上 headline 2022" },
    { "tasks",
      "今年经济增长预期为7%左右。实施项目86个，完成投资9亿元。",
      { "7%|经济|growth|2022", "86个|项目|level|2022", "9亿元|项目投资|level|" },
      "经济增长预期为7%左右 headline 2022; 项目86个 task 2022; 投资9亿元 task 2022" },
    { "targets",
      "主要目标是：经济增长7%左右。提出7%左右的增长目标，是积极的。",
      { "7%|经济|growth|2022", "7%|经济|growth|2022" },
      "经济增长7%左右 headline 2022" },
    { "targets",
      "坚持以目标为导向，实施项目9个。",
      { "9个|项目|level|2022" },
      "项目9个 task 2022" },
    { "plan_term",
      "城镇化率超过83%。",
      { "83%|城镇化率|share|" },
      "城镇化率超过83% headline 2022/2026" },
    { "plan_term",
      "到2030年，城镇化率超过83%。居民收入增长与经济增长同步、劳动报酬提高。",
      { "83%|城镇化率|share|" },
      "城镇化率超过83% headline 2030; 居民收入增长与经济增长同步 headline 2022/2026 sync:gdp" },
    { "tasks",
      "新建改造道路8公里、栽种行道树900株。",
      { "8公里|改造道路|level|2022", "900株|栽种行道树|level|2022" },
      "改造道路8公里 task 2022; 栽种行道树900株 task 2022" },
    { "tasks", "收储900亩土地。", { "900亩|土地|level|2022" }, "900亩土地 task 2022" },
    { "targets",
      "预期目标是：居民收入快于经济增长，完成市下达的节能减排任务，进出口平稳增长。",
      { NULL },
      "居民收入快于经济增长 headline 2022 faster_than:gdp over; "
      "节能减排任务 headline 2022 complete_assigned; 进出口平稳增长 headline 2022 stable" },
    { "tasks",
      "完善六项机制，打造15分钟生活圈，巩固8所医馆建设，发挥城南、城北两座水厂作用。",
      { "六项|机制|level|2022|项", "15分钟|生活圈|level|2022|分钟", "8所|医馆|level|2022|所",
        "两座|水厂|level|2022|座" },
      "" },
    { "tasks",
      "推进4万吨切片项目，新建两座水厂，审批时间压缩到3天。",
      { "4万吨|切片项目|level|2022|吨", "两座|水厂|level|2022|座", "3天|审批时间|level|2022|天" },
      "两座水厂 task 2022; 审批时间压缩到3天 task 2022" },
    { "tasks", "2020年以来项目达到86个。", { "86个|项目|level|2020" }, "项目达到86个 task 2022" },
    { "plan_term",
      "提出2035年远景目标。人均生产总值高于全市平均水平。",
      { NULL },
      "人均生产总值高于全市平均水平 headline 2035 over" },
    { "tasks", "居民收入增长与经济增长同步。", { NULL }, "" },
    { "review",
      "粮食产量达到预期目标，一般公共预算收入未达预期，圆满完成年度目标。",
      { NULL },
      "粮食产量达到预期目标 met 2021; 一般公共预算收入未达预期 missed 2021" },
    { "tasks", "粮食产量达到预期目标。", { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = find (cases[i].text, cases[i].role, cases[i].figures);

      ck_assert_msg (strcmp (answer, cases[i].answer) == 0, "case %zu: %s, not %s", i, answer,
                     cases[i].answer);
    }
}
END_TEST

JD_SUITE ("goal", finds_goals)
