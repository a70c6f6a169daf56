/* pipeline.h - the pipeline file: which analyzers run, in which order, with which settings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * {
 *   "jiandu": 1,
 *   "analyzers": [
 *     "metadata",
 *     {"use": "keyword", "name": "green", "options": {"dictionary": "green.json"},
 *      "when": {"region": ["湛河区"], "report_year": {"min": 2020}}},
 *     {"use": "achievement", "group_by": "region"}
 *   ],
 *   "merge": {"keyword": {"rule": "priority", "order": ["green", "keyword"], "losers": true}}
 * }
 *
 * A string is short for {"use": …}.  "name" defaults to the plugin's, "group_by" too (null: all
 * documents are one group).  A layer that several give needs a rule: union, priority, longest or
 * vote; document layers know union and priority, corpus layers union.  "order" defaults to that of
 * "analyzers".
 */
#pragma once

#include "core/model/digest.h"
#include "core/plugin/catalog.h"

typedef struct JdPipeline JdPipeline;

/* Reads, checks and plans: strict JSON, known keys, plugins found and loaded, options in range,
 * needs met, merge rules where they are due; then prepares every analyzer.  Everything that can be
 * wrong before a document is read is found here.  Errors are "FILE:LINE:COLUMN: what", of
 * JD_ERROR_CONFIG or JD_ERROR_PLUGIN.  `catalog` must outlive the pipeline. */
JdPipeline *jd_pipeline_load (const char *path, JdCatalog *catalog, GError **error);

/* The same for a file that was read already: `path` is for messages, and for the files that it
 * names. */
JdPipeline *jd_pipeline_parse (const char *path, GBytes *bytes, JdCatalog *catalog, GError **error);
void jd_pipeline_free (JdPipeline *pipeline);

/* What a document may cost, from "limits" in the file: {"document_bytes": 67108864, "seconds": 10,
 * "memory_bytes": 2147483648}, which are the defaults. */
typedef struct
{
  gint64 document_bytes;
  gint64 seconds;
  gint64 memory_bytes; /* address space of the process */
} JdLimitSet;

const JdLimitSet *jd_pipeline_limits (const JdPipeline *pipeline);

/* SHA-256 of the file, in hexadecimal. */
const char *jd_pipeline_sha256 (const JdPipeline *pipeline);

/* The analyzers in order, for people and for provenance. */
typedef struct
{
  const char *name;            /* the instance's */
  const JdCatalogEntry *entry; /* the plugin's */
} JdPipelineStep;

guint jd_pipeline_n_steps (const JdPipeline *pipeline);
JdPipelineStep jd_pipeline_step (const JdPipeline *pipeline, guint index);

/* Whether any analyzer has a corpus stage. */
gboolean jd_pipeline_has_corpus_stage (const JdPipeline *pipeline);

/* What the corpus stage reads or refers to of a document. */
const JdDigestForm *jd_pipeline_digest_form (const JdPipeline *pipeline);

/* From now on `running` holds the number of the step whose analyzer is being called, from 1; 0
 * between calls, 255 for the 255th and all after it.  Only for one thread. */
void jd_pipeline_watch (JdPipeline *pipeline, guint8 *running);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdPipeline, jd_pipeline_free)
