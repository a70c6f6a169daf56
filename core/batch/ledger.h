/* ledger.h - the outcomes of a run by number, kept in the journal of its output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A run goes through its documents in the order of the inputs, from number 0; each is recalled from
 * an earlier run or recorded in this one; then each can be read, in any order.
 */
#pragma once

#include "core/batch/journal.h"

typedef struct JdLedger JdLedger;

typedef struct
{
  const char *folder;   /* is made */
  const char *name;     /* of this ledger among others in the folder: "run", "3-of-8" */
  const char *identity; /* of the run */
  gboolean anew;        /* nothing is to be recalled */
} JdLedgerSetup;

/* Locks FOLDER/.NAME.lock and opens FOLDER/NAME.journal.  A journal of another identity is begun
 * anew; that, and what was damaged, is told in `warnings` (of char *).  JD_ERROR_OUTPUT. */
JdLedger *jd_ledger_open (const JdLedgerSetup *setup, GPtrArray *warnings, GError **error);

/* Without a word about what is not on the disk yet: see jd_ledger_close(). */
void jd_ledger_free (JdLedger *ledger);

/* Leaves the journal for the next run: syncs, closes and frees, whatever the answer. */
gboolean jd_ledger_close (JdLedger *ledger, GError **error);

/* Whether the outcome of the document with this key is known; then it is that of `number`. */
gboolean jd_ledger_recall (JdLedger *ledger, guint64 number, const char *key);

/* A document's outcome: `entry` with its number, key, status and payload.  JD_ERROR_OUTPUT. */
gboolean jd_ledger_record (JdLedger *ledger, const JdEntry *entry, GError **error);

/* Documents recalled, and recalled or recorded. */
guint64 jd_ledger_recalled (const JdLedger *ledger);
guint64 jd_ledger_done (const JdLedger *ledger);

/* How many there are in all, once that is known; for messages. */
void jd_ledger_set_total (JdLedger *ledger, guint64 total);

/* "stopped; run again to continue (1412 of 2000 done)", as JD_ERROR_OUTPUT. */
void jd_ledger_set_error (const JdLedger *ledger, GError **error);

/* The outcome of `number`, which was recalled or recorded; valid until the next call.
 * JD_ERROR_OUTPUT. */
gboolean jd_ledger_read (JdLedger *ledger, guint64 number, JdEntry *entry, GError **error);

/* Everything recorded is on the disk.  To be called at least once a second while nothing is
 * recorded.  JD_ERROR_OUTPUT. */
gboolean jd_ledger_sync (JdLedger *ledger, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdLedger, jd_ledger_free)
