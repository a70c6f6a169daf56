/* test-figure.c - figures in sentences, and what only looks like one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "number-lists.h"

static TestLists lists;

/* What a figure must be, as "CORE kind VALUE[..HIGH] UNIT bound"; names and dates have no more than
 * their kind. */
static char *
describe (const char *text, const JdFigure *figure)
{
  static const char *const kinds[]
      = { "amount", "percent", "multiple", "rank", "ordinal", "date", "name" };
  static const char *const bounds[]
      = { "exact", "about", "at_least", "at_most", "over", "under", "held" };
  char value[JD_DECIMAL_BUFFER] = "none", high[JD_DECIMAL_BUFFER] = "";
  g_autofree char *core
      = g_strndup (text + figure->core.begin, figure->core.end - figure->core.begin);

  if (figure->kind == JD_FIGURE_NAME)
    return g_strdup_printf ("%s name", core);
  if (figure->kind == JD_FIGURE_DATE)
    return g_strdup_printf ("%s date %s", core, figure->date.iso);
  if (figure->has_value)
    jd_decimal_format (figure->value, value);
  if (figure->has_high)
    jd_decimal_format (figure->high, high);
  return g_strdup_printf ("%s %s %s%s%s %s %s", core, kinds[figure->kind], value,
                          figure->has_high ? ".." : "", high,
                          figure->unit != NULL ? figure->unit->name : "-", bounds[figure->bound]);
}

static void
assert_figures (const char *text, const char *wanted)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (JdFigure));
  g_autoptr (GString) got = g_string_new (NULL);
  const JdScanner scanner = { lists.units, lists.bounds, lists.names };

  jd_figure_scan (&scanner, text, strlen (text), figures);
  for (guint i = 0; i < figures->len; i++)
    {
      g_autofree char *line = describe (text, &g_array_index (figures, JdFigure, i));

      g_string_append_printf (got, "%s%s", i > 0 ? "|" : "", line);
    }
  ck_assert_msg (strcmp (got->str, wanted) == 0, "%s\n got    %s\n wanted %s", text, got->str,
                 wanted);
}

static const char *const quantities[][2] = {
  { "完成投资 238.3 亿元。", "238.3 亿元 amount 23830000000 元 exact" },
  { "参保12.6余万人", "12.6余万人 amount 126000 人 over" },
  { "归集信息 700 万余条", "700 万余条 amount 7000000 条 over" },
  { "举办活动1000余场", "1000余场 amount 1000 场 over" },
  { "引进企业2-3家，", "2-3家 amount 2..3 家 exact" },
  { "有 1~2 个项目", "1~2 个 amount 1..2 个 exact" },
  { "增长6.5%－7%", "6.5%－7% percent 6.5..7 % exact" },
  { "百分之二十到三十", "百分之二十到三十 percent 20..30 - exact" },
  { "百分之二、三", "百分之二、三 percent 2..3 - exact" },
  { "二百八十万到三百万千瓦", "二百八十万到三百万千瓦 amount 2800000..3000000 千瓦 exact" },
  { "一千到两千万元", "一千到两千万元 amount 10000000..20000000 元 exact" },
  { "500到1万人", "500到1万人 amount 500..10000 人 exact" },
  { "建成两座桥", "两座 amount 2 座 exact" },
  { "三成企业", "三成 percent 30 % exact" },
  { "提高1.2个百分点", "1.2个百分点 percent 1.2 pp exact" },
  { "增长1.4倍", "1.4倍 multiple 1.4 倍 exact" },
  { "翻了一番", "翻了一番 multiple 2 - exact" },
  { "翻两番", "翻两番 multiple 4 - exact" },
  { "前移 77 个位次", "77 个位次 rank 77 位 exact" },
  { "浓度35微克/立方米", "35微克/立方米 amount 35 微克/立方米 exact" },
  { "居民 1682 户 5060 人", "1682 户 amount 1682 户 exact|5060 人 amount 5060 人 exact" },
  { "打造年产值500亿能级", "500亿 amount 50000000000 - exact" },
  { "万余名党员", "万余名 amount 10000 名 over" },
  { "引进亿元以上项目", "亿元 amount 100000000 元 at_least" },
  { "5元人民币9家", "5元人民币 amount 5 元 exact|9家 amount 9 家 exact" },
  { "价格是$13.5", "$13.5 amount 13.5 美元 exact" },
  { "深两米半", "两米半 amount 2.5 米 exact" },
  { "实现零死亡", "零 amount 0 - exact" },
  { "气温-23℃", "23℃ amount 23 摄氏度 exact" },
  { "99999999999999999999家", "99999999999999999999家 amount none 家 exact" },
};

