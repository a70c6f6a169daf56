/* journal-parts.h - what journal-read.c and journal-write.c share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/journal.h"

struct JdJournal
{
  int descriptor;
  char *path;
  char *name; /* the path for messages */
  guint64 seed;
  guint64 end;  /* where the next entry goes; everything before is verified */
  guint64 done; /* documents, of `total` */
  guint64 total;
  guint64 dropped;
  JdJournalIndex index;
  GByteArray *buffer;
  guint unsynced;   /* entries */
  gint64 synced_at; /* monotonic, µs */
  int failure;      /* errno of what put an end to writing; 0: none */
};

/* `entry` stands at `end`: from now on it counts. */
void jd_journal_note (JdJournal *journal, const JdEntry *entry);

/* Makes an empty file a journal of `identity`, on the disk together with its name. */
gboolean jd_journal_begin (JdJournal *journal, const char *identity, GError **error);

/* Cuts off what stands behind `end`. */
gboolean jd_journal_cut (JdJournal *journal, GError **error);

/* "PATH: errno's text". */
void jd_journal_set_error (const JdJournal *journal, GError **error);

extern const char jd_journal_key[];
#define JD_JOURNAL_FORMAT 1
