/* test-ledger.c - the outcomes of a run by number, kept in the journal of its output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/ledger.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/unit/suite.h"

static char *folder;
static GPtrArray *warnings;

static void
set_up (void)
{
  g_autofree char *parent = g_dir_make_tmp ("jiandu-ledger-XXXXXX", NULL);

  folder = g_build_filename (parent, "out", NULL);
  warnings = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (void)
{
  g_autofree char *journal = g_build_filename (folder, "run.journal", NULL);
  g_autofree char *parent = g_path_get_dirname (folder);

  g_unlink (journal);
  ck_assert_int_eq (g_rmdir (folder), 0);
  ck_assert_int_eq (g_rmdir (parent), 0);
  g_ptr_array_unref (warnings);
  g_free (folder);
}

static JdLedger *
try_open (const char *identity, gboolean anew, GError **error)
{
  JdLedgerSetup setup = { folder, "run", identity, anew };

  g_ptr_array_set_size (warnings, 0);
  return jd_ledger_open (&setup, warnings, error);
}

static JdLedger *
must_open (const char *identity, gboolean anew)
{
  g_autoptr (GError) error = NULL;
  JdLedger *ledger = try_open (identity, anew, &error);

  jd_assert_no_error (error);
  return ledger;
}

static void
record (JdLedger *ledger, guint64 number, const char *key)
{
  g_autoptr (GError) error = NULL;
  JdEntry entry
      = { JD_ENTRY_DOCUMENT, 1, number, key, strlen (key), (const guint8 *)key, strlen (key) };

  ck_assert_int_eq (jd_ledger_record (ledger, &entry, &error), TRUE);
  jd_assert_no_error (error);
}

static void
assert_reads (JdLedger *ledger, guint64 number, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  JdEntry entry;

  ck_assert_int_eq (jd_ledger_read (ledger, number, &entry, &error), TRUE);
  jd_assert_no_error (error);
  ck_assert_uint_eq (entry.number, number);
  ck_assert_uint_eq (entry.length, strlen (wanted));
  ck_assert_int_eq (memcmp (entry.payload, wanted, entry.length), 0);
}

/* Workers answer in any order. */
START_TEST (keeps_outcomes_by_number)
{
  JdLedger *ledger;

  set_up ();
  ledger = must_open ("5e1f0d", FALSE);
  record (ledger, 2, "c");
  record (ledger, 0, "a");
  record (ledger, 1, "b");
  assert_reads (ledger, 0, "a");
  assert_reads (ledger, 1, "b");
  assert_reads (ledger, 2, "c");
  ck_assert_uint_eq (jd_ledger_done (ledger), 3);
  ck_assert_uint_eq (jd_ledger_recalled (ledger), 0);
  jd_ledger_free (ledger);
  tear_down ();
}
END_TEST

START_TEST (recalls_what_did_not_change)
{
  g_autoptr (GError) error = NULL;
  JdLedger *ledger;

  set_up ();
  ledger = must_open ("5e1f0d", FALSE);
  record (ledger, 0, "a");
  record (ledger, 1, "b");
  ck_assert_int_eq (jd_ledger_close (ledger, &error), TRUE);
  jd_assert_no_error (error);

  /* One more in front, and "b" is now "B". */
  ledger = must_open ("5e1f0d", FALSE);
  ck_assert_int_eq (jd_ledger_recall (ledger, 0, "new"), FALSE);
  ck_assert_int_eq (jd_ledger_recall (ledger, 1, "a"), TRUE);
  ck_assert_int_eq (jd_ledger_recall (ledger, 2, "B"), FALSE);
  record (ledger, 2, "B");
  record (ledger, 0, "new");
  assert_reads (ledger, 0, "new");
  assert_reads (ledger, 1, "a");
  assert_reads (ledger, 2, "B");
  ck_assert_uint_eq (jd_ledger_done (ledger), 3);
  ck_assert_uint_eq (jd_ledger_recalled (ledger), 1);
  ck_assert_uint_eq (warnings->len, 0);
  jd_ledger_free (ledger);
  tear_down ();
}
END_TEST

START_TEST (begins_anew_after_a_change)
{
  g_autofree char *wanted = NULL;
  JdLedger *ledger;

  set_up ();
  ledger = must_open ("5e1f0d", FALSE);
  record (ledger, 0, "a");
  jd_ledger_free (ledger);

  ledger = must_open ("5e1f0e", FALSE);
  ck_assert_uint_eq (warnings->len, 1);
  wanted = g_strdup_printf ("%s/run.journal: the pipeline, a plugin or jiandu has changed; all "
                            "documents are analyzed again",
                            folder);
  ck_assert_str_eq (g_ptr_array_index (warnings, 0), wanted);
  ck_assert_int_eq (jd_ledger_recall (ledger, 0, "a"), FALSE);
  record (ledger, 0, "a");
  jd_ledger_free (ledger);

  ledger = must_open ("5e1f0e", TRUE);
  ck_assert_uint_eq (warnings->len, 0);
  ck_assert_int_eq (jd_ledger_recall (ledger, 0, "a"), FALSE);
  jd_ledger_free (ledger);
  tear_down ();
}
END_TEST

START_TEST (tells_a_damaged_end)
{
  g_autofree char *path = NULL;
  g_autofree char *wanted = NULL;
  JdLedger *ledger;
  FILE *file;

  set_up ();
  path = g_build_filename (folder, "run.journal", NULL);
  ledger = must_open ("5e1f0d", FALSE);
  record (ledger, 0, "a");
  jd_ledger_free (ledger);
  file = g_fopen (path, "a");
  fputs ("garbage", file);
  fclose (file);

  ledger = must_open ("5e1f0d", FALSE);
  wanted = g_strdup_printf ("%s: 7 damaged bytes at the end; what they told is done again", path);
  ck_assert_uint_eq (warnings->len, 1);
  ck_assert_str_eq (g_ptr_array_index (warnings, 0), wanted);
  ck_assert_int_eq (jd_ledger_recall (ledger, 0, "a"), TRUE);
  jd_ledger_free (ledger);
  tear_down ();
}
END_TEST

START_TEST (one_at_a_time)
{
  g_autoptr (GError) error = NULL;
  JdLedger *ledger;

  set_up ();
  ledger = must_open ("5e1f0d", FALSE);
  ck_assert_ptr_null (try_open ("5e1f0d", FALSE, &error));
  jd_assert_error (error, JD_ERROR_OUTPUT, "/out is in use by process ");
  jd_ledger_free (ledger);
  jd_ledger_free (must_open ("5e1f0d", FALSE));
  tear_down ();
}
END_TEST

JD_SUITE ("ledger",
          keeps_outcomes_by_number,
          recalls_what_did_not_change,
          begins_anew_after_a_change,
          tells_a_damaged_end,
          one_at_a_time)
