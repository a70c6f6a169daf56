/* test-numbering.c - the number that a heading or an item begins with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/section/numbering.h"
#include "suite.h"

START_TEST (reads_numbers)
{
  static const struct
  {
    const char *text;
    NumberingKind kind;
    guint value;
    const char *number;
    const char *rest;
  } rows[] = {
    { "一、工作回顾", NUMBERING_PART, 1, "一", "工作回顾" },
    { "十二、 其他", NUMBERING_PART, 12, "十二", "其他" },
    { "二十、其他", NUMBERING_PART, 20, "二十", "其他" },
    { "（三）项目", NUMBERING_CHAPTER, 3, "（三）", "项目" },
    { "(十)项目", NUMBERING_CHAPTER, 10, "(十)", "项目" },
    { "第二，深化改革", NUMBERING_ORDINAL, 2, "第二", "深化改革" },
    { "1.夯实基础", NUMBERING_FIGURE, 1, "1", "夯实基础" },
    { "12、夯实基础", NUMBERING_FIGURE, 12, "12", "夯实基础" },
    { "（2）夯实", NUMBERING_BRACKET, 2, "（2）", "夯实" },
    { "一是产业", NUMBERING_ITEM, 1, "一是", "产业" },
    { "三要抓实", NUMBERING_ITEM, 3, "三要", "抓实" },
    { "——坚持创新", NUMBERING_DASH, 0, "", "坚持创新" },
    { "───坚持创新", NUMBERING_DASH, 0, "", "坚持创新" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *text = rows[i].text;
      Numbering numbering = numbering_read (text, 0, strlen (text));
      g_autofree char *number = g_strndup (text + numbering.number.begin,
                                           numbering.number.end - numbering.number.begin);

      ck_assert_msg (numbering.kind == rows[i].kind, "%s", text);
      ck_assert_uint_eq (numbering.value, rows[i].value);
      ck_assert_str_eq (number, rows[i].number);
      ck_assert_str_eq (text + numbering.rest, rows[i].rest);
    }
}
END_TEST

START_TEST (leaves_other_beginnings)
{
  static const char *const rows[]
      = { "",       "一、二、三产业", "1.5亿元", "一批项目", "（区）", "第一产业", "—坚持",
          "十十、", "各位代表：",     "（一",    "123.",     "0.",     "、" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (numbering_read (rows[i], 0, strlen (rows[i])).kind == NUMBERING_NONE, "%s",
                   rows[i]);
}
END_TEST

JD_SUITE ("numbering", reads_numbers, leaves_other_beginnings)
