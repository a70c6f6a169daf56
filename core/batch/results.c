/* results.c - from outcomes to the result of a run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/results.h"

struct JdResults
{
  JdEngine *engine;
  JdWriter *writer;
  JdTally *tally;
  JdSpool *digests; /* for the corpus stage; NULL without one */
  guint n_digests;
};

JdResults *
jd_results_new (
    JdEngine *engine, const char *folder, JdFormat format, JdTally *tally, GError **error)
{
  g_autoptr (JdResults) results = g_new0 (JdResults, 1);

  results->engine = engine;
  results->tally = tally;
  results->writer = jd_writer_new (folder, format, error);
  if (results->writer == NULL)
    return NULL;
  if (engine->ready.has_corpus_stage && (results->digests = jd_spool_new (folder, error)) == NULL)
    return NULL;

  return g_steal_pointer (&results);
}

void
jd_results_free (JdResults *results)
{
  g_clear_pointer (&results->writer, jd_writer_free);
  g_clear_pointer (&results->digests, jd_spool_free);
  g_free (results);
}

static gboolean
count (JdResults *results, const JdOutcome *outcome, GError **error)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (outcome->tally, &length);
  g_autoptr (JdTally) tally = jd_tally_decode (bytes, length, error);

  if (tally != NULL)
    jd_tally_merge (results->tally, tally);

  return tally != NULL;
}

static gboolean
keep_digest (JdResults *results, GBytes *digest, GError **error)
{
  if (results->digests == NULL || g_bytes_get_size (digest) == 0)
    return TRUE;
  results->n_digests++;

  return jd_spool_add (results->digests, digest, error);
}

gboolean
jd_results_add (JdResults *results, const JdOutcome *outcome, GError **error)
{
  return count (results, outcome, error) && keep_digest (results, outcome->digest, error)
         && jd_writer_add_document (results->writer, outcome->line, error);
}

gboolean
jd_results_add_all (JdResults *results, const JdOutcomeSource *source, GError **error)
{
  for (guint64 number = 0; number < source->length; number++)
    {
      g_autoptr (JdOutcome) outcome = NULL;
      JdEntry entry;

      if (!source->read (source->from, number, &entry, error))
        return FALSE;
      outcome = jd_outcome_decode (entry.payload, entry.length, error);
      if (outcome == NULL || !jd_results_add (results, outcome, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
conclude (JdResults *results, GError **error)
{
  g_autoptr (JdOutcome) outcome
      = jd_engine_conclude (results->engine, results->digests, results->n_digests, error);

  return outcome != NULL && count (results, outcome, error)
         && jd_writer_add_corpus (results->writer, outcome->line, error);
}

gboolean
jd_results_finish (JdResults *results, GError **error)
{
  return (results->digests == NULL || conclude (results, error))
         && jd_writer_finish (results->writer, error);
}
