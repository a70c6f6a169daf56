/* test-subject.c - which outcome belongs to which goal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/achievement/subject.h"
#include "suite.h"

START_TEST (matches_outcomes_to_goals)
{
  static const struct
  {
    JdSubject goal;
    JdSubject outcome;
    JdMatch match;
  } cases[] = {
    { { "经济", "gdp", "growth", "%", "2022", NULL },
      { "生产总值", "gdp", "growth", "%", "2022", NULL },
      JD_MATCH_SAME },
    { { "经济", "gdp", "growth", "%", "2022", NULL },
      { "生产总值", "gdp", "level", "元", "2022", NULL },
      JD_MATCH_NONE },
    { { "经济", "gdp", "growth", "%", "2022", NULL },
      { "经济", "gdp", "growth", "%", "2021", NULL },
      JD_MATCH_NONE },
    { { "经济", "gdp", "growth", "%", "2022", NULL },
      { "经济", "gdp", "growth", "%", "2018/2022", NULL },
      JD_MATCH_NONE },
    { { "经济", "gdp", "growth", "%", "2022", NULL },
      { "经济", "gdp", "growth", "%", "2022", "annual_average" },
      JD_MATCH_NONE },
    { { "出口", "exports", "growth", "%", "2022", NULL },
      { "出口", "exports", "decline", "%", "2022", NULL },
      JD_MATCH_REVERSED },
    { { "居民收入", "resident_income", "growth", NULL, "2022", NULL },
      { "居民收入", "resident_income", "growth", "%", "2022", "" },
      JD_MATCH_SAME },
    { { "“口袋公园”", NULL, "level", "个", "2022", NULL },
      { "口袋 公园", NULL, "level", "个", "2022", NULL },
      JD_MATCH_SAME },
    { { "公园", NULL, "level", "个", "2022", NULL },
      { "口袋公园", NULL, "level", "个", "2022", NULL },
      JD_MATCH_NONE },
    { { "公园", NULL, "level", "个", "2022", NULL },
      { "公园", NULL, "level", "处", "2022", NULL },
      JD_MATCH_NONE },
    { { NULL, NULL, "level", "个", "2022", NULL },
      { NULL, NULL, "level", "个", "2022", NULL },
      JD_MATCH_NONE },
    { { "新增高新技术企业", "high_tech_firms", "level", "家", "2022", NULL },
      { "高新技术企业", "high_tech_firms", "level", "家", "2022", NULL },
      JD_MATCH_NONE },
    { { "城镇新增就业", "urban_new_jobs", "level", "人", "2022", NULL },
      { "新增城镇就业", "urban_new_jobs", "level", "人", "2022", NULL },
      JD_MATCH_SAME },
    { { "城镇化率", "urbanization_rate", "share", "%", "2026", NULL },
      { "城镇化率", "urbanization_rate", "share", "%", "2022/2026", NULL },
      JD_MATCH_SAME },
    { { "城镇化率", "urbanization_rate", "share", "%", NULL, NULL },
      { "城镇化率", "urbanization_rate", "share", "%", "2022", NULL },
      JD_MATCH_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (jd_subject_match (&cases[i].goal, &cases[i].outcome) == cases[i].match,
                   "case %zu", i);
}
END_TEST

START_TEST (knows_what_had_better_be_low)
{
  const JdSubject cpi = { "居民消费价格", "cpi", "growth", "%", "2022", NULL };
  const JdSubject index = { "居民消费价格", "cpi", "level", "", "2022", NULL };
  const JdSubject retail = { "商品零售价格", NULL, "growth", "%", "2022", NULL };
  const JdSubject jobs = { "失业率", "urban_unemployment_surveyed", "share", "%", "2022", NULL };
  const JdSubject gdp = { "生产总值", "gdp", "growth", "%", "2022", NULL };

  ck_assert (jd_subject_is_ceiling (&cpi));
  ck_assert (!jd_subject_is_ceiling (&index));
  ck_assert (jd_subject_is_ceiling (&retail));
  ck_assert (jd_subject_is_ceiling (&jobs));
  ck_assert (!jd_subject_is_ceiling (&gdp));
}
END_TEST

START_TEST (reads_the_last_year_of_a_period)
{
  ck_assert_int_eq (jd_last_year ("2022"), 2022);
  ck_assert_int_eq (jd_last_year ("2022/2026"), 2026);
  ck_assert_int_eq (jd_last_year (NULL), 0);
  ck_assert_int_eq (jd_last_year ("“十四五”"), 0);
}
END_TEST

JD_SUITE ("subject",
          matches_outcomes_to_goals,
          knows_what_had_better_be_low,
          reads_the_last_year_of_a_period)
