/* test-lexicon.c - longest match over many terms
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "suite.h"

static JdLexicon *
lexicon_of (const char *const *terms)
{
  JdLexicon *lexicon = jd_lexicon_new ();

  for (gint i = 0; terms[i] != NULL; i++)
    jd_lexicon_add (lexicon, terms[i], i);
  jd_lexicon_build (lexicon);

  return lexicon;
}

START_TEST (finds_the_longest_term)
{
  static const char *const terms[] = { "现代化", "社会主义现代化", "现代", "元", NULL };
  static const struct
  {
    const char *text;
    gint value; /* -1: none */
  } cases[] = {
    { "现代化建设", 0 }, { "现代农业", 2 }, { "社会主义现代化强国", 1 },
    { "社会主义", -1 },  { "元", 3 },       { "", -1 },
    { "亿元", -1 },      { "现", -1 },
  };
  g_autoptr (JdLexicon) lexicon = lexicon_of (terms);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint value = -1;
      gsize length = jd_lexicon_match (lexicon, cases[i].text, strlen (cases[i].text), &value);

      ck_assert_int_eq (value, cases[i].value);
      ck_assert_uint_eq (length, value < 0 ? 0 : strlen (terms[value]));
    }
}
END_TEST

START_TEST (never_reads_past_the_length)
{
  static const char *const terms[] = { "现代化", "现代", NULL };
  g_autoptr (JdLexicon) lexicon = lexicon_of (terms);
  gint value = -1;

  ck_assert_uint_eq (jd_lexicon_match (lexicon, "现代化", 8, &value), 6);
  ck_assert_int_eq (value, 1);
  ck_assert_uint_eq (jd_lexicon_match (lexicon, "现代化", 5, &value), 0);
}
END_TEST

START_TEST (adding_again_replaces_the_number)
{
  g_autoptr (JdLexicon) lexicon = jd_lexicon_new ();
  gint value = -1;

  jd_lexicon_add (lexicon, "公里", 1);
  jd_lexicon_add (lexicon, "公里", 7);
  ck_assert_int_eq (jd_lexicon_get (lexicon, "公里"), 7);
  ck_assert_int_eq (jd_lexicon_get (lexicon, "里"), -1);
  jd_lexicon_build (lexicon);
  ck_assert_uint_eq (jd_lexicon_match (lexicon, "公里", 6, &value), 6);
  ck_assert_int_eq (value, 7);
}
END_TEST

START_TEST (an_empty_lexicon_finds_nothing)
{
  static const char *const terms[] = { NULL };
  g_autoptr (JdLexicon) lexicon = lexicon_of (terms);
  gint value = -1;

  ck_assert_uint_eq (jd_lexicon_match (lexicon, "x\0y", 3, &value), 0);
}
END_TEST

/* Random terms over a small alphabet, so that prefixes and shared tails are frequent. */
static char *
random_term (GRand *random)
{
  gint length = g_rand_int_range (random, 1, 9);
  char *term = g_malloc0 (length + 1);

  for (gint i = 0; i < length; i++)
    term[i] = (char)g_rand_int_range (random, 0, 3) * 127 + 1;

  return term;
}

static gint
longest_by_scan (const GPtrArray *terms, const char *text)
{
  gint best = -1;

  for (guint i = 0; i < terms->len; i++)
    if (g_str_has_prefix (text, terms->pdata[i])
        && (best < 0 || strlen (terms->pdata[i]) > strlen (terms->pdata[best])))
      best = i;

  return best;
}

START_TEST (agrees_with_a_plain_scan)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JdLexicon) lexicon = jd_lexicon_new ();

  while (terms->len < 500)
    {
      char *term = random_term (random);

      g_ptr_array_add (terms, term);
      if (jd_lexicon_get (lexicon, term) < 0)
        jd_lexicon_add (lexicon, term, terms->len - 1);
    }
  jd_lexicon_build (lexicon);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *head = random_term (random);
      g_autofree char *tail = random_term (random);
      g_autofree char *text = g_strconcat (head, tail, NULL);
      gint value = -1;

      jd_lexicon_match (lexicon, text, strlen (text), &value);
      ck_assert_int_eq (value, longest_by_scan (terms, text));
    }
}
END_TEST

JD_SUITE ("lexicon",
          finds_the_longest_term,
          never_reads_past_the_length,
          adding_again_replaces_the_number,
          an_empty_lexicon_finds_nothing,
          agrees_with_a_plain_scan)
