/* run.h - one document, or the documents of a corpus, through a pipeline
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/corpus.h"
#include "core/pipeline/pipeline.h"

/* What went wrong with one analyzer on one document (or group): the others go on. */
typedef struct
{
  const char *analyzer; /* the instance's name; NULL: the core */
  char *group;          /* corpus stage: which; else NULL */
  GError *error;
} JdFailure;

void jd_failure_free (JdFailure *failure);

/* A record that lost a conflict (merge rule with "losers": true). */
typedef struct
{
  JdLayer *layer;    /* the losers of one layer, in its schema */
  GArray *beaten_by; /* of gsize: for each loser, the row of the winner in the document's layer, or
                      JD_NO_ROW: too few voted for it */
} JdLosers;

void jd_losers_free (JdLosers *losers);

/* Runs every analyzer's analyze() in order, checks and merges what they give into `document`.
 * Who needs a layer that another failed to give fails too; a step whose "when" does not hold, and
 * who needs its layers, is passed over.  Appends JdFailure to `failures`, JdLosers to `losers`;
 * both free their elements.  Threads may share `pipeline`. */
void jd_pipeline_run (const JdPipeline *pipeline,
                      JdDocument *document,
                      GPtrArray *failures,
                      GPtrArray *losers);

/* What the corpus stage gave. */
typedef struct
{
  GPtrArray *layers;   /* of JdLayer: one a name, the rows of all groups in order of group */
  GPtrArray *failures; /* of JdFailure */
  GPtrArray *left_out; /* of const JdDocument: had no value to be grouped by; each once */
} JdConclusion;

/* `documents`: of JdDocument, made by jd_document_digest(), in any order.  An analyzer sees those
 * for which its "when" holds and which have all layers that it needs and gives. */
JdConclusion *jd_pipeline_conclude (const JdPipeline *pipeline, const GPtrArray *documents);
void jd_conclusion_free (JdConclusion *conclusion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdFailure, jd_failure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdConclusion, jd_conclusion_free)
