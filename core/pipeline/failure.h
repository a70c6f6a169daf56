/* failure.h - how failures of analyzers are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/run.h"
#include "core/pipeline/step.h"

/* Takes `error`; copies `group`. */
void jd_failure_add (GPtrArray *failures, const char *analyzer, const char *group, GError *error);

/* Whether a callback succeeded: it said so and set no error.  Errors of foreign domains become
 * JD_ERROR_ANALYSIS; so does a failure without an error, which names the callback. */
gboolean
jd_failure_check (gboolean succeeded, const GError *fault, const char *callback, GError **error);

/* A step that cannot run because `giver` failed to give `layer`. */
void jd_failure_set_skipped (GError **error, const char *layer, const JdStep *giver);
