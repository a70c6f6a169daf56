/* test-unit.c - tables that are wrong, and rows that replace others
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "number-lists.h"

static const struct
{
  const char *table;
  const char *message;
} bad_units[] = {
  { "# x\n亩\t亩\tamount\n", ":2: " },
  { "亩\t亩\tarea\tmeasure\n", "\"area\" in column 3; use one of amount, percent" },
  { "亩\t亩\tamount\tland\n", "\"land\" in column 4; use one of count, money" },
  { "成\t%\tpercent\tshare\tten\n", "\"ten\" is no power of ten" },
  { "级\t级\tamount\tcount\t\tall\n", "\"all\" in the last column" },
  { "\t亩\tamount\tmeasure\n", "the first column is empty" },
};

START_TEST (refuses_bad_units_with_file_and_line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_units); i++)
    {
      g_autoptr (JdUnits) units = jd_units_new ();
      g_autofree char *path = write_table (bad_units[i].table);
      g_autoptr (GError) error = NULL;

      ck_assert (!jd_units_load (units, path, &error));
      ck_assert_msg (strstr (error->message, path) != NULL, "%s", error->message);
      jd_assert_error (error, JD_ERROR_CONFIG, bad_units[i].message);
      g_unlink (path);
    }
}
END_TEST

START_TEST (lets_a_later_row_replace_an_earlier_one)
{
  g_autoptr (JdUnits) units = jd_units_new ();
  g_autofree char *path = write_table (
      "担\t担\tamount\tmeasure\n担\t公斤\tamount\tmeasure\n担米\t担米\tamount\tmeasure\n");
  gsize matched = 0;

  LOAD (jd_units_load, units, path);
  jd_units_build (units);
  ck_assert_str_eq (jd_units_match (units, "担米", strlen ("担米"), &matched)->name, "担米");
  ck_assert_str_eq (jd_units_match (units, "担粮", strlen ("担粮"), &matched)->name, "公斤");
  ck_assert_uint_eq (matched, strlen ("担"));
  ck_assert_ptr_null (jd_units_match (units, "粮", strlen ("粮"), &matched));
  g_unlink (path);
}
END_TEST

START_TEST (refuses_bad_words_bounds_and_indicators)
{
  g_autoptr (JdWords) words = jd_words_new (jd_name_classes);
  g_autoptr (JdBounds) bounds = jd_bounds_new ();
  g_autoptr (JdIndicators) indicators = jd_indicators_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_table ("十二条\tslogan\n");

  ck_assert (!jd_words_load (words, path, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "\"slogan\" in column 2; use one of none, number");
  ck_assert (g_file_set_contents (path, "今年\tname\tsoon\n", -1, NULL));
  ck_assert (!jd_words_load (words, path, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "\"soon\" is no whole number");
  ck_assert (g_file_set_contents (path, "超\tinside\tover\n", -1, NULL));
  ck_assert (!jd_bounds_load (bounds, path, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "use one of before, after");
  ck_assert (g_file_set_contents (path, "产值\tGDP\n", -1, NULL));
  ck_assert (!jd_indicators_load (indicators, words, path, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "\"GDP\" is no id");
  ck_assert (g_file_set_contents (path, "产值\tgdp\tup\n", -1, NULL));
  ck_assert (!jd_indicators_load (indicators, words, path, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "use growth or nothing");
  g_unlink (path);
}
END_TEST

JD_SUITE ("unit",
          refuses_bad_units_with_file_and_line,
          lets_a_later_row_replace_an_earlier_one,
          refuses_bad_words_bounds_and_indicators)
