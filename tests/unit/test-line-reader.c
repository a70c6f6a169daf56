/* test-line-reader.c - a stream's lines
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/line-reader.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

#include "suite.h"

#define LIMIT 8

static JdLineReader *
lines_of (const char *text)
{
  int ends[2];

  ck_assert (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  ck_assert_int_eq (write (ends[1], text, strlen (text)), (int)strlen (text));
  ck_assert_int_eq (close (ends[1]), 0);
  return jd_line_reader_new (ends[0], "t.ndjson", LIMIT, NULL);
}

START_TEST (gives_every_line_with_or_without_an_end)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "", "" },       { "\n", "[]" },           { "a", "[a]" },
    { "a\n", "[a]" }, { "a\n\nb", "[a][][b]" }, { "12345678\n", "[12345678]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JdLineReader) lines = lines_of (cases[i].text);
      g_autoptr (GString) line = g_string_new (NULL);
      g_autoptr (GString) all = g_string_new (NULL);
      GError *error = NULL;

      while (jd_line_reader_next (lines, line, &error))
        g_string_append_printf (all, "[%s]", line->str);
      jd_assert_no_error (error);
      ck_assert_str_eq (all->str, cases[i].wanted);
      ck_assert_int_eq (jd_line_reader_consumed (lines), (goffset)strlen (cases[i].text));
    }
}
END_TEST

START_TEST (goes_on_after_a_line_that_is_too_long)
{
  g_autoptr (JdLineReader) lines = lines_of ("a\n123456789\nb\n");
  g_autoptr (GString) line = g_string_new (NULL);
  GError *error = NULL;

  ck_assert (jd_line_reader_next (lines, line, &error));
  ck_assert (!jd_line_reader_next (lines, line, &error));
  jd_assert_error (error, JD_ERROR_INPUT,
                   "t.ndjson:2: a line of 9 bytes, larger than the limit of 8");
  ck_assert (jd_line_reader_next (lines, line, &error));
  ck_assert_str_eq (line->str, "b");
  ck_assert_uint_eq (jd_line_reader_number (lines), 3);
}
END_TEST

START_TEST (ends_after_a_read_error)
{
  g_autoptr (JdLineReader) lines
      = jd_line_reader_new (open ("/", O_RDONLY | O_CLOEXEC), "t.ndjson", LIMIT, NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  GError *error = NULL;

  ck_assert (!jd_line_reader_next (lines, line, &error));
  jd_assert_error (error, JD_ERROR_INPUT, "t.ndjson:1: ");
  ck_assert (!jd_line_reader_next (lines, line, &error));
  jd_assert_no_error (error);
}
END_TEST

JD_SUITE ("line-reader",
          gives_every_line_with_or_without_an_end,
          goes_on_after_a_line_that_is_too_long,
          ends_after_a_read_error)
