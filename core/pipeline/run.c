/* run.c - one document through a pipeline
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/run.h"

#include "core/pipeline/commit.h"
#include "core/pipeline/failure.h"

typedef enum
{
  SKIPPED, /* nobody's fault */
  FAILED,
  DONE,
} Outcome;

typedef struct
{
  const JdPipeline *pipeline;
  JdDocument *document;
  JdGiven *given;
  Outcome *outcomes; /* by step */
  GPtrArray *failures;
} Run;

/* The first giver of the layer that failed; -1: none. */
static int
find_failed (const Run *run, const char *layer)
{
  int found = jd_plan_find (run->pipeline, layer);
  const JdPlanLayer *planned = found < 0 ? NULL : jd_plan_layer (run->pipeline, (guint)found);

  for (guint i = 0; planned != NULL && i < planned->givers->len; i++)
    if (run->outcomes[jd_plan_giver (planned, i)] == FAILED)
      return (int)jd_plan_giver (planned, i);

  return -1;
}

/* DONE: the need is met. */
static Outcome
look_for (const Run *run, const JdLayerSpec *need, GError **error)
{
  int failed;

  if (need->optional || need->kind == JD_LAYER_CORPUS)
    return DONE;
  failed = find_failed (run, need->name);
  if (failed >= 0)
    {
      jd_failure_set_skipped (error, need->name, jd_pipeline_nth (run->pipeline, (guint)failed));
      return FAILED;
    }

  return jd_document_layer (run->document, need->name) != NULL ? DONE : SKIPPED;
}

static Outcome
look_for_needs (const Run *run, const JdStep *step, GError **error)
{
  const JdLayerSpec *need = step->analyzer->needs;
  Outcome outcome = DONE;

  for (; need != NULL && need->name != NULL && outcome == DONE; need++)
    outcome = look_for (run, need, error);

  return outcome;
}

static gboolean
analyze (const Run *run, guint index, GError **error)
{
  const JdStep *step = jd_pipeline_nth (run->pipeline, index);
  g_autoptr (JdOutput) output = jd_output_new (step->analyzer->gives, FALSE);
  g_autoptr (GError) fault = NULL;
  gboolean succeeded;

  jd_pipeline_tell (run->pipeline, index + 1);
  succeeded = step->analyzer->analyze (step->state, run->document, output, &fault);
  jd_pipeline_tell (run->pipeline, 0);
  if (!jd_failure_check (succeeded, fault, "analyze()", error)
      || !jd_output_check (output, run->document, error))
    return FALSE;
  jd_given_add (run->given, index, g_steal_pointer (&output));

  return TRUE;
}

static Outcome
run_step (const Run *run, guint index)
{
  const JdStep *step = jd_pipeline_nth (run->pipeline, index);
  g_autoptr (GError) error = NULL;
  Outcome outcome;

  if (step->analyzer->analyze == NULL || !jd_when_holds (step->when, run->document))
    return SKIPPED;
  outcome = look_for_needs (run, step, &error);
  if (outcome == DONE && !analyze (run, index, &error))
    outcome = FAILED;
  if (outcome == FAILED)
    jd_failure_add (run->failures, step->name, NULL, g_steal_pointer (&error));

  return outcome;
}

void
jd_pipeline_run (const JdPipeline *pipeline,
                 JdDocument *document,
                 GPtrArray *failures,
                 GPtrArray *losers)
{
  g_autoptr (JdGiven) given = jd_given_new (pipeline);
  g_autofree Outcome *outcomes = g_new0 (Outcome, pipeline->steps->len);
  Run run = { .pipeline = pipeline,
              .document = document,
              .given = given,
              .outcomes = outcomes,
              .failures = failures };

  for (guint i = 0; i < pipeline->steps->len; i++)
    {
      outcomes[i] = run_step (&run, i);
      jd_given_commit (given, i, document, losers);
    }
}

void
jd_losers_free (JdLosers *losers)
{
  if (losers == NULL)
    return;
  jd_layer_free (losers->layer);
  g_array_unref (losers->beaten_by);
  g_free (losers);
}
