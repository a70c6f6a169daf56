/* results.h - from outcomes to the result of a run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/engine.h"
#include "core/batch/entry.h"
#include "core/output/writer.h"

typedef struct JdResults JdResults;

/* The result goes to `folder` (NULL: standard output); `tally` counts what is in it; `engine` runs
 * the corpus stage.  All three must outlive it.  JD_ERROR_OUTPUT. */
JdResults *jd_results_new (
    JdEngine *engine, const char *folder, JdFormat format, JdTally *tally, GError **error);

/* What is not finished does not appear in the folder. */
void jd_results_free (JdResults *results);

/* The next document, in the order of the inputs.  JD_ERROR_OUTPUT. */
gboolean jd_results_add (JdResults *results, const JdOutcome *outcome, GError **error);

/* Outcomes by number, from a ledger or from shards. */
typedef struct
{
  gboolean (*read) (gpointer from, guint64 number, JdEntry *entry, GError **error);
  gpointer from;
  guint64 length;
} JdOutcomeSource;

gboolean jd_results_add_all (JdResults *results, const JdOutcomeSource *source, GError **error);

/* The corpus stage; then everything is on the disk, under its own name.  JD_ERROR_OUTPUT. */
gboolean jd_results_finish (JdResults *results, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdResults, jd_results_free)
