/* commit.h - from what analyzers staged to the layers of a document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/document.h"
#include "core/pipeline/plan.h"

/* What the steps gave for one document so far. */
typedef struct JdGiven JdGiven;

JdGiven *jd_given_new (const JdPipeline *pipeline);
void jd_given_free (JdGiven *given);

/* Takes `output` (transfer full), which has been checked. */
void jd_given_add (JdGiven *given, guint step, JdOutput *output);

/* Adds the layers that are complete after `step` to the document: merged, sorted, with references
 * that lead to the rows as they are now; one that led to a loser leads to its winner.  Appends
 * JdLosers to `losers`. */
void jd_given_commit (JdGiven *given, guint step, JdDocument *document, GPtrArray *losers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdGiven, jd_given_free)
