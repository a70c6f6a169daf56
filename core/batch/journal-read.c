/* journal-read.c - opening a journal, and finding in it what is done
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/journal-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/batch/checksum.h"

const char jd_journal_key[] = "jiandu journal";

static guint64
hash_key (const char *key, gsize length)
{
  return jd_checksum (0, key, length);
}

void
jd_journal_note (JdJournal *journal, const JdEntry *entry)
{
  JdJournalPlace place = {
    .hash = hash_key (entry->key, entry->key_length),
    .offset = journal->end,
    .size = (guint32)jd_entry_size (entry),
    .status = entry->status,
  };

  if (jd_journal_index_put (&journal->index, &place))
    journal->done++;
  journal->end += place.size;
}

void
jd_journal_set_error (const JdJournal *journal, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, "%s: %s", journal->name, g_strerror (errno));
}

static gboolean
open_file (JdJournal *journal, guint64 *size, GError **error)
{
  struct stat status;

  do
    journal->descriptor = open (journal->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
  while (journal->descriptor < 0 && errno == EINTR);

  if (journal->descriptor < 0 || fstat (journal->descriptor, &status) != 0)
    {
      jd_journal_set_error (journal, error);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("%s: not a regular file"), journal->name);
      return FALSE;
    }
  *size = (guint64)status.st_size;
  return TRUE;
}

static gboolean
is_ours (const JdEntry *entry)
{
  return entry->kind == JD_ENTRY_IDENTITY && entry->key_length == strlen (jd_journal_key)
         && memcmp (entry->key, jd_journal_key, entry->key_length) == 0;
}

static gboolean
check_identity (const JdJournal *journal,
                const JdEntry *entry,
                const char *identity,
                GError **error)
{
  if (entry->number != JD_JOURNAL_FORMAT)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("%s: format %" PRIu64 ", this jiandu writes %d; write into another "
                    "folder or start anew"),
                 journal->name, entry->number, JD_JOURNAL_FORMAT);
  else if (entry->length != strlen (identity)
           || memcmp (entry->payload, identity, entry->length) != 0)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("%s: of a run with another pipeline, other plugins or another jiandu; write "
                    "into another folder or start anew"),
                 journal->name);
  else
    return TRUE;

  return FALSE;
}

/* What a loss of power can leave of a new file: nothing, the front of the first entry, or zeros.
 * Anything else that cannot be read is somebody else's and is not touched. */
static gboolean
is_stillborn (const JdJournal *journal, guint64 size, const char *identity)
{
  guint8 front[JD_ENTRY_HEADER] = { 0 };
  JdEntry whole = { .key_length = strlen (jd_journal_key), .length = strlen (identity) };
  static const guint8 zeros[JD_ENTRY_HEADER] = { 0 };

  if (pread (journal->descriptor, front, sizeof front, 0) < 0)
    return FALSE;

  return memcmp (front, zeros, sizeof front) == 0
         || (size < jd_entry_size (&whole) && memcmp (front, "JDE1", MIN (size, 4)) == 0);
}

static gboolean
fail_read (const JdJournal *journal, GError **error)
{
  jd_journal_set_error (journal, error);
  return FALSE;
}

/* FALSE without an error: there is nothing to go on from. */
static gboolean
read_identity (JdJournal *journal, guint64 size, const char *identity, GError **error)
{
  JdEntry entry;

  switch (jd_entry_read (journal->descriptor, 0, size, 0, journal->buffer, &entry))
    {
    case JD_ENTRY_UNREAD:
      return fail_read (journal, error);
    case JD_ENTRY_END:
      return FALSE;
    case JD_ENTRY_WHOLE:
      if (is_ours (&entry))
        {
          journal->end = jd_entry_size (&entry);
          return check_identity (journal, &entry, identity, error);
        }
      break;
    case JD_ENTRY_DAMAGED:
      if (is_stillborn (journal, size, identity))
        return FALSE;
      break;
    }

  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
               _ ("%s: not a journal, or damaged at its beginning; move it away"), journal->name);
  return FALSE;
}

