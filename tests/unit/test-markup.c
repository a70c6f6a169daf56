/* test-markup.c - marks taken out, and what they marked
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/text/repair.h"

#include "suite.h"

enum
{
  MOST_MARKS = 3
};

typedef struct
{
  JdMarkupKind kind;
  int level;
  const char *words;
} Mark;

typedef struct
{
  const char *raw;
  const char *text;
  Mark marks[MOST_MARKS + 1]; /* those without words are none */
} Case;

static void
check_mark (const JdRepair *repair, const JdMarkup *markup, const Mark *mark)
{
  g_autofree char *words
      = g_strndup (repair->text + markup->span.begin, markup->span.end - markup->span.begin);

  ck_assert_int_eq (markup->kind, mark->kind);
  ck_assert_int_eq (markup->level, mark->level);
  ck_assert_str_eq (words, mark->words);
}

static void
check_case (const Case *row)
{
  JdRepair repair;
  gsize n_marks = 0;

  while (row->marks[n_marks].words != NULL)
    n_marks++;
  jd_repair_init (&repair, row->raw, strlen (row->raw));
  ck_assert_str_eq (repair.text, row->text);
  ck_assert_uint_eq (repair.markup->len, n_marks);
  for (gsize i = 0; i < n_marks; i++)
    check_mark (&repair, &g_array_index (repair.markup, JdMarkup, i), &row->marks[i]);
  jd_repair_clear (&repair);
}

static void
check_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    check_case (&cases[i]);
}

START_TEST (takes_heading_marks_off)
{
  static const Case cases[] = {
    { "# 报告\n", "报告\n", { { JD_MARKUP_HEADING, 1, "报告" } } },
    { "###报告", "报告", { { JD_MARKUP_HEADING, 3, "报告" } } },
    { "  ###### 报告  \n", "报告\n", { { JD_MARKUP_HEADING, 6, "报告" } } },
    { "## 报告 ##\n", "报告\n", { { JD_MARKUP_HEADING, 2, "报告" } } },
    { "####### 报告", "####### 报告", { { 0 } } },
    { "# 5#机组 6#", "5#机组 6#", { { JD_MARKUP_HEADING, 1, "5#机组 6#" } } },
    { "5#、6#机组", "5#、6#机组", { { 0 } } },
    { "#\n## \n报告", "\n\n报告", { { 0 } } },
    { "## **一、回顾**",
      "一、回顾",
      { { JD_MARKUP_HEADING, 2, "一、回顾" }, { JD_MARKUP_BOLD, 0, "一、回顾" } } },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (takes_bold_marks_out)
{
  static const Case cases[] = {
    { "**抓项目。**全力推进。", "抓项目。全力推进。", { { JD_MARKUP_BOLD, 0, "抓项目。" } } },
    { "**抓项目**。全力推进。", "抓项目。全力推进。", { { JD_MARKUP_BOLD, 0, "抓项目" } } },
    { "***抓项目***。", "抓项目。", { { JD_MARKUP_BOLD, 0, "抓项目" } } },
    { "**甲****乙**丙", "甲乙丙", { { JD_MARKUP_BOLD, 0, "甲乙" } } },
    { "2 * 3 * 4", "2 * 3 * 4", { { 0 } } },
    /* marks without a partner in the paragraph */
    { "**抓项目。\n全力推进。", "抓项目。\n全力推进。", { { 0 } } },
    { "抓项目。**\n**甲**", "抓项目。\n甲", { { JD_MARKUP_BOLD, 0, "甲" } } },
    { "****", "****", { { 0 } } },
    /* closed and opened again, or not closed, where a page ends */
    { "**增长8%，**\n\n**就业平稳。**",
      "增长8%，就业平稳。",
      { { JD_MARKUP_BOLD, 0, "增长8%，就业平稳。" } } },
    { "**增长8%，\n\n就业平稳。**",
      "增长8%，就业平稳。",
      { { JD_MARKUP_BOLD, 0, "增长8%，就业平稳。" } } },
    { "**增长8%，**\n\n就业平稳。", "增长8%，就业平稳。", { { JD_MARKUP_BOLD, 0, "增长8%，" } } },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (takes_subscript_marks_out)
{
  static const Case cases[] = {
    { "PM<sub>2.5</sub>、PM<SUB>10</SUB>",
      "PM2.5、PM10",
      { { JD_MARKUP_SUBSCRIPT, 0, "2.5" }, { JD_MARKUP_SUBSCRIPT, 0, "10" } } },
    { "PM_{2.5}浓度", "PM2.5浓度", { { JD_MARKUP_SUBSCRIPT, 0, "2.5" } } },
    { "PM₁₀、m<sup>2</sup>", "PM₁₀、m2", { { 0 } } },
    { "PM<sub>2.5浓度", "PM2.5浓度", { { 0 } } },
    { "PM</sub>2.5", "PM2.5", { { 0 } } },
    { "PM_{2.5\n}", "PM_{2.5\n}", { { 0 } } },
    { "a_b{c}<su", "a_b{c}<su", { { 0 } } },
    { "x < 5、<br>", "x < 5、<br>", { { 0 } } },
    { "_{}", "", { { 0 } } },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (takes_escapes_out)
{
  static const Case cases[] = {
    { "\\*\\*甲\\*\\*", "**甲**", { { 0 } } },
    { "5\\#机组", "5#机组", { { 0 } } },
    { "甲\\乙\\", "甲\\乙\\", { { 0 } } },
    { "\\\\", "\\", { { 0 } } },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (takes_blanks_off_both_ends_of_a_line)
{
  static const Case cases[] = {
    { "　　各位代表：　\n", "各位代表：\n", { { 0 } } },
    { "    （六）改善民生  \n\t\n 甲 乙 ", "（六）改善民生\n\n甲 乙", { { 0 } } },
    { "\u00a0\u00a0甲\u200b\r\n", "甲\n", { { 0 } } },
    { "甲\u3000", "甲", { { 0 } } }, /* no line break at the end */
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}
END_TEST

JD_SUITE ("markup",
          takes_heading_marks_off,
          takes_bold_marks_out,
          takes_subscript_marks_out,
          takes_escapes_out,
          takes_blanks_off_both_ends_of_a_line)
