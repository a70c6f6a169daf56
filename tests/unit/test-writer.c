/* test-writer.c - a file of results that appears whole
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "suite.h"

static void
add_document (JdWriter *writer, const char *text)
{
  g_autoptr (GBytes) line = g_bytes_new (text, strlen (text));
  GError *error = NULL;

  ck_assert (jd_writer_add_document (writer, line, &error));
  jd_assert_no_error (error);
}

/* Writes `n_documents` and, when asked, a corpus line; returns what the file holds then. */
static char *
write_all (const char *folder, JdFormat format, int n_documents, gboolean corpus)
{
  GError *error = NULL;
  g_autoptr (JdWriter) writer = jd_writer_new (folder, format, &error);
  g_autoptr (GBytes) line = g_bytes_new ("{\"corpus\":{}}\n", strlen ("{\"corpus\":{}}\n"));
  g_autofree char *file = jd_writer_file (folder, format);
  char *content;

  jd_assert_no_error (error);
  for (int i = 0; i < n_documents; i++)
    add_document (writer, "{}\n");
  ck_assert (!corpus || jd_writer_add_corpus (writer, line, &error));
  ck_assert (!g_file_test (file, G_FILE_TEST_EXISTS));
  ck_assert (jd_writer_finish (writer, &error));
  jd_assert_no_error (error);
  ck_assert (g_file_get_contents (file, &content, NULL, NULL));
  ck_assert_int_eq (g_unlink (file), 0);

  return content;
}

START_TEST (frames_lines_as_the_format_wants)
{
  static const struct
  {
    JdFormat format;
    int n_documents;
    gboolean corpus;
    const char *wanted;
  } cases[] = {
    { JD_FORMAT_NDJSON, 0, FALSE, "" },
    { JD_FORMAT_NDJSON, 2, TRUE, "{}\n{}\n{\"corpus\":{}}\n" },
    { JD_FORMAT_JSON, 0, FALSE, "{\"documents\":[\n]}\n" },
    { JD_FORMAT_JSON, 2, FALSE, "{\"documents\":[\n{}\n,{}\n]}\n" },
    { JD_FORMAT_JSON, 1, TRUE, "{\"documents\":[\n{}\n],\"corpus\":\n{\"corpus\":{}}\n}\n" },
  };
  g_autofree char *folder = g_dir_make_tmp ("jiandu-writer-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *above = g_path_get_dirname (inside);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content
          = write_all (inside, cases[i].format, cases[i].n_documents, cases[i].corpus);

      ck_assert_str_eq (content, cases[i].wanted);
    }
  ck_assert_int_eq (g_rmdir (inside) + g_rmdir (above) + g_rmdir (folder), 0);
}
END_TEST

START_TEST (leaves_the_old_file_when_it_does_not_finish)
{
  g_autofree char *folder = g_dir_make_tmp ("jiandu-writer-XXXXXX", NULL);
  g_autofree char *file = jd_writer_file (folder, JD_FORMAT_NDJSON);
  g_autofree char *content = NULL;
  GError *error = NULL;
  JdWriter *writer;

  ck_assert (g_file_set_contents (file, "old", -1, NULL));
  writer = jd_writer_new (folder, JD_FORMAT_NDJSON, &error);
  jd_assert_no_error (error);
  add_document (writer, "{}\n");
  jd_writer_free (writer);
  ck_assert (g_file_get_contents (file, &content, NULL, NULL));
  ck_assert_str_eq (content, "old");
  ck_assert_int_eq (g_unlink (file), 0);
  ck_assert_int_eq (g_rmdir (folder), 0);
}
END_TEST

START_TEST (names_the_file_that_cannot_be_written)
{
  GError *error = NULL;

  ck_assert_ptr_null (jd_writer_new ("/dev/null/x", JD_FORMAT_JSON, &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "/dev/null/x/result.json: ");
}
END_TEST

JD_SUITE ("writer",
          frames_lines_as_the_format_wants,
          leaves_the_old_file_when_it_does_not_finish,
          names_the_file_that_cannot_be_written)
