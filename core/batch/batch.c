/* batch.c - many documents through a pipeline, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/batch.h"

#include <glib/gi18n-lib.h>

#include "core/batch/read.h"

typedef struct
{
  const JdBatch *batch;
  GHashTable *given; /* id -> source that gave it */
  JdSpool *digests;  /* for the corpus stage; NULL without one */
  guint n_digests;
} State;

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
count (const JdBatch *batch, const JdOutcome *outcome, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (outcome->tally, &length);
  g_autoptr (JdTally) tally = jd_tally_decode (bytes, length, error);

  if (tally != NULL)
    jd_tally_merge (batch->tally, tally);

  return tally != NULL;
}

static gboolean
keep_digest (State *state, GBytes *digest, GError **error)
{
  if (state->digests == NULL || g_bytes_get_size (digest) == 0)
    return TRUE;
  state->n_digests++;

  return jd_spool_add (state->digests, digest, error);
}

static gboolean
record (State *state, const JdItem *item, const JdOutcome *outcome, GError **error)
{
  const JdBatch *batch = state->batch;

  if (!count (batch, outcome, error) || !keep_digest (state, outcome->digest, error)
      || !jd_writer_add_document (batch->writer, outcome->line, error))
    return FALSE;
  if (batch->progress != NULL)
    batch->progress (batch->tally->documents, item->consumed, batch->progress_data);

  return TRUE;
}

/* FALSE: there are no more. */
static gboolean
add_next (State *state, JdReader *reader)
{
  const JdBatch *batch = state->batch;
  JdItem *item = jd_reader_next (reader);

  if (item == NULL)
    return FALSE;
  claim_id (state, item);
  if (batch->meta != NULL)
    jd_meta_add_facts (batch->meta, item->id, item->facts);
  jd_engine_add (batch->engine, item);

  return TRUE;
}

/* FALSE without an error: there is nothing to take. */
static gboolean
take_next (State *state, gboolean more, GError **error)
{
  g_autoptr (JdItem) item = NULL;
  g_autoptr (JdOutcome) outcome = NULL;

  if (!jd_engine_take (state->batch->engine, more, &item, &outcome, error))
    return FALSE;

  return item == NULL || record (state, item, outcome, error);
}

static gboolean
run_items (State *state, GError **error)
{
  g_autoptr (JdReader) reader = jd_reader_new (state->batch->inputs, state->batch->limit);
  gboolean more = TRUE;
  GError *fault = NULL;

  do
    while (more && jd_engine_has_room (state->batch->engine))
      more = add_next (state, reader);
  while (take_next (state, more, &fault) || (more && fault == NULL));
  if (fault != NULL)
    g_propagate_error (error, fault);

  return fault == NULL;
}

static gboolean
conclude (State *state, GError **error)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdOutcome) outcome
      = jd_engine_conclude (batch->engine, state->digests, state->n_digests, error);

  return outcome != NULL && count (batch, outcome, error)
         && jd_writer_add_corpus (batch->writer, outcome->line, error);
}

gboolean
jd_batch_run (const JdBatch *batch, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean has_corpus = batch->engine->ready.has_corpus_stage;
  g_autoptr (JdSpool) digests = has_corpus ? jd_spool_new (batch->folder, error) : NULL;
  State state = { batch, given, digests, 0 };

  return (!has_corpus || digests != NULL) && run_items (&state, error)
         && (!has_corpus || conclude (&state, error)) && jd_writer_finish (batch->writer, error);
}
