/* test-clause.c - where sentences and clauses end
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/target/clause.h"
#include "suite.h"

/* The sentences of `text`, each without white space around it, parted by "|". */
static char *
sentences (const char *text)
{
  GString *answer = g_string_new (NULL);
  gsize length = strlen (text);
  JdSpan sentence = { 0, 0 };

  while (sentence.end < length)
    {
      JdSpan bare;

      sentence = jd_sentence_at (text, length, sentence.end);
      bare = jd_span_strip (text, sentence);
      g_string_append_printf (answer, "%s%.*s", answer->len > 0 ? "|" : "",
                              (int)(bare.end - bare.begin), text + bare.begin);
    }

  return g_string_free (answer, FALSE);
}

static char *
clauses (const char *text)
{
  GString *answer = g_string_new (NULL);
  JdSpan all = { 0, strlen (text) };

  for (gsize next = 0; next < all.end;)
    {
      JdSpan clause = jd_clause_at (text, all, next, &next);

      g_string_append_printf (answer, "%s%.*s", answer->len > 0 ? "|" : "",
                              (int)(clause.end - clause.begin), text + clause.begin);
    }

  return g_string_free (answer, FALSE);
}

static const struct
{
  const char *text;
  const char *sentences;
  const char *clauses;
} texts[] = {
  { "增长7%。进出口稳定！", "增长7%。|进出口稳定！", "增长7%|进出口稳定" },
  { "主要目标\n增长7%", "主要目标|增长7%", "主要目标|增长7%" },
  { "目标是：\n\n　增长7%；\n就业1,200人\n", "目标是：\n\n　增长7%；\n就业1,200人",
    "目标是|||增长7%||就业1,200人" },
  { "城镇、农村增长7%,8%", "城镇、农村增长7%,8%", "城镇、农村增长7%,8%" },
  { "增长, 就业", "增长, 就业", "增长|就业" },
  { "", "", "" },
};

START_TEST (parts_sentences)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *answer = sentences (texts[i].text);

      ck_assert_str_eq (answer, texts[i].sentences);
    }
}
END_TEST

START_TEST (parts_clauses)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *answer = clauses (texts[i].text);

      ck_assert_str_eq (answer, texts[i].clauses);
    }
}
END_TEST

START_TEST (finds_the_clause_around_an_offset)
{
  static const char text[] = "一，二三，四";
  const JdSpan all = { 0, sizeof text - 1 };
  JdSpan clause = jd_clause_around (text, all, 9);

  ck_assert_uint_eq (clause.begin, 6);
  ck_assert_uint_eq (clause.end, 12);
  ck_assert_uint_eq (jd_clause_around (text, all, 0).end, 3);
  ck_assert_uint_eq (jd_clause_around (text, all, 16).begin, 15);
}
END_TEST

JD_SUITE ("clause", parts_sentences, parts_clauses, finds_the_clause_around_an_offset)
