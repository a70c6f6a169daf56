/* journal-index.c - where in a journal the entry of a key stands, 24 bytes an entry
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A hash table with open addressing and linear probing, three quarters full at most.
 */
#include "core/batch/journal-index.h"

G_STATIC_ASSERT (sizeof (JdJournalPlace) == 24);

enum
{
  FIRST_SLOTS = 64,
};

/* The slot of `hash`, or the free one where it would go. */
static JdJournalPlace *
probe (const JdJournalIndex *index, guint64 hash)
{
  gsize mask = index->n_slots - 1;
  gsize at = hash & mask;

  while (index->slots[at].offset != 0 && index->slots[at].hash != hash)
    at = (at + 1) & mask;

  return &index->slots[at];
}

static void
grow (JdJournalIndex *index)
{
  JdJournalIndex larger = { NULL, MAX (index->n_slots * 2, FIRST_SLOTS), index->n_places };

  larger.slots = g_new0 (JdJournalPlace, larger.n_slots);
  for (gsize i = 0; i < index->n_slots; i++)
    if (index->slots[i].offset != 0)
      *probe (&larger, index->slots[i].hash) = index->slots[i];
  g_free (index->slots);
  *index = larger;
}

void
jd_journal_index_clear (JdJournalIndex *index)
{
  g_free (index->slots);
  *index = (JdJournalIndex){ NULL, 0, 0 };
}

gboolean
jd_journal_index_put (JdJournalIndex *index, const JdJournalPlace *place)
{
  JdJournalPlace *slot;
  gboolean added;

  if ((index->n_places + 1) * 4 > index->n_slots * 3)
    grow (index);
  slot = probe (index, place->hash);
  added = slot->offset == 0;
  *slot = *place;
  index->n_places += added ? 1 : 0;

  return added;
}

const JdJournalPlace *
jd_journal_index_find (const JdJournalIndex *index, guint64 hash)
{
  const JdJournalPlace *slot;

  if (index->n_slots == 0)
    return NULL;
  slot = probe (index, hash);

  return slot->offset != 0 ? slot : NULL;
}
