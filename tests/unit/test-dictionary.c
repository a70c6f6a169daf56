/* test-dictionary.c - the keyword plugin's counting
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gstdio.h>

#include "plugins/keyword/dictionary.h"
#include "suite.h"

static char *
write_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert (g_file_set_contents (path, content, -1, NULL));

  return path;
}

/* `more` may be NULL. */
static JdDictionary *
load (const char *content, const char *more, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("jiandu-keyword-XXXXXX", NULL);
  g_autofree char *path = write_file (folder, "words.tsv", content);
  g_autofree char *second = write_file (folder, "more.tsv", more != NULL ? more : "");
  const char *extra[] = { more != NULL ? second : NULL, NULL };
  JdDictionary *dictionary = jd_dictionary_load (path, extra, error);

  g_unlink (path);
  g_unlink (second);
  g_rmdir (folder);

  return dictionary;
}

/* "category/term=count@first", one after the other. */
static char *
count (const char *content, const char *more, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdDictionary) dictionary = load (content, more, &error);
  g_autoptr (GArray) found = NULL;
  GString *answer = g_string_new (NULL);

  jd_assert_no_error (error);
  found = jd_dictionary_count (dictionary, text, strlen (text));
  for (guint i = 0; i < found->len; i++)
    {
      const JdTally *tally = &g_array_index (found, JdTally, i);

      g_string_append_printf (answer, "%s%s/%s=%zu@%zu", i > 0 ? " " : "", tally->category,
                              tally->term, tally->count, tally->first);
    }

  return g_string_free (answer, FALSE);
}

START_TEST (counts_terms)
{
  static const struct
  {
    const char *words;
    const char *more;
    const char *text;
    const char *answer;
  } cases[] = {
    { "数字\t数据\n数字\t算力\n", NULL, "大数据，数据。", "数字/数据=2@3" },
    { "数字\t数据\n数字\t大数据\n", NULL, "大数据，数据。", "数字/数据=1@12 数字/大数据=1@0" },
    { "数字\t大数据\n基础\t数据\n", NULL, "大数据", "数字/大数据=1@0 基础/数据=1@3" },
    { "近\t现代化\n近\t社会主义现代化\texclude\n", NULL, "社会主义现代化与现代化",
      "近/现代化=1@24" },
    { "近\t现代化\n远\t社会主义现代化\texclude\n", NULL, "社会主义现代化", "近/现代化=1@12" },
    { "近\t现代化\n", "近\t现代化\texclude\n远\t治理\n", "治理现代化", "远/治理=1@0" },
    { "近\t治治\n", NULL, "治治治治治", "近/治治=2@0" },
    { "近\t治理\n", NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = count (cases[i].words, cases[i].more, cases[i].text);

      ck_assert_msg (strcmp (answer, cases[i].answer) == 0, "%s: %s, not %s", cases[i].text, answer,
                     cases[i].answer);
    }
}
END_TEST

START_TEST (refuses_bad_rows)
{
  static const struct
  {
    const char *words;
    const char *message;
  } cases[] = {
    { "数字\t数据\n数字\t大数据\tmaybe\n", "words.tsv:2: unknown mark \"maybe\"" },
    { "数字\t\texclude\n", "words.tsv:1: a row is a category, a tab and a term" },
    { "数据\n", "words.tsv:1: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (load (cases[i].words, NULL, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].message);
    }
}
END_TEST

START_TEST (counts_characters_without_white_space)
{
  static const char text[] = " 简\t牍\r\n\xE3\x80\x80 9%\xC2\xA0";

  ck_assert_uint_eq (jd_count_characters ("", 0), 0);
  ck_assert_uint_eq (jd_count_characters (text, strlen (text)), 4);
}
END_TEST

JD_SUITE ("dictionary", counts_terms, refuses_bad_rows, counts_characters_without_white_space)
