/* batch.c - many documents through a pipeline, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/batch.h"

#include <glib/gi18n-lib.h>

#include "core/batch/job.h"
#include "core/batch/read.h"

typedef struct
{
  const JdBatch *batch;
  GHashTable *given;  /* id -> source that gave it */
  GPtrArray *digests; /* of JdDocument, for the corpus stage */
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
keep_digest (State *state, const JdOutcome *outcome, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (outcome->digest, &length);
  JdDocument *digest;

  if (length == 0)
    return TRUE;
  digest
      = jd_digest_decode (bytes, length, jd_pipeline_digest_form (state->batch->pipeline), error);
  if (digest != NULL)
    g_ptr_array_add (state->digests, digest);

  return digest != NULL;
}

static gboolean
run_item (State *state, JdItem *item, GError **error)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdOutcome) outcome = NULL;

  claim_id (state, item);
  if (batch->meta != NULL)
    jd_meta_add_facts (batch->meta, item->id, item->facts);
  outcome = jd_job_analyze (batch->pipeline, item);
  if (!count (batch, outcome, error) || !keep_digest (state, outcome, error)
      || !jd_writer_add_document (batch->writer, outcome->line, error))
    return FALSE;

  if (batch->progress != NULL)
    batch->progress (batch->tally->documents, item->consumed, batch->progress_data);
  return TRUE;
}

static gboolean
run_items (State *state, GError **error)
{
  g_autoptr (JdReader) reader = jd_reader_new (state->batch->inputs);

  for (;;)
    {
      g_autoptr (JdItem) item = jd_reader_next (reader);

      if (item == NULL)
        return TRUE;
      if (!run_item (state, item, error))
        return FALSE;
    }
}

static gboolean
conclude (State *state, GError **error)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdOutcome) outcome = jd_job_conclude (batch->pipeline, state->digests);

  return count (batch, outcome, error)
         && jd_writer_add_corpus (batch->writer, outcome->line, error);
}

gboolean
jd_batch_run (const JdBatch *batch, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  State state = { batch, given, digests };

  return run_items (&state, error)
         && (!jd_pipeline_has_corpus_stage (batch->pipeline) || conclude (&state, error))
         && jd_writer_finish (batch->writer, error);
}
