/* test-words.c - the tables that tell goals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gstdio.h>

#include "plugins/target/words.h"
#include "suite.h"

static char *
write_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static JdWords *
load (const char *words, const char *relations, GError **error)
{
  static const char *const none[] = { NULL };
  g_autofree char *folder = g_dir_make_tmp ("jiandu-target-XXXXXX", NULL);
  g_autofree char *first = write_file (folder, "words.tsv", words);
  g_autofree char *second = write_file (folder, "relations.tsv", relations);
  const JdWordFiles files = { first, second, none, none };
  JdWords *loaded = jd_words_load (&files, error);

  g_unlink (first);
  g_unlink (second);
  g_rmdir (folder);

  return loaded;
}

/* The tables that the plugin ships. */
static JdWords *
load_shipped (void)
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

START_TEST (reads_relations)
{
  static const struct
  {
    const char *clause;
    gboolean announced;
    const char *indicator; /* NULL: none */
    const char *id;
    const char *relation;
    const char *bound;
  } cases[] = {
    { "居民收入增长与经济增长基本同步", FALSE, "居民收入", "resident_income", "sync:gdp", "" },
    { "力争居民收入和经济发展保持同步", TRUE, "居民收入", "resident_income", "sync:gdp", "" },
    { "居民收入增速快于经济增长", TRUE, "居民收入", "resident_income", "faster_than:gdp", "over" },
    { "进出口总值保持平稳增长", TRUE, "进出口总值", "trade_total", "stable", "" },
    { "财政收支基本平衡", TRUE, "财政收支", NULL, "stable", "" },
    { "单位GDP能耗与“十四五”目标统筹衔接", TRUE, "单位GDP能耗", "energy_intensity",
      "complete_assigned", "" },
    { "节能减排等指标完成市定任务", TRUE, "节能减排等指标", NULL, "complete_assigned", "" },
    { "节能减排等指标完成市定任务", FALSE, NULL, NULL, NULL, NULL },
    { "主要经济指标增速高于全市平均水平", FALSE, "主要经济指标", NULL, "", "over" },
    { "生产总值增长7%", TRUE, NULL, NULL, NULL, NULL },
  };
  g_autoptr (JdWords) words = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].clause;
      const JdSpan clause = { 0, strlen (text) };
      JdSpan phrase;
      JdSpan name;
      JdSpan found;
      const JdRelation *relation
          = jd_words_relation (words, text, clause, cases[i].announced, &phrase);
      const JdWord *known;
      g_autofree char *indicator = NULL;

      ck_assert_msg ((relation != NULL) == (cases[i].indicator != NULL), "%s", text);
      if (relation == NULL)
        continue;
      name = jd_words_strip (words, text, (JdSpan){ 0, phrase.begin });
      indicator = g_strndup (text + name.begin, name.end - name.begin);
      known = jd_words_longest (words, JD_WORD_INDICATOR, text, name, &found);
      ck_assert_str_eq (indicator, cases[i].indicator);
      ck_assert_pstr_eq (known != NULL ? known->value : NULL, cases[i].id);
      ck_assert_str_eq (relation->relation, cases[i].relation);
      ck_assert_str_eq (relation->bound, cases[i].bound);
    }
}
END_TEST

START_TEST (knows_announcements_and_claims)
{
  static const struct
  {
    const char *text;
    JdWordKind kind;
    const char *value; /* NULL: none */
  } cases[] = {
    { "主要预期目标是：", JD_WORD_ANNOUNCE, "" },
    { "经济增长预期目标为7%左右", JD_WORD_ANNOUNCE, "" },
    { "坚持以目标为导向", JD_WORD_ANNOUNCE, "not" },
    { "围绕上述目标", JD_WORD_ANNOUNCE, NULL },
    { "国内生产总值增长率达到预期目标", JD_WORD_CLAIM, "met" },
    { "未达到预期目标", JD_WORD_CLAIM, "missed" },
    { "超额完成年度目标", JD_WORD_CLAIM, "exceeded" },
  };
  g_autoptr (JdWords) words = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdSpan found;
      const JdSpan all = { 0, strlen (cases[i].text) };
      const JdWord *word = jd_words_find (words, cases[i].kind, cases[i].text, all, &found);

      ck_assert_pstr_eq (word != NULL ? word->value : NULL, cases[i].value);
    }
}
END_TEST

START_TEST (refuses_bad_rows)
{
  static const struct
  {
    const char *words;
    const char *relations;
    const char *message;
  } cases[] = {
    { "lead\t力争\nhead\t力争\n", "", "words.tsv:2: \"head\" is no kind of word" },
    { "lead\t\t\n", "", "words.tsv:1: " },
    { "", "与\t衔接\tx\t\t\tsomewhere\n", "relations.tsv:1: a relation begins with" },
    { "", "与\t衔接\n", "relations.tsv:1: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (load (cases[i].words, cases[i].relations, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].message);
    }
}
END_TEST

JD_SUITE ("words", reads_relations, knows_announcements_and_claims, refuses_bad_rows)
