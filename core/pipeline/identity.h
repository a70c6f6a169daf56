/* identity.h - whether a pipeline is the one that gave an earlier result
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/pipeline.h"

/* SHA-256, in hexadecimal, of all that a record can depend on beside its document: jiandu's
 * version, the pipeline file, and what is in the analyzers' files and in the files that their
 * options name.  The names of folders do not count, so that it is the same on another machine.
 * JD_ERROR_CONFIG: one of them cannot be read.  Free with g_free. */
char *jd_pipeline_identity (const JdPipeline *pipeline, GError **error);
