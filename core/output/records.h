/* records.h - documents and corpus results as JSON objects, one a line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * {"document": {"id", "source", "sha256", facts…}, "layers": {"section": [{"id", "begin", "end",
 *  "text", "analyzer", fields…}]}, "losers": {…}, "errors": [{"analyzer", "code", "message"}]}
 * {"corpus": {"documents": N, "pipeline": SHA-256, "analyzers": [{"name", "plugin", "version"}],
 *  "left_out": […]}, "layers": {"achievement": [{"id", "analyzer", fields…}]}, "errors": […]}
 *
 * begin and end are code points into the file as decoded.  A reference is the id of its record; in
 * corpus layers "DOCUMENT#RECORD".  Fields that were not set are left out.  A loser has no id, but
 * "beaten_by".  "losers" and "errors" are left out when empty.
 */
#pragma once

#include "core/pipeline/run.h"

/* Appends one line with its "\n". */
void jd_records_append_document (GString *out,
                                 const JdDocument *document,
                                 const GPtrArray *failures,
                                 const GPtrArray *losers);

/* A document of which nothing is known but its id, its source and what went wrong; `analyzer`
 * NULL: the core. */
void jd_records_append_lost (
    GString *out, const char *id, const char *source, const char *analyzer, const GError *error);

/* Whether a line begins as that document's does. */
gboolean jd_records_is_about (const char *line, gsize length, const char *id, const char *source);

void jd_records_append_corpus (GString *out,
                               const JdPipeline *pipeline,
                               guint n_documents,
                               const JdConclusion *conclusion);

/* The members of "corpus" that tell what ran: `"pipeline":SHA-256,"analyzers":[…]`. */
void jd_records_append_provenance (GString *out, const JdPipeline *pipeline);

/* A corpus stage of which nothing is known but what went wrong; `provenance` as above. */
void jd_records_append_lost_corpus (GString *out,
                                    const char *provenance,
                                    guint n_documents,
                                    const char *analyzer,
                                    const GError *error);

/* Whether a fact may be called so: not empty, and no name of what every document has anyway. */
gboolean jd_records_fact_name_is_free (const char *name);

/* "config", "plugin", "input", "analysis", "output", "bug"; of death.h "crash", "timeout",
 * "protocol"; "internal" for another domain. */
const char *jd_error_code_name (const GError *error);
