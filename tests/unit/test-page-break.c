/* test-page-break.c - which lines go on with a sentence and which begin a paragraph
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/text/repair.h"

#include "suite.h"

typedef struct
{
  const char *raw;
  const char *text; /* NULL: as it was */
} Case;

static void
check_case (const char *head, const Case *row)
{
  g_autofree char *raw = g_strconcat (head, row->raw, NULL);
  g_autofree char *text = g_strconcat (head, row->text != NULL ? row->text : row->raw, NULL);
  JdRepair repair;

  jd_repair_init (&repair, raw, strlen (raw));
  ck_assert_str_eq (repair.text, text);
  jd_repair_clear (&repair);
}

static void
check_cases (const char *head, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    check_case (head, &cases[i]);
}

static const char salutation[] = "各位代表：\n\n";

/* The sentence that most cases break, long enough to be no heading. */
#define CLAUSE "全区新建改建农村公路三百公里，改造老旧小区二十个，惠及居民"

START_TEST (joins_a_sentence_that_a_page_broke)
{
  static const Case cases[] = {
    /* inside a word, between an indicator and its number, a number and its unit */
    { CLAUSE "一万\n\n余户。", CLAUSE "一万余户。" },
    { CLAUSE "增长\n\n8.7%；税收平稳。", CLAUSE "增长8.7%；税收平稳。" },
    { CLAUSE "2106\n\n户。", CLAUSE "2106户。" },
    { CLAUSE "2106\n\n％以上。", CLAUSE "2106％以上。" },
    /* a pause needs more, however short the line */
    { "云溪区上下，\n\n同心同德。", "云溪区上下，同心同德。" },
    { "种植桃树、\n\n梨树。", "种植桃树、梨树。" },
    { "振兴教育，\n\n一要增加投入。", "振兴教育，一要增加投入。" },
    { "**税收增长8%，**\n\n就业平稳。", "税收增长8%，就业平稳。" },
    { "**税收增长8%，**\n\n**就业平稳。**", "税收增长8%，就业平稳。" },
    /* no line ends with what opens, none begins with what closes */
    { "认真贯彻《\n云溪条例\n》，成效明显。", "认真贯彻《云溪条例》，成效明显。" },
    { "他们说“好。\n\n”大家都笑了。", "他们说“好。”大家都笑了。" },
    { "# 关于《\n云溪条例\n》的说明", "关于《云溪条例》的说明" },
    { "完成投资（\n\n含续建）八亿元。", "完成投资（含续建）八亿元。" },
    /* inside quotation marks, bold and inline HTML */
    { "开展“技能照\n\n亮前程”行动。", "开展“技能照亮前程”行动。" },
    { "做好**稳定就\n\n业**工作。", "做好稳定就业工作。" },
    { "控制PM<sub>2.\n\n5</sub>浓度。", "控制PM2.5浓度。" },
    { CLAUSE "PM<sub>10</sub>、优\n\n良天数上升。", CLAUSE "PM10、优良天数上升。" },
    /* behind closing marks that end no sentence */
    { CLAUSE "“一地一策”\n\n专班推进。", CLAUSE "“一地一策”专班推进。" },
    { CLAUSE "（含续建）\n\n全部完工。", CLAUSE "（含续建）全部完工。" },
    /* running text in an item or under a heading's number */
    { "——坚持绿色转型。碳排放总量持续下降，粮食综\n\n合生产能力提高。",
      "——坚持绿色转型。碳排放总量持续下降，粮食综合生产能力提高。" },
    { "（一）强化项目支撑。全年实施重点项目八十个，投资完\n\n成年度计划。",
      "（一）强化项目支撑。全年实施重点项目八十个，投资完成年度计划。" },
    /* twice, and across a paragraph's line breaks */
    { CLAUSE "一\n\n万\n\n户。", CLAUSE "一万户。" },
    /* what only looks like a number of a heading */
    { CLAUSE "推动\n\n一、二、三产业融合。", CLAUSE "推动一、二、三产业融合。" },
    { CLAUSE "共\n\n各位代表满意的项目十个。", CLAUSE "共各位代表满意的项目十个。" },
  };

  check_cases (salutation, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (drops_what_stands_between_two_pages_of_a_sentence)
{
  static const char *const furniture[]
      = { "12",    "- 12 -", "—12—",  "— 12 —",           "－ 12 －", "第12页", "第 12 页 共 30 页",
          "12/30", "---",    "* * *", "<!-- page 12 -->", "\f12" };

  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    {
      g_autofree char *raw
          = g_strdup_printf ("%s\n\n%s\n\n\n户。\n\n%s\n", CLAUSE "一万", furniture[i], CLAUSE);
      g_autofree char *text = g_strdup_printf ("%s户。\n\n%s\n", CLAUSE "一万", CLAUSE);

      check_case (salutation, &(Case){ raw, text });
    }
}
END_TEST

START_TEST (keeps_a_number_that_is_no_page)
{
  static const Case cases[] = {
    { "公路三百公里。\n\n12\n\n小区二十个。", NULL }, /* no sentence is broken */
    { "公路三百公里。\n\n- 12 -\n\n小区二十个。", NULL },
    { CLAUSE "一万\n12\n户。", CLAUSE "一万12户。" }, /* not alone */
    { CLAUSE "\n\n2025\n\n户。", CLAUSE "2025户。" }, /* more like a year */
  };

  check_cases (salutation, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (joins_lines_of_one_width)
{
  static const Case cases[] = {
    { "全区新建改建农村公路三百公里，改造老旧小区二\n十个，惠及居民一万多户，城区新增停车位六百余\n"
      "个。",
      "全区新建改建农村公路三百公里，改造老旧小区二十个，惠及居民一万多户，城区新增停车位六百余个"
      "。" },
    { "全区新建改建农村公路三百公里，改造老旧小区二\r\n十个。\r\n",
      "全区新建改建农村公路三百公里，改造老旧小区二十个。\n" },
  };

  check_cases (salutation, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (keeps_paragraphs_apart)
{
  static const Case cases[] = {
    /* the sentence has ended */
    { CLAUSE "一万户。\n\n新的一年来了。", NULL },
    { CLAUSE "一万户！\n新的一年来了。", NULL },
    { CLAUSE "一万户：\n\n新的一年来了。", NULL },
    { CLAUSE "一万户；\n\n新的一年来了。", NULL },
    { CLAUSE "一万户。”\n\n新的一年来了。", NULL },
    { "**" CLAUSE "一万户。**\n\n新的一年来了。", CLAUSE "一万户。\n\n新的一年来了。" },
    { "**" CLAUSE "一万户。\n\n新的一年来了。**", CLAUSE "一万户。\n\n新的一年来了。" },
    /* the line is a heading */
    { "一、二〇二五年工作回顾和“十四五”时期主要成就\n\n过去一年，成绩很大。", NULL },
    { "（一）产业转型优化升级，经济增长稳中提质，后劲持续增强\n全区上下努力。", NULL },
    { "第二，认真做好金融工作，防范和化解金融风险，服务实体经济\n\n金融平稳。", NULL },
    { "## 城市建设提质增效，乡村面貌持续改善，群众生活更加美好\n\n道路通车。",
      "城市建设提质增效，乡村面貌持续改善，群众生活更加美好\n\n道路通车。" },
    { "## 做好工作，\n\n道路通车。", "做好工作，\n\n道路通车。" },
    { "工作回顾\n\n过去一年，成绩很大。", NULL },
    { "过去五年，国民经济保持良好发展势头，结构调整迈出步伐\n\n\n经济增长较快。", NULL },
    { "过去五年，国民经济保持良好发展势头，结构调整迈出步伐\n经济增长较快，"
      "全区生产总值连续五年保持百分之六以上的增长速度。",
      NULL },
    { "（二〇二五年二月六日在云溪区人民代表大会第五次会议上）\n\n区长的话", NULL },
    /* the next line begins something */
    { CLAUSE "一万户\n\n二、今年工作", NULL },
    { CLAUSE "一万户\n\n（二）今年工作", NULL },
    { CLAUSE "一万户，\n\n（二）今年工作", NULL },
    { CLAUSE "一万户\n\n第二章 今年工作", NULL },
    { CLAUSE "一万户\n\n## 今年工作", CLAUSE "一万户\n\n今年工作" },
    { CLAUSE "一万户\n\n各位代表！今年要努力。", NULL },
    { CLAUSE "一万户\n\n——坚持创新。", NULL },
    { CLAUSE "一万户\n\n二是坚持创新。", NULL },
    { CLAUSE "一万户\n\n2. 坚持创新。", NULL },
    { CLAUSE "一万户\n\n（2）坚持创新。", NULL },
    { CLAUSE "一万户\n\n- 坚持创新。", NULL },
    { CLAUSE "一万户\n\n**坚持创新。**", CLAUSE "一万户\n\n坚持创新。" },
    { CLAUSE "一万户\n\n　　新的一年来了。", CLAUSE "一万户\n\n新的一年来了。" },
    /* a line of its own */
    { "各位代表，\n\n新的一年来了。", NULL },
    { "| 指标，数值，全年完成情况的说明，单位 | 8 |\n| 税收 | 9 |", NULL },
  };

  check_cases (salutation, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (leaves_the_head_of_a_report_alone)
{
  static const Case cases[] = {
    { "政府工作报告\n\n——二〇二五年二月六日在江临市云溪区第六届人民代表大会\n\n第五次会议上\n\n"
      "云溪区人民政府区长、党组书记，并代表区政府党组全体成员作报告的\n\n李 明\n\n各位代表：\n",
      NULL },
    { "关于二〇二五年工作情况，以及二〇二六年工作安排的报告，提请审议\n\n区人民政府\n", NULL },
  };

  check_cases ("", cases, G_N_ELEMENTS (cases));
}
END_TEST

JD_SUITE ("page-break",
          joins_a_sentence_that_a_page_broke,
          drops_what_stands_between_two_pages_of_a_sentence,
          keeps_a_number_that_is_no_page,
          joins_lines_of_one_width,
          keeps_paragraphs_apart,
          leaves_the_head_of_a_report_alone)
