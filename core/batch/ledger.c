/* ledger.c - the outcomes of a run by number, kept in the journal of its output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "core/batch/lock.h"

struct JdLedger
{
  JdLock *lock;
  JdJournal *journal;
  GArray *offsets; /* of guint64, by number; 0: not known */
  guint64 recalled;
  guint64 done;
  guint64 total;
};

static void
warn_dropped (const JdJournal *journal, const char *path, GPtrArray *warnings)
{
  g_autofree char *name = g_filename_display_name (path);
  guint64 dropped = jd_journal_dropped (journal);

  if (dropped > 0)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("%s: %" PRIu64 " damaged bytes at the "
                                                   "end; what they told is done again"),
                                                name, dropped));
}

/* A changed pipeline is what a folder is run into again for, so that it is no error here. */
static JdJournal *
open_journal (const char *path, const JdLedgerSetup *setup, GPtrArray *warnings, GError **error)
{
  JdJournalSetup journal_setup = { path, setup->identity, setup->anew };
  g_autoptr (GError) fault = NULL;
  JdJournal *journal = jd_journal_open (&journal_setup, &fault);

  if (g_error_matches (fault, JD_ERROR, JD_ERROR_CONFIG))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_ptr_array_add (warnings,
                       g_strdup_printf (_ ("%s: the pipeline, a plugin or jiandu has changed; all "
                                           "documents are analyzed again"),
                                        name));
      g_clear_error (&fault);
      journal_setup.anew = TRUE;
      journal = jd_journal_open (&journal_setup, &fault);
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    warn_dropped (journal, path, warnings);

  return journal;
}

JdLedger *
jd_ledger_open (const JdLedgerSetup *setup, GPtrArray *warnings, GError **error)
{
  g_autoptr (JdLedger) ledger = g_new0 (JdLedger, 1);
  g_autofree char *lock = g_strdup_printf (".%s.lock", setup->name);
  g_autofree char *file = g_strdup_printf ("%s.journal", setup->name);
  g_autofree char *path = g_build_filename (setup->folder, file, NULL);

  ledger->offsets = g_array_new (FALSE, TRUE, sizeof (guint64));
  ledger->lock = jd_lock_take (setup->folder, lock, error);
  if (ledger->lock == NULL)
    return NULL;
  ledger->journal = open_journal (path, setup, warnings, error);
  if (ledger->journal == NULL)
    return NULL;

  return g_steal_pointer (&ledger);
}

void
jd_ledger_free (JdLedger *ledger)
{
  g_clear_pointer (&ledger->journal, jd_journal_free);
  g_clear_pointer (&ledger->lock, jd_lock_free);
  g_array_unref (ledger->offsets);
  g_free (ledger);
}

gboolean
jd_ledger_close (JdLedger *ledger, GError **error)
{
  gboolean done = jd_journal_close (g_steal_pointer (&ledger->journal), error);

  jd_ledger_free (ledger);
  return done;
}

static void
know (JdLedger *ledger, guint64 number, guint64 offset)
{
  if (number >= ledger->offsets->len)
    g_array_set_size (ledger->offsets, (guint)number + 1);
  g_array_index (ledger->offsets, guint64, number) = offset;
  ledger->done++;
}

gboolean
jd_ledger_recall (JdLedger *ledger, guint64 number, const char *key)
{
  JdJournalPlace place;

  if (!jd_journal_find (ledger->journal, key, &place))
    return FALSE;

  know (ledger, number, place.offset);
  ledger->recalled++;
  return TRUE;
}

gboolean
jd_ledger_record (JdLedger *ledger, const JdEntry *entry, GError **error)
{
  guint64 offset;

  jd_journal_set_progress (ledger->journal, ledger->done, ledger->total);
  if (!jd_journal_append (ledger->journal, entry, &offset, error))
    return FALSE;

  know (ledger, entry->number, offset);
  return TRUE;
}

guint64
jd_ledger_recalled (const JdLedger *ledger)
{
  return ledger->recalled;
}

guint64
jd_ledger_done (const JdLedger *ledger)
{
  return ledger->done;
}

void
jd_ledger_set_total (JdLedger *ledger, guint64 total)
{
  ledger->total = total;
}

void
jd_ledger_set_error (const JdLedger *ledger, GError **error)
{
  if (ledger->total > 0)
    g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
                 _ ("stopped; run again to continue (%" PRIu64 " of %" PRIu64 " done)"),
                 ledger->done, ledger->total);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
                 _ ("stopped; run again to continue (%" PRIu64 " done)"), ledger->done);
}

gboolean
jd_ledger_read (JdLedger *ledger, guint64 number, JdEntry *entry, GError **error)
{
  g_return_val_if_fail (number < ledger->offsets->len
                            && g_array_index (ledger->offsets, guint64, number) != 0,
                        FALSE);

  if (!jd_journal_read (ledger->journal, g_array_index (ledger->offsets, guint64, number), entry,
                        error))
    return FALSE;
  entry->number = number; /* it may have been another one's in an earlier run */
  return TRUE;
}

gboolean
jd_ledger_sync (JdLedger *ledger, GError **error)
{
  jd_journal_set_progress (ledger->journal, ledger->done, ledger->total);
  return jd_journal_sync (ledger->journal, error);
}
