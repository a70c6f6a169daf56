/* test-lock.c - one run at a time in an output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/suite.h"

static char *folder;
static char *file;

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("jiandu-lock-XXXXXX", NULL);
  file = g_build_filename (folder, ".lock", NULL);
}

static void
remove_folder (void)
{
  g_unlink (file);
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (file);
  g_free (folder);
}

/* A child that holds the lock until it is killed. */
static pid_t
start_holder (void)
{
  int ready[2];
  char byte;
  pid_t child;

  ck_assert_int_eq (pipe (ready), 0);
  child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    {
      if (jd_lock_take (folder, ".lock", NULL) == NULL || write (ready[1], "", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  ck_assert_int_eq (read (ready[0], &byte, 1), 1);
  close (ready[0]);
  close (ready[1]);
  return child;
}

static void
end_holder (pid_t child)
{
  ck_assert_int_eq (kill (child, SIGKILL), 0);
  ck_assert_int_eq (waitpid (child, NULL, 0), child);
}

START_TEST (names_the_holder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  pid_t holder;

  make_folder ();
  holder = start_holder ();
  message = g_strdup_printf ("%s is in use by process %d", folder, (int)holder);
  ck_assert_ptr_null (jd_lock_take (folder, ".lock", &error));
  ck_assert_str_eq (error->message, message);
  jd_assert_error (error, JD_ERROR_OUTPUT, message);
  end_holder (holder);
  remove_folder ();
}
END_TEST

START_TEST (ends_with_a_killed_holder)
{
  g_autoptr (GError) error = NULL;
  JdLock *lock;

  make_folder ();
  end_holder (start_holder ());
  ck_assert_int_eq (g_file_test (file, G_FILE_TEST_EXISTS), TRUE);
  lock = jd_lock_take (folder, ".lock", &error);
  jd_assert_no_error (error);
  jd_lock_free (lock);
  remove_folder ();
}
END_TEST

START_TEST (leaves_nothing_behind)
{
  g_autoptr (GError) error = NULL;

  make_folder ();
  for (guint i = 0; i < 3; i++)
    {
      JdLock *lock = jd_lock_take (folder, ".lock", &error);

      jd_assert_no_error (error);
      ck_assert_int_eq (g_file_test (file, G_FILE_TEST_EXISTS), TRUE);
      jd_lock_free (lock);
      ck_assert_int_eq (g_file_test (file, G_FILE_TEST_EXISTS), FALSE);
    }
  remove_folder ();
}
END_TEST

START_TEST (refuses_a_second_in_the_same_process)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdLock) lock = NULL;

  make_folder ();
  lock = jd_lock_take (folder, ".lock", &error);
  jd_assert_no_error (error);
  ck_assert_ptr_null (jd_lock_take (folder, ".lock", &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "is in use by process");
  remove_folder ();
}
END_TEST

START_TEST (two_names_are_two_locks)
{
  g_autoptr (GError) error = NULL;
  JdLock *first;
  JdLock *second;

  make_folder ();
  first = jd_lock_take (folder, ".lock-1", &error);
  jd_assert_no_error (error);
  second = jd_lock_take (folder, ".lock-2", &error);
  jd_assert_no_error (error);
  jd_lock_free (first);
  jd_lock_free (second);
  remove_folder ();
}
END_TEST

/* Ten that want it at once, again and again: never two have it. */
START_TEST (one_at_a_time)
{
  g_autofree char *mark = NULL;
  pid_t children[10];

  make_folder ();
  mark = g_build_filename (folder, "mark", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        for (guint round = 0; round < 200; round++)
          {
            JdLock *lock = jd_lock_take (folder, ".lock", NULL);

            if (lock == NULL)
              continue;
            if (g_mkdir (mark, 0700) != 0 || g_rmdir (mark) != 0)
              _exit (1);
            jd_lock_free (lock);
          }
        _exit (0);
      }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      ck_assert_int_eq (waitpid (children[i], &status, 0), children[i]);
      ck_assert_int_eq (status, 0);
    }
  remove_folder ();
}
END_TEST

START_TEST (tells_a_folder_that_cannot_be)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jd_lock_take ("/dev/null/folder", ".lock", &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "/dev/null/folder: Not a directory");
}
END_TEST

JD_SUITE ("lock",
          names_the_holder,
          ends_with_a_killed_holder,
          leaves_nothing_behind,
          refuses_a_second_in_the_same_process,
          two_names_are_two_locks,
          one_at_a_time,
          tells_a_folder_that_cannot_be)
