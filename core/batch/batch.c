/* batch.c - many documents through a pipeline
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/batch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/batch/interrupt.h"
#include "core/batch/key.h"
#include "core/batch/read.h"
#include "core/batch/results.h"

/* A document that the engine has. */
typedef struct
{
  guint64 number;
  char *key; /* NULL without a ledger */
} Pending;

typedef struct
{
  const JdBatch *batch;
  JdReader *reader;
  JdResults *results; /* NULL: with a ledger, until all documents are through */
  GHashTable *given;  /* id -> source that gave it */
  GArray *numbers;    /* of guint64: the shard's documents */
  guint64 number;     /* of the next document */
  guint64 n_failed;   /* in this run */
  GQueue pending;     /* of Pending, in the engine's order */
} State;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->key);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

/* The first to bring an id has it, even when it cannot be read: which one that is must not depend
 * on what the files contain. */
static void
claim_id (State *state, JdItem *item)
{
  const char *before = g_hash_table_lookup (state->given, item->id);

  if (before != NULL)
    jd_item_set_error (item, _ ("id \"%s\" was given before by %s"), item->id, before);
  else
    g_hash_table_insert (state->given, g_strdup (item->id), g_strdup (item->source));
}

static gboolean
record (const State *state, const Pending *pending, const JdOutcome *outcome, GError **error)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  JdEntry entry = {
    .kind = JD_ENTRY_DOCUMENT,
    .status = outcome->status,
    .number = pending->number,
    .key = pending->key,
    .key_length = strlen (pending->key),
  };

  jd_outcome_encode (outcome, payload);
  entry.payload = payload->data;
  entry.length = payload->len;

  return jd_ledger_record (state->batch->ledger, &entry, error);
}

static void
tell_progress (const State *state, const JdItem *item, guint64 documents)
{
  const JdBatch *batch = state->batch;

  const JdBatchProgress progress = { documents, state->n_failed, item->consumed };

  if (batch->progress != NULL)
    batch->progress (&progress, batch->progress_data);
}

/* Whether there is nothing to analyze: it is another shard's, or known from an earlier run. */
static gboolean
is_settled (State *state, const JdItem *item, const char *key)
{
  const JdBatch *batch = state->batch;

  if (batch->shard != NULL && !jd_shard_has (batch->shard, item->id))
    return TRUE;
  if (batch->shard != NULL)
    g_array_append_val (state->numbers, state->number);

  return key != NULL && jd_ledger_recall (batch->ledger, state->number, key);
}

/* FALSE: there are no more. */
static gboolean
add_next (State *state)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdItem) item = jd_reader_next (state->reader);
  g_autoptr (Pending) pending = g_new0 (Pending, 1);

  if (item == NULL)
    return FALSE;
  claim_id (state, item);
  if (batch->meta != NULL)
    jd_meta_add_facts (batch->meta, item->id, item->facts);
  pending->number = state->number;
  pending->key = batch->ledger != NULL ? jd_item_key (item) : NULL;
  if (is_settled (state, item, pending->key))
    tell_progress (state, item, state->number + 1);
  else
    {
      g_queue_push_tail (&state->pending, g_steal_pointer (&pending));
      jd_engine_add (batch->engine, g_steal_pointer (&item));
    }
  state->number++;

  return TRUE;
}

/* FALSE without an error: there is nothing to take. */
static gboolean
take_next (State *state, gboolean more, GError **error)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdItem) item = NULL;
  g_autoptr (JdOutcome) outcome = NULL;
  g_autoptr (Pending) pending = NULL;

  if (!jd_engine_take (batch->engine, more, &item, &outcome, error))
    return FALSE;
  if (item == NULL)
    return TRUE;

  pending = g_queue_pop_head (&state->pending);
  state->n_failed += outcome->status != JD_OUTCOME_OK;
  tell_progress (state, item, pending->number + 1);
  return batch->ledger != NULL ? record (state, pending, outcome, error)
                               : jd_results_add (state->results, outcome, error);
}

/* Without a ledger a signal ends the process at once: there is nothing to go on from. */
static gboolean
check_signal (const State *state, GError **error)
{
  const JdBatch *batch = state->batch;

  if (batch->ledger == NULL || jd_interrupt_signal () == 0)
    return TRUE;

  jd_ledger_set_error (batch->ledger, error);
  return FALSE;
}

static gboolean
run_items (State *state, GError **error)
{
  gboolean more = TRUE;
  GError *fault = NULL;

  do
    while (more && check_signal (state, &fault) && jd_engine_has_room (state->batch->engine))
      more = add_next (state);
  while (fault == NULL && check_signal (state, &fault)
         && (take_next (state, more, &fault) || (more && fault == NULL)));
  if (fault != NULL)
    g_propagate_error (error, fault);

  return fault == NULL;
}

static gboolean
add_numbers (const State *state, JdShardWriter *writer, GError **error)
{
  for (guint i = 0; i < state->numbers->len; i++)
    {
      JdEntry entry;

      if (!jd_ledger_read (state->batch->ledger, g_array_index (state->numbers, guint64, i), &entry,
                           error)
          || !jd_shard_writer_add (writer, &entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_shard (const State *state, GError **error)
{
  const JdBatch *batch = state->batch;
  JdShardHead head = { batch->engine->ready.identity, *batch->shard, state->number };
  g_autofree char *name = jd_shard_file_name (batch->shard);
  g_autofree char *path = g_build_filename (batch->folder, name, NULL);
  g_autoptr (JdShardWriter) writer = jd_shard_writer_new (path, &head, error);

  return writer != NULL && add_numbers (state, writer, error)
         && jd_shard_writer_seal (writer, error);
}

static gboolean
read_ledger (gpointer ledger, guint64 number, JdEntry *entry, GError **error)
{
  return jd_ledger_read (ledger, number, entry, error);
}

static gboolean
open_results (State *state, GError **error)
{
  const JdBatch *batch = state->batch;

  state->results
      = jd_results_new (batch->engine, batch->folder, batch->format, batch->tally, error);
  return state->results != NULL;
}

static gboolean
run_with_ledger (State *state, GError **error)
{
  const JdBatch *batch = state->batch;
  JdOutcomeSource source = { read_ledger, batch->ledger, 0 };

  if (!run_items (state, error) || !jd_ledger_sync (batch->ledger, error))
    return FALSE;
  if (batch->shard != NULL)
    return write_shard (state, error);

  source.length = state->number;
  return open_results (state, error) && jd_results_add_all (state->results, &source, error)
         && jd_results_finish (state->results, error);
}

static gboolean
run_streaming (State *state, GError **error)
{
  return open_results (state, error) && run_items (state, error)
         && jd_results_finish (state->results, error);
}

gboolean
jd_batch_run (const JdBatch *batch, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (JdReader) reader = jd_reader_new (batch->inputs, batch->limit);
  State state = { .batch = batch, .reader = reader, .given = given, .numbers = numbers };
  gboolean done
      = batch->ledger != NULL ? run_with_ledger (&state, error) : run_streaming (&state, error);

  g_queue_clear_full (&state.pending, pending_free);
  g_clear_pointer (&state.results, jd_results_free);
  return done;
}
