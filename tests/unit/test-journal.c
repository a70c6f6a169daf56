/* test-journal.c - what became of each document, on the disk as soon as it is known
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/journal.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/journal.h"

START_TEST (keeps_what_was_appended)
{
  JdJournal *journal;

  set_up ();
  journal = must_open ();
  must_append (journal, 0, 500);
  assert_holds (journal, 500);
  must_close (journal);

  journal = must_open ();
  ck_assert_uint_eq (jd_journal_dropped (journal), 0);
  assert_holds (journal, 500);
  must_append (journal, 500, 600);
  must_close (journal);

  journal = must_open ();
  assert_holds (journal, 600);
  must_close (journal);
  tear_down ();
}
END_TEST

START_TEST (the_last_of_a_key_counts)
{
  static const char *const payloads[] = { "once", "twice" };
  g_autoptr (GError) error = NULL;
  JdJournalPlace place;
  JdEntry last;
  JdJournal *journal;

  set_up ();
  journal = must_open ();
  for (guint i = 0; i < 2; i++)
    {
      JdEntry entry
          = { JD_ENTRY_DOCUMENT, i, 9, "k", 1, (const guint8 *)payloads[i], strlen (payloads[i]) };

      ck_assert_int_eq (jd_journal_append (journal, &entry, NULL, &error), TRUE);
    }
  must_close (journal);
  journal = must_open ();
  ck_assert_uint_eq (jd_journal_length (journal), 1);
  ck_assert_int_eq (jd_journal_find (journal, "k", &place), TRUE);
  ck_assert_uint_eq (place.status, 1);
  ck_assert_int_eq (jd_journal_read (journal, place.offset, &last, &error), TRUE);
  ck_assert_int_eq (memcmp (last.payload, "twice", 5), 0);
  must_close (journal);
  tear_down ();
}
END_TEST

/* A process that is killed has given everything to the kernel. */
START_TEST (a_killed_process_loses_nothing)
{
  JdJournal *journal;
  pid_t child;

  set_up ();
  child = fork ();
  if (child == 0)
    {
      journal = try_open (IDENTITY, FALSE, NULL);
      for (guint n = 0; journal != NULL && n < 100; n++)
        append (journal, n, NULL);
      raise (SIGKILL);
    }
  ck_assert_int_eq (waitpid (child, NULL, 0), child);

  journal = must_open ();
  assert_holds (journal, 100);
  must_close (journal);
  tear_down ();
}
END_TEST

START_TEST (leaves_a_stranger_alone)
{
  static const char *const strangers[] = {
    "x",
    "a letter that somebody wrote\n",
    "JDE1 but nothing of ours follows, and it is longer than a beginning",
  };
  g_autoptr (GError) error = NULL;

  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *after = NULL;

      g_file_set_contents (path, strangers[i], -1, NULL);
      ck_assert_ptr_null (try_open (IDENTITY, FALSE, &error));
      jd_assert_error (error, JD_ERROR_OUTPUT,
                       "run.journal: not a journal, or damaged at its beginning; move it away");
      g_file_get_contents (path, &after, NULL, NULL);
      ck_assert_str_eq (after, strangers[i]);
    }
  tear_down ();
}
END_TEST

START_TEST (refuses_another_identity)
{
  g_autoptr (GError) error = NULL;
  JdJournal *journal;

  set_up ();
  journal = must_open ();
  must_append (journal, 0, 10);
  must_close (journal);

  ck_assert_ptr_null (try_open ("5e1f0e", FALSE, &error));
  jd_assert_error (error, JD_ERROR_CONFIG,
                   "run.journal: of a run with another pipeline, other plugins or another jiandu; "
                   "write into another folder or start anew");
  journal = must_open ();
  assert_holds (journal, 10);
  must_close (journal);

  journal = try_open ("5e1f0e", TRUE, &error);
  jd_assert_no_error (error);
  assert_holds (journal, 0);
  must_close (journal);
  tear_down ();
}
END_TEST

