/* test-outline.c - a report's text as sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/section/outline.h"
#include "suite.h"

/* "level role number title", one line a section, "-" for what is missing. */
static char *
outline_with (const char *text, LeadContext with)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("abs_top_srcdir"), "plugins", "section", "roles.tsv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Roles) roles = roles_load (path, &error);
  g_autoptr (GArray) sections = NULL;
  GString *answer = g_string_new (NULL);

  jd_assert_no_error (error);
  with.text = text;
  with.roles = roles;
  sections = outline_new (&with, strlen (text));
  for (guint i = 0; i < sections->len; i++)
    {
      const Section *s = &g_array_index (sections, Section, i);
      int n = (int)(s->number.end - s->number.begin), m = (int)(s->title.end - s->title.begin);

      ck_assert_uint_lt (s->begin, s->end);
      g_string_append_printf (answer, "%d %s %.*s %.*s\n", s->level,
                              s->role != ROLE_NONE ? role_names[s->role] : "-", n > 0 ? n : 1,
                              n > 0 ? text + s->number.begin : "-", m > 0 ? m : 1,
                              m > 0 ? text + s->title.begin : "-");
    }

  return g_string_free (answer, FALSE);
}

static char *
outline (const char *text, const JdSpan *bold, gsize n_bold)
{
  return outline_with (text, (LeadContext){ .bold = bold, .n_bold = n_bold });
}

static void
assert_outline (const char *text, const char *expected)
{
  g_autofree char *answer = outline (text, NULL, 0);

  ck_assert_str_eq (answer, expected);
}

#define FRONT "政 府 工 作 报 告\n——2022年3月8日\n各位代表：\n现在向大会报告工作，请予审议。\n"
#define FRONT_ROWS "0 front - 政 府 工 作 报 告\n1 opening - -\n"

START_TEST (nests_numbered_headings)
{
  assert_outline (FRONT
                  "一、2021年工作回顾\n去年很好。\n（一）产业稳步发展。完成投资九亿元，增长较快。\n"
                  "（二）城乡面貌改善\n新建道路三条。\n二、2022年重点工作\n（一）发展产业\n",
                  FRONT_ROWS "1 review 一 2021年工作回顾\n2 review （一） 产业稳步发展\n"
                             "2 review （二） 城乡面貌改善\n1 tasks 二 2022年重点工作\n"
                             "2 tasks （一） 发展产业\n");
}
END_TEST

START_TEST (finds_parts_without_heading)
{
  assert_outline (
      FRONT "一、2021年工作回顾\n去年很好。\n（一）产业稳步发展\n投资增长较快，项目不断增多。\n"
            "同时，国防和档案工作取得进步。\n各位代表！成绩来之不易，向大家表示衷心的感谢！\n"
            "我们也清醒地看到，还存在不少问题：一是产业不强；二是人才不足。\n"
            "二、2022年工作安排\n今年是关键一年。今年的主要预期目标是：增长百分之七。\n"
            "（一）发展产业\n各位代表！新形势对加强政府自身建设提出了要求。\n"
            "各位代表！让我们团结奋斗！\n",
      FRONT_ROWS "1 review 一 2021年工作回顾\n2 review （一） 产业稳步发展\n2 review - -\n"
                 "2 thanks - -\n2 problems - -\n4 problems 一是 -\n4 problems 二是 -\n"
                 "1 tasks 二 2022年工作安排\n2 targets - -\n2 tasks （一） 发展产业\n"
                 "1 self_building - -\n1 closing - -\n");
}
END_TEST

START_TEST (finds_review_of_term)
{
  assert_outline (FRONT "一、本届政府工作回顾\n过去五年，云溪走过了不平凡的历程。\n"
                        "五年来，我们着力调结构，产业不断壮大。新增企业九家，产值较快增长。\n"
                        "五年来，我们着力惠民生，生活更加幸福。新建学校三所，学位有所增加。\n"
                        "过去一年，我们攻坚克难。\n奋斗的历程艰辛。我们深刻体会到：必须实干。\n",
                  FRONT_ROWS "1 review 一 本届政府工作回顾\n"
                             "2 achievements_term - 五年来，我们着力调结构，产业不断壮大\n"
                             "2 achievements_term - 五年来，我们着力惠民生，生活更加幸福\n"
                             "2 review - -\n2 insights - -\n");
}
END_TEST

START_TEST (lead_sentences_come_in_series)
{
  assert_outline (
      FRONT "一、回顾\n好。\n二、重点工作\n（一）发展产业。聚焦主业。\n"
            "抓实招商。坚持以商招商，引进一批龙头企业。\n"
            "做强园区。完善基础设施，提高承载能力。\n"
            "（二）改善民生\n办好教育。新建学校三所，增加公办学位。\n扩建医院，方便群众看病。\n",
      FRONT_ROWS "1 review 一 回顾\n1 tasks 二 重点工作\n2 tasks （一） 发展产业\n"
                 "3 tasks - 抓实招商\n3 tasks - 做强园区\n2 tasks （二） 改善民生\n");
}
END_TEST

START_TEST (finds_leads_of_one_shape_inside_lines)
{
  assert_outline (
      FRONT "一、回顾\n好。\n（一）经济稳中向好。工业平稳增长。新增规模企业九家，产值增长较快。"
            "消费持续回暖。夜间经济街区人流不断，直播带货快速发展。\n",
      FRONT_ROWS "1 review 一 回顾\n2 review （一） 经济稳中向好\n"
                 "3 review - 工业平稳增长\n3 review - 消费持续回暖\n");
}
END_TEST

