/* test-csv.c - comma-separated tables of users
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/csv.h"

#include "suite.h"

static JdCsv *
parse (const char *text)
{
  GError *error = NULL;
  JdCsv *csv = jd_csv_parse ("t.csv", text, strlen (text), &error);

  jd_assert_no_error (error);
  return csv;
}

START_TEST (reads_every_form_of_line_end_and_a_byte_order_mark)
{
  static const char *const forms[] = {
    "id,region\na,云溪区\n",
    "id,region\r\na,云溪区\r\n",
    "\xef\xbb\xbfid,region\na,云溪区",
    "id , region\n\n a, 云溪区 \n\n",
    "\"id\",\"region\"\r\n\"a\",\"云溪区\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (JdCsv) csv = parse (forms[i]);

      ck_assert_uint_eq (jd_csv_n_rows (csv), 1);
      ck_assert_uint_eq (jd_csv_n_columns (csv), 2);
      ck_assert_str_eq (jd_csv_header (csv, 0), "id");
      ck_assert_str_eq (jd_csv_header (csv, 1), "region");
      ck_assert_str_eq (jd_csv_cell (csv, 0, 0), "a");
      ck_assert_str_eq (jd_csv_cell (csv, 0, 1), "云溪区");
    }
}
END_TEST

START_TEST (reads_quoted_cells)
{
  static const struct
  {
    const char *cell;
    const char *wanted;
  } cases[] = {
    { "\"a,b\"", "a,b" }, { "\"a\"\"b\"", "a\"b" }, { "\"\"", "" },
    { "\"\"\"\"", "\"" }, { "\"a\nb\"", "a\nb" },   { "\"a\r\nb\"", "a\r\nb" },
    { "", "" },           { "\" a \"", " a " },     { "a\rb", "a\rb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("id,x,y\n1,%s,z\n", cases[i].cell);
      g_autoptr (JdCsv) csv = parse (text);

      ck_assert_str_eq (jd_csv_cell (csv, 0, 1), cases[i].wanted);
      ck_assert_str_eq (jd_csv_cell (csv, 0, 2), "z");
    }
}
END_TEST

START_TEST (counts_lines_through_quoted_cells_and_empty_lines)
{
  g_autoptr (JdCsv) csv = parse ("id,x\n1,\"a\nb\nc\"\n\n2,z\n");

  ck_assert_uint_eq (jd_csv_n_rows (csv), 2);
  ck_assert_uint_eq (jd_csv_line (csv, 0), 2);
  ck_assert_uint_eq (jd_csv_line (csv, 1), 6);
}
END_TEST

START_TEST (names_file_and_line_of_what_is_wrong)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "t.csv:1: empty" },
    { "\n\r\n", "t.csv:1: empty" },
    { "id,x\na\n", "t.csv:2: 1 cells where the header has 2" },
    { "id,x\na,b,c\n", "t.csv:2: 3 cells" },
    { "id,x\n\na,\"b\n", "t.csv:3: a quote that is opened here is never closed" },
    { "id,x\na,\"b\"c\n", "t.csv:2: text behind a closing quote" },
    { "id,x\na,b\"c\n", "t.csv:2: a quote inside a cell" },
    { "id,\xd4\xc6\n", "t.csv: not valid UTF-8 at byte 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;

      ck_assert_ptr_null (jd_csv_parse ("t.csv", cases[i].text, strlen (cases[i].text), &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].message);
    }
}
END_TEST

START_TEST (refuses_a_nul_byte)
{
  GError *error = NULL;

  ck_assert_ptr_null (jd_csv_parse ("t.csv", "id\na\0b\n", 7, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "at byte 4");
}
END_TEST

JD_SUITE ("csv",
          reads_every_form_of_line_end_and_a_byte_order_mark,
          reads_quoted_cells,
          counts_lines_through_quoted_cells_and_empty_lines,
          names_file_and_line_of_what_is_wrong,
          refuses_a_nul_byte)
