/* job.c - the work itself, the same in a worker and without one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/job.h"

#include "core/output/records.h"

static JdOutcomeStatus
status_for (const GPtrArray *failures)
{
  return failures->len == 0 ? JD_OUTCOME_OK : JD_OUTCOME_FAILED;
}

static JdOutcome *
analyze (const JdPipeline *pipeline, JdDocument *document)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  g_autoptr (GPtrArray) losers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_losers_free);
  g_autoptr (JdTally) tally = jd_tally_new ();
  GString *line = g_string_new (NULL);
  GByteArray *digest = g_byte_array_new ();

  jd_pipeline_run (pipeline, document, failures, losers);
  jd_records_append_document (line, document, failures, losers);
  jd_tally_add_document (tally, document, failures);
  if (jd_pipeline_has_corpus_stage (pipeline))
    jd_digest_encode (document, jd_pipeline_digest_form (pipeline), digest);

  return jd_outcome_new (status_for (failures), line, digest, tally);
}

JdOutcome *
jd_job_analyze (const JdPipeline *pipeline, const JdItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdDocument) document = jd_item_read (item, &error);

  return document != NULL ? analyze (pipeline, document)
                          : jd_outcome_lost (item->id, item->source, NULL, error);
}

JdOutcome *
jd_job_conclude (const JdPipeline *pipeline, const GPtrArray *digests)
{
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, digests);
  g_autoptr (JdTally) tally = jd_tally_new ();
  GString *line = g_string_new (NULL);

  jd_records_append_corpus (line, pipeline, digests->len, conclusion);
  jd_tally_add_conclusion (tally, conclusion);

  return jd_outcome_new (status_for (conclusion->failures), line, NULL, tally);
}
