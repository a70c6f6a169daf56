/* job.h - the work itself, the same in a worker and without one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/item.h"
#include "core/batch/outcome.h"

/* Reads the document and runs the pipeline over it. */
JdOutcome *jd_job_analyze (const JdPipeline *pipeline, const JdItem *item);

/* The corpus stage, over all digests (of JdDocument); its outcome is the corpus record. */
JdOutcome *jd_job_conclude (const JdPipeline *pipeline, const GPtrArray *digests);
