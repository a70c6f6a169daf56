/* test-noun.c - cues, indicators and the noun phrases between them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "number-lists.h"

typedef struct
{
  TestLists lists;
  JdNounLists nouns;
  JdCueWalk walk;
  const char *text;
} Fixture;

static void
begin (Fixture *fixture, const char *text)
{
  load_lists (&fixture->lists);
  fixture->nouns = (JdNounLists){ fixture->lists.indicators, fixture->lists.cues };
  fixture->text = text;
  jd_cue_walk_begin (&fixture->walk, fixture->lists.cues, text, strlen (text));
  jd_cue_walk_to (&fixture->walk, strlen (text));
}

static void
end (Fixture *fixture)
{
  jd_cue_walk_end (&fixture->walk);
  free_lists (&fixture->lists);
}

static void
assert_span (const char *text, JdSpan span, const char *wanted)
{
  g_autofree char *got = g_strndup (text + span.begin, span.end - span.begin);

  ck_assert_str_eq (got, wanted);
}

static const char *const phrases[][2] = {
  { "累计完成地区生产总值 ", "地区生产总值" },
  { "力争全年引进亿元以上项目", "亿元以上项目" },
  { "城镇居民人均可支配收入达到 ", "城镇居民人均可支配收入" },
  { "其中工业投资增长", "工业投资" },
  { "年均增长 ", "" },
  { "新建高标准农田", "高标准农田" },
  { "研发经费投入强度", "研发经费投入强度" },
  { "、政协提案 ", "政协提案" },
  { "重点项目完成投资", "投资" },
  { "实现土地出让", "土地出让" },
};

START_TEST (trims_phrases_to_their_nouns)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      Fixture fixture;

      begin (&fixture, phrases[i][0]);
      assert_span (phrases[i][0], jd_noun_trim (&fixture.walk, 0, strlen (phrases[i][0])),
                   phrases[i][1]);
      end (&fixture);
    }
}
END_TEST

static const char *const things[][2] = {
  { "个金融机构，辖区", "个金融机构" },
  { "项目成功落地", "项目" },
  { "省、市重点项目建设，", "省、市重点项目建设" },
  { "企业进入名单", "企业" },
  { "，增长", "" },
  { "污水处理厂", "污水处理厂" },
};

START_TEST (finds_the_thing_behind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    {
      Fixture fixture;

      begin (&fixture, things[i][0]);
      assert_span (things[i][0], jd_noun_after (&fixture.walk, 0, strlen (things[i][0])),
                   things[i][1]);
      end (&fixture);
    }
}
END_TEST

static const char *const indicators[][2] = {
  { "地区生产总值", "gdp" },
  { "规模以上工业增加值", "industrial_value_added" },
  { "新增国家科技型中小企业", "tech_sme" },
  { "规上工业企业", "designated_firms" },
  { "规上工业企业研发覆盖率", NULL },
  { "高新技术产业增加值占工业增加值比重", NULL },
  { "民生支出占财政总支出的比重", NULL },
  { "研发经费支出占地区生产总值比重", "rd_intensity" },
  { "主导产业对经济增长的贡献率", NULL },
  { "高新技术企业、科技型中小企业", NULL },
  { "“四上”企业", "four_above_firms" },
  { "户籍人口城镇化率", NULL },
  { "PM2.5年均浓度", "pm25" },
  { "农村公路里程", "rural_roads" },
  { "老旧小区改造项目", "old_neighbourhoods" },
  { "图书馆", NULL },
};

START_TEST (knows_core_indicators_and_no_others)
{
  Fixture fixture;

  begin (&fixture, "");
  for (gsize i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      const JdIndicator *found = jd_indicators_find (fixture.lists.indicators, fixture.lists.cues,
                                                     indicators[i][0], strlen (indicators[i][0]));
      const char *id = found != NULL ? found->id : NULL;

      ck_assert_msg (g_strcmp0 (id, indicators[i][1]) == 0, "%s: %s", indicators[i][0],
                     id != NULL ? id : "none");
    }
  end (&fixture);
}
END_TEST

START_TEST (completes_short_items_of_a_list)
{
  static const char text[] = "城镇、农村居民人均可支配收入";
  static const char *const wanted[] = { "城镇居民人均可支配收入", "农村居民人均可支配收入" };
  static const char *const ids[] = { "urban_income", "rural_income" };
  g_autoptr (GString) name = g_string_new (NULL);
  Fixture fixture;
  JdNoun nouns[4];

  begin (&fixture, text);
  ck_assert_uint_eq (jd_noun_split (&fixture.nouns, text, (JdSpan){ 0, strlen (text) }, nouns, 4),
                     2);
  for (gsize i = 0; i < 2; i++)
    {
      g_string_truncate (name, 0);
      jd_noun_append (&nouns[i], text, name);
      ck_assert_str_eq (name->str, wanted[i]);
      ck_assert_ptr_nonnull (nouns[i].indicator);
      ck_assert_str_eq (nouns[i].indicator->id, ids[i]);
    }
  end (&fixture);
}
END_TEST

START_TEST (cuts_no_character_of_the_shared_end)
{
  static const char text[] = "a、农村居民人均可支配收入";
  Fixture fixture;
  JdNoun nouns[2];

  begin (&fixture, text);
  jd_noun_split (&fixture.nouns, text, (JdSpan){ 0, strlen (text) }, nouns, 2);
  assert_span (text, nouns[0].part[1], "村居民人均可支配收入");
  end (&fixture);
}
END_TEST

START_TEST (splits_no_more_than_there_is_room_for)
{
  static const char text[] = "甲乙丙丁、戊己庚辛、壬癸子丑";
  Fixture fixture;
  JdNoun nouns[2];

  begin (&fixture, text);
  ck_assert_uint_eq (jd_noun_split (&fixture.nouns, text, (JdSpan){ 0, strlen (text) }, nouns, 2),
                     2);
  assert_span (text, nouns[1].part[0], "戊己庚辛、壬癸子丑");
  end (&fixture);
}
END_TEST

JD_SUITE ("noun",
          trims_phrases_to_their_nouns,
          finds_the_thing_behind,
          knows_core_indicators_and_no_others,
          completes_short_items_of_a_list,
          cuts_no_character_of_the_shared_end,
          splits_no_more_than_there_is_room_for)
