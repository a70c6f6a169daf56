/* journal.h - what became of each document, on the disk as soon as it is known
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An append-only file of entries (entry.h): first the identity of the run, then one a document.  An
 * entry is found by its key, a hash of everything that went into the document.  A run that ends in
 * whatever way can be taken up again: opening verifies every entry, keeps those before the first
 * that is not whole and cuts off the rest.
 *
 * An appended entry is with the kernel at once, so that the end of this process loses nothing; it
 * is on the disk after at most 64 more or a second more, so that a loss of power loses little.
 */
#pragma once

#include "core/batch/entry.h"
#include "core/batch/journal-index.h"

#include <jiandu/error.h>

typedef struct JdJournal JdJournal;

typedef struct
{
  const char *path;
  const char *identity; /* of the run: what its results depend on beside the documents */
  gboolean anew;        /* forget what an existing journal holds */
} JdJournalSetup;

/* Opens or creates.  JD_ERROR_CONFIG: the journal of another run or of another version, left as it
 * is.  JD_ERROR_OUTPUT: cannot be read or written, or the file is not a journal. */
JdJournal *jd_journal_open (const JdJournalSetup *setup, GError **error);

/* Without a word about what is not on the disk yet: see jd_journal_close(). */
void jd_journal_free (JdJournal *journal);

/* How many bytes of a damaged end were cut off when it was opened. */
guint64 jd_journal_dropped (const JdJournal *journal);

/* How many different keys it holds. */
gsize jd_journal_length (const JdJournal *journal);

/* An entry whose key is there already takes the earlier one's place.  `offset` (NULL: not wanted)
 * is for jd_journal_read().  JD_ERROR_OUTPUT: nothing more can be appended; what was appended
 * before stays valid. */
gboolean
jd_journal_append (JdJournal *journal, const JdEntry *entry, guint64 *offset, GError **error);

/* FALSE: none with this key. */
gboolean jd_journal_find (JdJournal *journal, const char *key, JdJournalPlace *place);

/* Reads an entry and verifies it again; it is valid until the next call.  JD_ERROR_OUTPUT. */
gboolean jd_journal_read (JdJournal *journal, guint64 offset, JdEntry *entry, GError **error);

/* For messages: how many documents of how many (0: not known) are done; each entry with a new key
 * is one more.  Without this it is the entries that count. */
void jd_journal_set_progress (JdJournal *journal, guint64 done, guint64 total);

/* Everything appended is on the disk.  To be called at least once a second while nothing is
 * appended.  JD_ERROR_OUTPUT, as for jd_journal_append(). */
gboolean jd_journal_sync (JdJournal *journal, GError **error);

/* Syncs, closes and frees, whatever the answer. */
gboolean jd_journal_close (JdJournal *journal, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdJournal, jd_journal_free)
