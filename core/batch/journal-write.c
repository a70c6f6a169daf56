/* journal-write.c - appending to a journal, and getting it onto the disk
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/journal-parts.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "core/output/sync.h"

/* fdatasync() for every entry: about 1,000 documents a second; for every 64th: about 30,000, more
 * than can be analyzed. */
enum
{
  SYNC_ENTRIES = 64,
  SYNC_MICROSECONDS = G_USEC_PER_SEC,
};

static gboolean
is_full (int failure)
{
  return failure == ENOSPC || failure == EDQUOT || failure == EFBIG;
}

static char *
describe_progress (const JdJournal *journal)
{
  return journal->total == 0
             ? g_strdup_printf ("%" PRIu64, journal->done)
             : g_strdup_printf (_ ("%" PRIu64 " of %" PRIu64), journal->done, journal->total);
}

static gboolean
fail (JdJournal *journal, int failure, GError **error)
{
  g_autofree char *progress = describe_progress (journal);

  journal->failure = failure;
  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
               is_full (failure)
                   ? _ ("%s: %s after %s; nothing finished is lost; free space and run again")
                   : _ ("%s: %s after %s; nothing finished is lost; run again"),
               journal->name, g_strerror (failure), progress);
  return FALSE;
}

static int
sync_descriptor (int descriptor)
{
  int result;

  do
    result = fdatasync (descriptor);
  while (result != 0 && errno == EINTR);

  return result;
}

static int
cut_at (const JdJournal *journal)
{
  int result;

  do
    result = ftruncate (journal->descriptor, (off_t)journal->end);
  while (result != 0 && errno == EINTR);

  return result;
}

gboolean
jd_journal_cut (JdJournal *journal, GError **error)
{
  if (cut_at (journal) == 0)
    return TRUE;

  jd_journal_set_error (journal, error);
  return FALSE;
}

/* Half an entry at the end would be dropped by the next opening anyhow, so that it does not matter
 * when it cannot be cut off here. */
static gboolean
write_entry (JdJournal *journal, const JdEntry *entry, guint64 seed, GError **error)
{
  int failure;

  if (jd_entry_write (journal->descriptor, journal->end, entry, seed))
    return TRUE;

  failure = errno;
  (void)cut_at (journal);
  return fail (journal, failure, error);
}

gboolean
jd_journal_begin (JdJournal *journal, const char *identity, GError **error)
{
  JdEntry entry = {
    .kind = JD_ENTRY_IDENTITY,
    .number = JD_JOURNAL_FORMAT,
    .key = jd_journal_key,
    .key_length = strlen (jd_journal_key),
    .payload = (const guint8 *)identity,
    .length = strlen (identity),
  };

  if (!write_entry (journal, &entry, 0, error))
    return FALSE;
  journal->end += jd_entry_size (&entry);

  if (!jd_journal_sync (journal, error))
    return FALSE;
  return jd_sync_folder_of (journal->path) || fail (journal, errno, error);
}

/* Whether more is waiting for the disk than may be lost. */
static gboolean
is_due (const JdJournal *journal)
{
  return journal->unsynced >= SYNC_ENTRIES
         || g_get_monotonic_time () - journal->synced_at >= SYNC_MICROSECONDS;
}

gboolean
jd_journal_append (JdJournal *journal, const JdEntry *entry, guint64 *offset, GError **error)
{
  guint64 begin = journal->end;

  g_return_val_if_fail (entry->kind == JD_ENTRY_DOCUMENT && entry->status <= G_MAXUINT8, FALSE);
  if (journal->failure != 0)
    return fail (journal, journal->failure, error);
  if (entry->length > JD_ENTRY_PAYLOAD_LIMIT)
    return fail (journal, EMSGSIZE, error);
  if (!write_entry (journal, entry, journal->seed, error))
    return FALSE;

  jd_journal_note (journal, entry);
  journal->unsynced++;
  if (is_due (journal) && !jd_journal_sync (journal, error))
    return FALSE;
  if (offset != NULL)
    *offset = begin;
  return TRUE;
}

/* After a failure the kernel forgets which pages were not written: a second try would succeed and
 * tell nothing.  What is missing then, the checksums tell. */
gboolean
jd_journal_sync (JdJournal *journal, GError **error)
{
  if (journal->failure != 0)
    return fail (journal, journal->failure, error);
  if (sync_descriptor (journal->descriptor) != 0)
    return fail (journal, errno, error);

  journal->unsynced = 0;
  journal->synced_at = g_get_monotonic_time ();
  return TRUE;
}

gboolean
jd_journal_close (JdJournal *journal, GError **error)
{
  gboolean synced = jd_journal_sync (journal, error);
  /* On Linux the descriptor is gone even after EINTR. */
  gboolean closed = close (journal->descriptor) == 0 || errno == EINTR;

  if (synced && !closed)
    fail (journal, errno, error);
  journal->descriptor = -1;
  jd_journal_free (journal);

  return synced && closed;
}
