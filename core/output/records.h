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

/* A document that could not be read: its id, source and the error. */
void
jd_records_append_unread (GString *out, const char *id, const char *source, const GError *error);

void jd_records_append_corpus (GString *out,
                               const JdPipeline *pipeline,
                               guint n_documents,
                               const JdConclusion *conclusion);

/* Whether a fact may be called so: not empty, and no name of what every document has anyway. */
gboolean jd_records_fact_name_is_free (const char *name);

/* "config", "plugin", "input", "analysis", "output", "bug"; "internal" for another domain. */
const char *jd_error_code_name (const GError *error);