static const char *const bounds[][2] = {
  { "增长7%以上", "7% percent 7 % at_least" },
  { "控制在5.5%以内", "5.5% percent 5.5 % at_most" },
  { "控制在3%左右", "3% percent 3 % about" },
  { "控制在 4.5%", "4.5% percent 4.5 % held" },
  { "不低于85%", "85% percent 85 % at_least" },
  { "超过15家", "15家 amount 15 家 over" },
  { "突破 10 亿元", "10 亿元 amount 1000000000 元 over" },
  { "近30家", "30家 amount 30 家 under" },
  { "附近30家", "30家 amount 30 家 exact" },
  { "约200吨", "200吨 amount 200 吨 about" },
  { "节约200吨", "200吨 amount 200 吨 exact" },
  { "签约20个", "20个 amount 20 个 exact" },
  { "不超过 2000 万元", "2000 万元 amount 20000000 元 at_most" },
  { "规模以上工业企业 20 家", "20 家 amount 20 家 exact" },
};

static const char *const others[][2] = {
  { "建设5G基站", "5G name" },
  { "G107、S335线", "G107 name|S335 name" },
  { "PM2.5、PM10浓度", "PM2.5 name|PM10 name" },
  { "5#、6#机组", "5# name|6# name" },
  { "构建“1+19+N”机制", "1+19+N name" },
  { "办理“12345”热线 20 件", "12345 name|20 件 amount 20 件 exact" },
  { "“十四五”规划", "十四五 name" },
  { "“七五”普法", "七五 name" },
  { "《第十四个五年规划》", "第十四个五年规划 name" },
  { "第三产业增加值", "第三产业 name" },
  { "三级公路", "三级 name" },
  { "世界500强", "世界500强 name" },
  { "24小时自助服务厅", "24小时 name" },
  { "24小时应诊", "24小时 amount 24 小时 exact" },
  { "十九届二中全会", "十九届 ordinal 19 - exact|二中 ordinal 2 - exact" },
  { "第六次会议", "第六次 ordinal 6 次 exact" },
  { "位居全市第一", "第一 ordinal 1 - exact" },
  { "2022年4月28日", "2022年4月28日 date 2022-04-28" },
  { "到2026年，", "2026年 date 2026" },
  { "万元生产总值能耗", "万元生产总值 name" },
  { "10kV线路", "10kV amount 10 千伏 exact" },
};

static const char *const nothing[] = {
  "进一步统一思想，一批项目，一般公共预算，十分重要",
  "一是加快建设。二是改善民生。",
  "（一）强化支撑",
  "一、工作回顾",
  "经一路、纬五路",
  "千方百计，千家万户",
  "零售、零部件",
  "数十亿元",
  "几百个",
  "某型号尼龙66切片",
  "104 高程线",
  "又一个台阶",
  "一座桥",
  "",
};

START_TEST (reads_quantities)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quantities); i++)
    assert_figures (quantities[i][0], quantities[i][1]);
}
END_TEST

START_TEST (reads_bounds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    assert_figures (bounds[i][0], bounds[i][1]);
}
END_TEST

START_TEST (tells_names_ordinals_and_dates)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    assert_figures (others[i][0], others[i][1]);
}
END_TEST

START_TEST (leaves_words_alone)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    assert_figures (nothing[i], "");
}
END_TEST

static void
set_up (void)
{
  load_lists (&lists);
}

static void
tear_down (void)
{
  free_lists (&lists);
}

int
main (void)
{
  Suite *suite = suite_create ("figure");
  TCase *group = tcase_create ("figure");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_checked_fixture (group, set_up, tear_down);
  tcase_add_test (group, reads_quantities);
  tcase_add_test (group, reads_bounds);
  tcase_add_test (group, tells_names_ordinals_and_dates);
  tcase_add_test (group, leaves_words_alone);
  suite_add_tcase (suite, group);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
