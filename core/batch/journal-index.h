/* journal-index.h - where in a journal the entry of a key stands, 24 bytes an entry
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 hash; /* of the key */
  guint64 offset;
  guint32 size;   /* of the whole entry */
  guint32 status; /* as in the entry */
} JdJournalPlace;

typedef struct
{
  JdJournalPlace *slots; /* `offset` 0: free, as no entry but the identity stands there */
  gsize n_slots;         /* 0 or a power of two */
  gsize n_places;
} JdJournalIndex;

void jd_journal_index_clear (JdJournalIndex *index);

/* Replaces the place with the same hash.  TRUE: there was none. */
gboolean jd_journal_index_put (JdJournalIndex *index, const JdJournalPlace *place);

/* NULL: none.  Valid until the next put. */
const JdJournalPlace *jd_journal_index_find (const JdJournalIndex *index, guint64 hash);
