/* batch.c - many documents through a pipeline, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/batch.h"

#include <glib/gi18n-lib.h>

#include "core/batch/read.h"
#include "core/output/records.h"

typedef struct
{
  const JdBatch *batch;
  GString *line;      /* the one being written */
  GHashTable *given;  /* id -> source that gave it */
  GPtrArray *digests; /* of JdDocument, for the corpus stage; NULL without one */
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

static void
analyze (State *state, JdDocument *document)
{
  const JdBatch *batch = state->batch;
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  g_autoptr (GPtrArray) losers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_losers_free);

  jd_pipeline_run (batch->pipeline, document, failures, losers);
  jd_records_append_document (state->line, document, failures, losers);
  jd_tally_add_document (batch->tally, document, failures);
  if (state->digests != NULL)
    g_ptr_array_add (state->digests,
                     jd_document_digest (document, jd_pipeline_corpus_needs (batch->pipeline)));
}

static gboolean
run_item (State *state, JdItem *item, GError **error)
{
  const JdBatch *batch = state->batch;
  g_autoptr (JdDocument) document = NULL;
  g_autoptr (GError) fault = NULL;

  claim_id (state, item);
  if (batch->meta != NULL)
    jd_meta_add_facts (batch->meta, item->id, item->facts);

  g_string_truncate (state->line, 0);
  document = jd_item_read (item, &fault);
  if (document != NULL)
    analyze (state, document);
  else
    {
      jd_records_append_unread (state->line, item->id, item->source, fault);
      jd_tally_add_unread (batch->tally);
    }
  if (!jd_writer_add_document (batch->writer, state->line, error))
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
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (batch->pipeline, state->digests);

  g_string_truncate (state->line, 0);
  jd_records_append_corpus (state->line, batch->pipeline, state->digests->len, conclusion);
  jd_tally_add_conclusion (batch->tally, conclusion);

  return jd_writer_add_corpus (batch->writer, state->line, error);
}

gboolean
jd_batch_run (const JdBatch *batch, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  gboolean has_corpus = jd_pipeline_has_corpus_stage (batch->pipeline);
  State state = { batch, line, given, has_corpus ? digests : NULL };

  return run_items (&state, error) && (!has_corpus || conclude (&state, error))
         && jd_writer_finish (batch->writer, error);
}
