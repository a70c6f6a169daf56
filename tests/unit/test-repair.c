/* test-repair.c - whatever is read, the way back to the raw text holds
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts are put together at random from the pieces that the repair looks at, with a fixed seed.
 */
#include <string.h>

#include "core/text/text.h"

#include "suite.h"

enum
{
  N_TEXTS = 4000,
  MOST_PIECES = 60,
  N_SPANS = 20
};

static const char *const pieces[] = {
  "\n",         "\n\n",   "\r\n",         "\r",       "　　",   "    ",
  "\t",         " ",      "\f",           "#",        "## ",    "**",
  "*",          "***",    "<sub>",        "</sub>",   "<sup>",  "_{2.5}",
  "_{",         "}",      "\\*",          "\\",       "。",     "，",
  "、",         "：",     "；",           "“",        "”",      "《",
  "》",         "（",     "）",           "12",       "- 12 -", "---",
  "——",         "一、",   "（二）",       "三是",     "1. ",    "|",
  "各位代表：", "增长",   "全区农村公路", "PM₁₀",     "8.7%",   "ASCII",
  "𠮷",         "\ufeff", "\u200b",       "<!-- -->", "第3页",  "老旧小区二十个",
  "\n\n12\n\n", "\n\n\n", "，\n\n",       "增\n\n长",
};

static char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  gint n_pieces = g_rand_int_range (random, 0, MOST_PIECES);

  for (gint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* Each byte of the text is the raw byte that it maps to, and they keep their order. */
static void
check_map (const JdText *text)
{
  gsize raw_length;
  gsize length;
  const char *raw = jd_text_raw (text, &raw_length);
  const char *words = jd_text_get (text, &length);
  gsize behind = 0;
  JdPlace place;

  ck_assert_msg (g_utf8_validate_len (words, length, NULL), "\"%s\" from \"%s\"", words, raw);
  for (gsize i = 0; i < length; i++)
    {
      jd_text_place (text, i, &place);
      ck_assert_uint_ge (place.byte, behind);
      ck_assert_uint_lt (place.byte, raw_length);
      ck_assert_int_eq (raw[place.byte], words[i]);
      behind = place.byte + 1;
    }
  jd_text_place (text, length, &place);
  ck_assert_uint_eq (place.byte, behind);
}

static gsize
random_boundary (GRand *random, const char *text, gsize length)
{
  gsize at = (gsize)g_rand_int_range (random, 0, (gint32)length + 1);

  while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
    at--;

  return at;
}

/* The raw words of a span begin and end with those of the text, and those of a span that was not
 * cut are the same. */
static void
check_span (const JdText *text, JdSpan span)
{
  const char *raw = jd_text_raw (text, NULL);
  const char *words = jd_text_get (text, NULL);
  JdSpan source = jd_text_source_span (text, span);
  const char *begin = g_utf8_offset_to_pointer (raw, (glong)source.begin);
  const char *end = g_utf8_offset_to_pointer (raw, (glong)source.end);
  gsize n_bytes = span.end - span.begin;

  ck_assert_uint_ge ((gsize)(end - begin), n_bytes);
  if (n_bytes == 0)
    ck_assert_ptr_eq (begin, end);
  else
    ck_assert_int_eq (end[-1], words[span.end - 1]);
  if (n_bytes == (gsize)(end - begin))
    ck_assert_mem_eq (begin, words + span.begin, n_bytes);
}

static void
check_spans (const JdText *text, GRand *random)
{
  gsize length;
  const char *words = jd_text_get (text, &length);

  for (int i = 0; i < N_SPANS; i++)
    {
      gsize one = random_boundary (random, words, length);
      gsize other = random_boundary (random, words, length);

      check_span (text, (JdSpan){ MIN (one, other), MAX (one, other) });
    }
}

static void
check_markup (const JdText *text)
{
  gsize n_markup;
  gsize length;
  const JdMarkup *markup = jd_text_markup (text, &n_markup);

  jd_text_get (text, &length);
  for (gsize i = 0; i < n_markup; i++)
    {
      ck_assert_uint_lt (markup[i].span.begin, markup[i].span.end);
      ck_assert_uint_le (markup[i].span.end, length);
      if (i == 0)
        continue;
      ck_assert_uint_ge (markup[i].span.begin, markup[i - 1].span.begin);
      if (markup[i].span.begin == markup[i - 1].span.begin)
        ck_assert_uint_le (markup[i].span.end, markup[i - 1].span.end);
    }
}

START_TEST (the_way_back_holds_for_any_text)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250206);

  for (int i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = random_text (random);
      g_autoptr (JdText) text = jd_text_new (bytes, strlen (bytes), &error);

      jd_assert_no_error (error);
      check_map (text);
      check_spans (text, random);
      check_markup (text);
    }
}
END_TEST

START_TEST (a_span_leaves_out_the_join_behind_it_and_covers_the_one_inside)
{
  static const char raw[] = "各位代表：\n\n完成投资八亿元，\n\n12\n\n增长**百分之五**。";
  g_autoptr (JdText) text = jd_text_new (raw, strlen (raw), NULL);
  const char *words = jd_text_get (text, NULL);
  gsize join = (gsize)(strstr (words, "增长") - words);
  gsize bold = (gsize)(strstr (words, "百分") - words);
  JdSpan before = jd_text_source_span (text, (JdSpan){ join - strlen ("元，"), join });
  JdSpan across = jd_text_source_span (text, (JdSpan){ join - strlen ("，"), bold });
  JdPlace place;

  ck_assert_str_eq (words, "各位代表：\n\n完成投资八亿元，增长百分之五。");
  ck_assert_uint_eq (before.begin, 13);
  ck_assert_uint_eq (before.end, 15);
  ck_assert_uint_eq (across.begin, 14);
  ck_assert_uint_eq (across.end, 23);
  jd_text_place (text, join, &place);
  ck_assert_uint_eq (place.line, 7);
  ck_assert_uint_eq (place.column, 1);
  jd_text_place (text, bold, &place);
  ck_assert_uint_eq (place.column, 5);
}
END_TEST

START_TEST (leaves_a_repaired_text_as_it_is)
{
  static const char raw[] = "# 报告\n\n各位代表：\n\n　　**完成投资。**增长\n\n8%。\r\n\r\n"
                            "一、回顾\n\n城区新建公路三百公里，惠及居\n\n民一万户。\n";
  g_autoptr (JdText) once = jd_text_new (raw, strlen (raw), NULL);
  g_autoptr (JdText) twice
      = jd_text_new (jd_text_get (once, NULL), strlen (jd_text_get (once, NULL)), NULL);

  ck_assert_str_eq (jd_text_get (twice, NULL), jd_text_get (once, NULL));
}
END_TEST

JD_SUITE ("repair",
          the_way_back_holds_for_any_text,
          a_span_leaves_out_the_join_behind_it_and_covers_the_one_inside,
          leaves_a_repaired_text_as_it_is)