START_TEST (refuses_another_format)
{
  JdEntry entry = { JD_ENTRY_IDENTITY, 0, 2, "jiandu journal", 14, (const guint8 *)IDENTITY, 6 };
  g_autoptr (GError) error = NULL;
  int descriptor;

  set_up ();
  descriptor = g_open (path, O_RDWR | O_CREAT, 0600);
  ck_assert_int_eq (jd_entry_write (descriptor, 0, &entry, 0), TRUE);
  close (descriptor);
  ck_assert_ptr_null (try_open (IDENTITY, FALSE, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "run.journal: format 2, this jiandu writes 1");
  tear_down ();
}
END_TEST

START_TEST (refuses_what_is_no_file)
{
  g_autoptr (GError) error = NULL;

  set_up ();
  ck_assert_int_eq (symlink ("/dev/full", path), 0);
  ck_assert_ptr_null (try_open (IDENTITY, FALSE, &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "run.journal: not a regular file");
  g_unlink (path);
  ck_assert_int_eq (symlink ("nowhere/run.journal", path), 0);
  ck_assert_ptr_null (try_open (IDENTITY, FALSE, &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "run.journal: No such file or directory");
  tear_down ();
}
END_TEST

/* In a child with a file size limit, where no assertion can be made: 0 when it went as it should.
 */
static int
fill_up (rlim_t limit)
{
  struct rlimit size = { limit, limit };
  JdJournalSetup setup = { path, IDENTITY, FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = NULL;
  JdJournal *journal = jd_journal_open (&setup, &error);
  guint n = 0;

  signal (SIGXFSZ, SIG_IGN);
  if (journal == NULL || setrlimit (RLIMIT_FSIZE, &size) != 0)
    return 1;
  jd_journal_set_progress (journal, 0, 2000);
  while (append (journal, n, &error))
    n++;
  wanted = g_strdup_printf ("%s: File too large after %u of 2000; nothing finished is lost; free "
                            "space and run again",
                            path, n);
  if (g_strcmp0 (error->message, wanted) != 0 || jd_journal_length (journal) != n)
    return 2;
  g_clear_error (&error);
  if (append (journal, 0, &error) || !g_error_matches (error, JD_ERROR, JD_ERROR_OUTPUT))
    return 3;
  return jd_journal_close (journal, NULL) ? 4 : 0;
}

START_TEST (a_full_disk_loses_nothing)
{
  JdJournal *journal;

  set_up ();
  for (rlim_t limit = 100; limit < 20000; limit += 997)
    {
      struct stat status;
      int result;
      pid_t child = fork ();

      if (child == 0)
        _exit (fill_up (limit));
      ck_assert_int_eq (waitpid (child, &result, 0), child);
      ck_assert_int_eq (result, 0);

      ck_assert_int_eq (stat (path, &status), 0);
      ck_assert_int_le (status.st_size, (off_t)limit);
      journal = must_open ();
      ck_assert_uint_eq (jd_journal_dropped (journal), 0);
      must_append (journal, (guint)jd_journal_length (journal), 200);
      assert_holds (journal, 200);
      must_close (journal);
      g_unlink (path);
    }
  tear_down ();
}
END_TEST

START_TEST (tells_damage_since_it_was_opened)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = key_of (5);
  JdJournalPlace place;
  JdEntry entry;
  JdJournal *journal;
  int descriptor;

  set_up ();
  journal = must_open ();
  must_append (journal, 0, 10);
  ck_assert_int_eq (jd_journal_find (journal, key, &place), TRUE);
  descriptor = g_open (path, O_WRONLY, 0);
  ck_assert_int_eq (pwrite (descriptor, "\xff\xff", 2, (off_t)(place.offset + place.size - 2)), 2);
  close (descriptor);
  ck_assert_int_eq (FALSE, jd_journal_read (journal, place.offset, &entry, &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "since it was opened; run again");
  must_close (journal);

  journal = must_open ();
  assert_holds (journal, 5);
  must_close (journal);
  tear_down ();
}
END_TEST

JD_SUITE ("journal",
          keeps_what_was_appended,
          the_last_of_a_key_counts,
          a_killed_process_loses_nothing,
          leaves_a_stranger_alone,
          refuses_another_identity,
          refuses_another_format,
          refuses_what_is_no_file,
          a_full_disk_loses_nothing,
          tells_damage_since_it_was_opened)
