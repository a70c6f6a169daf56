/* journal.h - journals of made-up documents, for the tests of journals
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/journal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/unit/suite.h"

#define IDENTITY "5e1f0d"

static char *folder;
static char *path;

static inline void
set_up (void)
{
  folder = g_dir_make_tmp ("jiandu-journal-XXXXXX", NULL);
  path = g_build_filename (folder, "run.journal", NULL);
}

static inline void
tear_down (void)
{
  g_unlink (path);
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (path);
  g_free (folder);
}

static inline JdJournal *
try_open (const char *identity, gboolean anew, GError **error)
{
  JdJournalSetup setup = { path, identity, anew };

  return jd_journal_open (&setup, error);
}

static inline JdJournal *
must_open (void)
{
  g_autoptr (GError) error = NULL;
  JdJournal *journal = try_open (IDENTITY, FALSE, &error);

  jd_assert_no_error (error);
  return journal;
}

static inline void
must_close (JdJournal *journal)
{
  g_autoptr (GError) error = NULL;

  ck_assert_int_eq (jd_journal_close (journal, &error), TRUE);
  jd_assert_no_error (error);
}

/* The n-th document: a payload of many lengths, with zeros and newlines in it. */
static inline char *
key_of (guint n)
{
  return g_strdup_printf ("%08x%08x", n * 2654435761U, n);
}

static inline GBytes *
payload_of (guint n)
{
  gsize length = (n * 37) % 300;
  guint8 *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8)((i * n) % 13 == 0 ? '\n' : i * 31 + n);
  return g_bytes_new_take (bytes, length);
}

static inline gboolean
append (JdJournal *journal, guint n, GError **error)
{
  g_autofree char *key = key_of (n);
  g_autoptr (GBytes) payload = payload_of (n);
  JdEntry entry = { .kind = JD_ENTRY_DOCUMENT, .status = n % 3, .number = n, .key = key };

  entry.key_length = strlen (key);
  entry.payload = g_bytes_get_data (payload, &entry.length);
  return jd_journal_append (journal, &entry, NULL, error);
}

static inline void
must_append (JdJournal *journal, guint first, guint after)
{
  g_autoptr (GError) error = NULL;

  for (guint n = first; n < after; n++)
    {
      append (journal, n, &error);
      jd_assert_no_error (error);
    }
}

static inline gboolean
has (JdJournal *journal, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = key_of (n);
  g_autoptr (GBytes) wanted = payload_of (n);
  JdJournalPlace place;
  JdEntry entry;

  if (!jd_journal_find (journal, key, &place))
    return FALSE;
  ck_assert_int_eq (jd_journal_read (journal, place.offset, &entry, &error), TRUE);
  jd_assert_no_error (error);
  ck_assert_uint_eq (entry.length, g_bytes_get_size (wanted));
  ck_assert_int_eq (memcmp (entry.payload, g_bytes_get_data (wanted, NULL), entry.length), 0);
  ck_assert_uint_eq (entry.number, n);
  ck_assert_uint_eq (place.status, n % 3);
  return TRUE;
}

/* Exactly the first `n`. */
static inline void
assert_holds (JdJournal *journal, guint n)
{
  ck_assert_uint_eq (jd_journal_length (journal), n);
  for (guint i = 0; i < n; i++)
    ck_assert_msg (has (journal, i), "%u is missing", i);
  ck_assert_msg (!has (journal, n), "%u is there", n);
}