START_TEST (bold_tells_a_lead)
{
  static const char text[] = FRONT "一、回顾\n好。\n（一）经济向好\n产值增长较快，企业不断增多。"
                                   "消费持续回暖。夜间经济街区人流不断，直播带货快速发展。\n";
  gsize begin = (gsize)(strstr (text, "消费") - text);
  JdSpan bold = { begin, begin + strlen ("消费持续回暖") };
  g_autofree char *plain = outline (text, NULL, 0);
  g_autofree char *marked = outline (text, &bold, 1);

  ck_assert_str_eq (plain, FRONT_ROWS "1 review 一 回顾\n2 review （一） 经济向好\n");
  ck_assert_str_eq (marked, FRONT_ROWS "1 review 一 回顾\n2 review （一） 经济向好\n"
                                       "3 review - 消费持续回暖\n");
}
END_TEST

START_TEST (bold_words_begin_items)
{
  static const char text[]
      = FRONT "一、回顾\n好。\n我们深刻体会到：必须坚持党的领导，把稳方向；必须"
              "坚持人民至上，多办实事。\n";
  static const char first[] = "必须坚持党", second[] = "必须坚持人民至上";
  gsize begin = (gsize)(strstr (text, first) - text), next = (gsize)(strstr (text, second) - text);
  JdSpan bold[] = { { begin, begin + strlen (first) }, { next, next + strlen (second) } };
  g_autofree char *both = outline (text, bold, 2);
  g_autofree char *one = outline (text, bold, 1);

  ck_assert_str_eq (both,
                    FRONT_ROWS "1 review 一 回顾\n2 insights - -\n"
                               "4 insights - 必须坚持党的领导\n4 insights - 必须坚持人民至上\n");
  ck_assert_str_eq (one, FRONT_ROWS "1 review 一 回顾\n2 insights - -\n");
}
END_TEST

/* A line is indented when it begins with 我. */
static gboolean
begins_with_us (gconstpointer text, gsize offset)
{
  return g_str_has_prefix ((const char *)text + offset, "我");
}

START_TEST (topic_stands_apart_where_paragraphs_are_indented)
{
  static const char text[]
      = FRONT "一、回顾\n我们都很好。\n国民经济持续快速健康发展，综合实力不断增强，人民生活改善。\n"
              "产业平稳。产值增长较快，企业不断增多。\n我们扩大开放。进出口增长较快。\n"
              "科技教育事业在改革开放中不断前进，各项社会事业取得进步。\n新建学校三所。\n";
  g_autofree char *answer
      = outline_with (text, (LeadContext){ .indented = begins_with_us, .data = text });

  ck_assert_str_eq (answer, FRONT_ROWS
                    "1 review 一 回顾\n"
                    "3 review - 国民经济持续快速健康发展，综合实力不断增强，人民生活改善\n"
                    "3 review - 科技教育事业在改革开放中不断前进，各项社会事业取得进步\n");
}
END_TEST

START_TEST (ordinals_take_the_free_level)
{
  assert_outline (
      "各位代表：\n请予审议。\n一、回顾\n好。\n二、今年的工作建议\n第一，稳定农业\n要增产。\n"
      "第二，深化改革\n要攻坚。\n结束语\n各位代表！努力吧！\n",
      "1 opening - -\n1 review 一 回顾\n1 tasks 二 今年的工作建议\n"
      "2 tasks 第一 稳定农业\n2 tasks 第二 深化改革\n1 closing - 结束语\n");
}
END_TEST

START_TEST (gives_ends_and_parents)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  static const Section rows[] = {
    { .begin = 30, .level = LEVEL_CHAPTER, .role = ROLE_NONE },
    { .begin = 0, .level = LEVEL_FRONT, .role = ROLE_FRONT },
    { .begin = 50, .level = LEVEL_LEAD, .role = ROLE_TASKS },
    { .begin = 20, .level = LEVEL_PART, .role = ROLE_REVIEW },
    { .begin = 70, .level = LEVEL_PART, .role = ROLE_CLOSING },
  };
  static const gsize ends[] = { 20, 70, 70, 70, 90 };
  static const gsize parents[] = { JD_NO_ROW, JD_NO_ROW, 1, 2, JD_NO_ROW };
  static const Role roles[] = { ROLE_FRONT, ROLE_REVIEW, ROLE_REVIEW, ROLE_REVIEW, ROLE_CLOSING };

  g_array_append_vals (sections, rows, G_N_ELEMENTS (rows));
  tree_close (sections, 90);
  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);

      ck_assert_uint_eq (section->end, ends[i]);
      ck_assert_uint_eq (section->parent, parents[i]);
      ck_assert_int_eq (section->role, roles[i]);
    }
  g_array_unref (sections);
}
END_TEST

START_TEST (other_texts_have_no_sections)
{
  assert_outline ("", "");
  assert_outline ("今天天气很好。\n我们去公园。\n", "");
  assert_outline ("\n \n", "");
}
END_TEST

JD_SUITE ("outline",
          nests_numbered_headings,
          finds_parts_without_heading,
          finds_review_of_term,
          lead_sentences_come_in_series,
          finds_leads_of_one_shape_inside_lines,
          bold_tells_a_lead,
          bold_words_begin_items,
          topic_stands_apart_where_paragraphs_are_indented,
          ordinals_take_the_free_level,
          gives_ends_and_parents,
          other_texts_have_no_sections)
