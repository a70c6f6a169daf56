/* test-table.c - data files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gstdio.h>

#include "suite.h"

/* Writes `bytes` to a file, loads it with 2 to 3 columns, removes it. */
static JdTable *
load (const char *bytes, gssize length, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("jiandu-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "units.tsv", NULL);
  JdTable *table;

  ck_assert (g_file_set_contents (path, bytes, length, NULL));
  table = jd_table_load (path, 2, 3, error);
  g_unlink (path);
  g_rmdir (folder);

  return table;
}

START_TEST (reads_rows_and_leaves_out_comments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdTable) table
      = load ("# source\n亿元\t元\t8\n\n \t \n  万亩\t 亩  \n# end\n公里\tkm\t", -1, &error);

  jd_assert_no_error (error);
  ck_assert_uint_eq (jd_table_length (table), 3);
  ck_assert_str_eq (jd_table_cell (table, 0, 2), "8");
  ck_assert_str_eq (jd_table_cell (table, 1, 0), "万亩");
  ck_assert_str_eq (jd_table_cell (table, 1, 1), "亩");
  ck_assert_str_eq (jd_table_cell (table, 1, 2), "");
  ck_assert_str_eq (jd_table_cell (table, 2, 2), "");
}
END_TEST

START_TEST (survives_byte_order_mark_and_crlf)
{
  g_autoptr (JdTable) table = load ("\xef\xbb\xbf家\tx\r\n个\ty\r\n", -1, NULL);

  ck_assert_ptr_nonnull (table);
  ck_assert_uint_eq (jd_table_length (table), 2);
  ck_assert_str_eq (jd_table_cell (table, 0, 0), "家");
  ck_assert_str_eq (jd_table_cell (table, 1, 1), "y");
}
END_TEST

START_TEST (tells_the_line_of_a_fault)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *message;
  } cases[] = {
    { "# a\n家\tx\n个\n", -1, "units.tsv:3: 1 columns, wanted 2 to 3" },
    { "a\tb\tc\td\n", -1, "units.tsv:1: 4 columns" },
    { "a\tb\n\n\xff\tb\n", -1, "units.tsv:3: not UTF-8" },
    { "a\tb\0c\n", 6, "units.tsv:1: not UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;

      ck_assert_ptr_null (load (cases[i].bytes, cases[i].length, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].message);
    }
}
END_TEST

START_TEST (names_a_file_that_is_not_there)
{
  GError *error = NULL;

  ck_assert_ptr_null (jd_table_load ("/nowhere/units.tsv", 1, 1, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/nowhere/units.tsv");
}
END_TEST

START_TEST (lets_its_user_tell_the_line)
{
  g_autoptr (JdTable) table = load ("# a\n\n家\tx\n", -1, NULL);
  GError *error = NULL;

  jd_table_set_error (table, 0, &error, "no unit \"%s\"", "x");
  jd_assert_error (error, JD_ERROR_CONFIG, "units.tsv:3: no unit \"x\"");
}
END_TEST

JD_SUITE ("table",
          reads_rows_and_leaves_out_comments,
          survives_byte_order_mark_and_crlf,
          tells_the_line_of_a_fault,
          names_a_file_that_is_not_there,
          lets_its_user_tell_the_line)
