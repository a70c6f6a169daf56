/* test-lines.c - a text as lines and sentences
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/section/lines.h"
#include "suite.h"

START_TEST (splits_lines_and_drops_blanks)
{
  static const char text[] = "\n　　春天。 \r\n \n夏天";
  g_autoptr (GArray) lines = lines_new (text, strlen (text));
  const JdSpan *first, *second;

  ck_assert_uint_eq (lines->len, 2);
  first = &g_array_index (lines, JdSpan, 0);
  second = &g_array_index (lines, JdSpan, 1);
  ck_assert (lines_has (text, first->begin, first->end, "春天。"));
  ck_assert_uint_eq (first->end - first->begin, strlen ("春天。"));
  ck_assert_uint_eq (second->end, strlen (text));
}
END_TEST

START_TEST (cuts_sentences)
{
  static const char *const rows[][3] = {
    /* text, sentence, words */
    { "稳中向好。全年增长。", "稳中向好。", "稳中向好" },
    { "他说“很好。”然后", "他说“很好。”", "他说“很好" },
    { "没有句号", "没有句号", "没有句号" },
    { "（好）", "（好）", "（好）" },
    { "各位代表！", "各位代表！", "各位代表" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JdSpan sentence = lines_sentence (rows[i][0], 0, strlen (rows[i][0]));
      JdSpan words = lines_without_stop (rows[i][0], sentence);

      ck_assert_uint_eq (sentence.end, strlen (rows[i][1]));
      ck_assert_uint_eq (words.end, strlen (rows[i][2]));
    }
}
END_TEST

START_TEST (sees_figures_of_both_widths)
{
  static const struct
  {
    const char *text;
    gboolean digit;
  } rows[] = { { "增长8%", TRUE }, { "增长８％", TRUE }, { "增长！", FALSE }, { "", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_int_eq (lines_has_digit (rows[i].text, (JdSpan){ 0, strlen (rows[i].text) }),
                      rows[i].digit);
}
END_TEST

JD_SUITE ("lines", splits_lines_and_drops_blanks, cuts_sentences, sees_figures_of_both_widths)