/* Up to the end, or to the first entry that is not whole. */
static gboolean
read_documents (JdJournal *journal, guint64 size, GError **error)
{
  for (;;)
    {
      JdEntry entry;
      JdEntryState state = jd_entry_read (journal->descriptor, journal->end, size, journal->seed,
                                          journal->buffer, &entry);

      if (state == JD_ENTRY_UNREAD)
        return fail_read (journal, error);
      if (state != JD_ENTRY_WHOLE || entry.kind != JD_ENTRY_DOCUMENT)
        return TRUE;
      jd_journal_note (journal, &entry);
    }
}

/* Nothing is cut off unless it was read, and nothing of a file that is not ours. */
static gboolean
take_up (JdJournal *journal, const JdJournalSetup *setup, guint64 size, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean known = !setup->anew && read_identity (journal, size, setup->identity, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (known && !read_documents (journal, size, error))
    return FALSE;

  journal->dropped = setup->anew ? 0 : size - journal->end;
  return (journal->end == size || jd_journal_cut (journal, error))
         && (known || jd_journal_begin (journal, setup->identity, error));
}

JdJournal *
jd_journal_open (const JdJournalSetup *setup, GError **error)
{
  g_autoptr (JdJournal) journal = g_new0 (JdJournal, 1);
  guint64 size;

  journal->path = g_strdup (setup->path);
  journal->name = g_filename_display_name (setup->path);
  journal->seed = jd_entry_seed (setup->identity);
  journal->buffer = g_byte_array_new ();
  journal->synced_at = g_get_monotonic_time ();

  if (!open_file (journal, &size, error) || !take_up (journal, setup, size, error))
    return NULL;
  return g_steal_pointer (&journal);
}

void
jd_journal_free (JdJournal *journal)
{
  if (journal->descriptor >= 0)
    (void)close (journal->descriptor);
  jd_journal_index_clear (&journal->index);
  g_byte_array_unref (journal->buffer);
  g_free (journal->path);
  g_free (journal->name);
  g_free (journal);
}

guint64
jd_journal_dropped (const JdJournal *journal)
{
  return journal->dropped;
}

gsize
jd_journal_length (const JdJournal *journal)
{
  return journal->index.n_places;
}

/* Two keys can have one hash, and nobody's result may be another's. */
gboolean
jd_journal_find (JdJournal *journal, const char *key, JdJournalPlace *place)
{
  gsize length = strlen (key);
  const JdJournalPlace *found;
  char there[JD_ENTRY_KEY_LIMIT];

  g_return_val_if_fail (length <= JD_ENTRY_KEY_LIMIT, FALSE);
  found = jd_journal_index_find (&journal->index, hash_key (key, length));
  if (found == NULL || found->size < JD_ENTRY_HEADER + length
      || pread (journal->descriptor, there, length, (off_t)(found->offset + JD_ENTRY_HEADER))
             != (ssize_t)length
      || memcmp (there, key, length) != 0)
    return FALSE;

  *place = *found;
  return TRUE;
}

void
jd_journal_set_progress (JdJournal *journal, guint64 done, guint64 total)
{
  journal->done = done;
  journal->total = total;
}

gboolean
jd_journal_read (JdJournal *journal, guint64 offset, JdEntry *entry, GError **error)
{
  JdEntryState state = jd_entry_read (journal->descriptor, offset, journal->end, journal->seed,
                                      journal->buffer, entry);

  if (state == JD_ENTRY_WHOLE)
    return TRUE;

  if (state == JD_ENTRY_UNREAD)
    jd_journal_set_error (journal, error);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
                 _ ("%s: damaged at byte %" PRIu64 " since it was opened; run again"),
                 journal->name, offset);
  return FALSE;
}
