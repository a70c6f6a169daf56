/* test-input.c - from paths to the list of what will be read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/input.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

/* Makes a folder and goes there. */
static char *
make_folder (void)
{
  char *path = g_dir_make_tmp ("jiandu-input-XXXXXX", NULL);

  ck_assert_ptr_nonnull (path);
  ck_assert_int_eq (g_chdir (path), 0);
  return path;
}

static void
make_file (const char *path)
{
  ck_assert (g_file_set_contents (path, "x", 1, NULL));
}

static void
remove_all (const char *path)
{
  const char *const command[] = { "rm", "-rf", path, NULL };

  ck_assert_int_eq (g_chdir ("/"), 0);
  ck_assert (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                           NULL, NULL, NULL));
}

/* "source=id" of each input, "!" behind those with an error. */
static char *
collect (const char *const *paths, GPtrArray *warnings)
{
  g_autoptr (GPtrArray) inputs = jd_inputs_collect (paths, warnings);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < inputs->len; i++)
    {
      const JdInput *input = g_ptr_array_index (inputs, i);

      g_string_append_printf (list, "%s%s=%s%s", i == 0 ? "" : " ", input->source,
                              input->id == NULL ? "" : input->id, input->error == NULL ? "" : "!");
    }
  return g_string_free (list, FALSE);
}

static void
expect (const char *const *paths, const char *wanted, guint n_warnings)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = collect (paths, warnings);

  ck_assert_str_eq (list, wanted);
  ck_assert_uint_eq (warnings->len, n_warnings);
}

START_TEST (takes_the_name_without_folder_and_extension_for_an_id)
{
  static const char *const cases[][2] = {
    { "a.txt", "a" },         { "x/y/云溪区-2023.md", "云溪区-2023" },
    { "a.b.txt", "a.b" },     { "plain", "plain" },
    { ".hidden", ".hidden" }, { "a.", "a" },
    { "x.y/plain", "plain" }, { "\xff.txt", "\xef\xbf\xbd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = jd_input_document_id (cases[i][0]);

      ck_assert_str_eq (id, cases[i][1]);
    }
}
END_TEST

START_TEST (walks_folders_in_bytewise_order_without_hidden_files)
{
  static const char *const files[]
      = { "b.txt", "B.txt", "a/z.txt", "a/.secret", "区.md", "n.ndjson" };
  static const char *const paths[] = { "in", NULL };
  g_autofree char *folder = make_folder ();

  ck_assert_int_eq (g_mkdir_with_parents ("in/a", 0755), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename ("in", files[i], NULL);

      make_file (path);
    }
  expect (paths, "in/B.txt=B in/a/z.txt=z in/b.txt=b in/n.ndjson= in/区.md=区", 0);
  remove_all (folder);
}
END_TEST

/* A hard link is another document. */
START_TEST (reads_the_same_file_or_folder_once)
{
  static const char *const paths[] = { "in", "in/a.txt", "./in/a.txt", "in", NULL };
  g_autofree char *folder = make_folder ();

  ck_assert_int_eq (g_mkdir ("in", 0755), 0);
  make_file ("in/a.txt");
  ck_assert_int_eq (symlink ("..", "in/loop"), 0);
  ck_assert_int_eq (link ("in/a.txt", "in/b.txt"), 0);
  expect (paths, "in/a.txt=a in/b.txt=b", 4);
  remove_all (folder);
}
END_TEST

START_TEST (makes_an_error_of_what_was_named_and_cannot_be_read)
{
  static const char *const paths[] = { "missing.txt", "pipe", "dangling", "/dev/null", "-", NULL };
  g_autofree char *folder = make_folder ();

  ck_assert_int_eq (mkfifo ("pipe", 0600), 0);
  ck_assert_int_eq (symlink ("nowhere", "dangling"), 0);
  expect (paths, "missing.txt=missing! pipe=pipe! dangling=dangling! /dev/null=null! -=", 0);
  remove_all (folder);
}
END_TEST

START_TEST (leaves_out_with_a_warning_what_is_no_file_inside_a_folder)
{
  static const char *const paths[] = { "in", NULL };
  g_autofree char *folder = make_folder ();

  ck_assert_int_eq (g_mkdir ("in", 0755), 0);
  ck_assert_int_eq (mkfifo ("in/pipe", 0600), 0);
  ck_assert_int_eq (symlink ("nowhere", "in/dangling.txt"), 0);
  expect (paths, "in/dangling.txt=dangling!", 1);
  remove_all (folder);
}
END_TEST

JD_SUITE ("input",
          takes_the_name_without_folder_and_extension_for_an_id,
          walks_folders_in_bytewise_order_without_hidden_files,
          reads_the_same_file_or_folder_once,
          makes_an_error_of_what_was_named_and_cannot_be_read,
          leaves_out_with_a_warning_what_is_no_file_inside_a_folder)
