/* records.h - documents and corpus results as JSON objects, one a line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * {"document": {"id", "source", "sha256", facts…}, "layers": {"section": [{"id", "begin", "end",
 *  "text", "analyzer", fields…}]}, "losers": {…}, "errors": [{"analyzer", "code", "message"}]}
 * {"corpus": {"documents": N, "analyzers": […], "left_out": […]}, "layers": {"achievement": […]},
 *  "errors": […]}
 *
 * begin and end are code points into the file as decoded.  A reference is the id of its record; in
 * corpus layers "DOCUMENT#RECORD".  Fields that were not set are left out.  "losers" and "errors"
 * are left out when empty.
 */
#pragma once

#include "core/pipeline/run.h"

/* Appends one line with its "\n". */
void jd_records_append_document (GString *out,
                                 const JdPipeline *pipeline,
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

/* "config", "plugin", "input", "analysis", "output", "bug"; "internal" for another domain. */
const char *jd_error_code_name (const GError *error);
