/* engine.h - who does the work: documents in, outcomes out, in the same order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/item.h"
#include "core/batch/outcome.h"
#include "core/batch/setup.h"
#include "core/batch/spool.h"

typedef struct JdEngine JdEngine;

typedef struct
{
  gboolean (*has_room) (const JdEngine *engine);
  void (*add) (JdEngine *engine, JdItem *item);
  gboolean (*take) (
      JdEngine *engine, gboolean more, JdItem **item, JdOutcome **outcome, GError **error);
  JdOutcome *(*conclude) (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error);
  void (*free) (JdEngine *engine);
} JdEngineKind;

struct JdEngine
{
  const JdEngineKind *kind;
  JdReady ready;
};

/* In this process: for debuggers, valgrind and coverage.  Errors as of jd_pipeline_load(). */
JdEngine *jd_engine_new_local (const JdSetup *setup, GError **error);

typedef struct
{
  guint jobs;    /* workers */
  guint seconds; /* that a document may take; 0: what the pipeline says */
} JdSupervision;

/* In workers, of which the first loads the pipeline before this returns; this process never does.
 * Errors as of jd_pipeline_load(); JD_ERROR_PLUGIN also when loading ends the worker;
 * JD_ERROR_OUTPUT: the system has no room for a worker. */
JdEngine *
jd_engine_new_supervisor (const JdSetup *setup, const JdSupervision *supervision, GError **error);

void jd_engine_free (JdEngine *engine);

/* Whether another document can be taken without holding too many in memory. */
gboolean jd_engine_has_room (const JdEngine *engine);

/* Takes `item`.  One with an error has its outcome at once. */
void jd_engine_add (JdEngine *engine, JdItem *item);

/* The outcome of the document that was added first and not yet taken; waits for it, or, when there
 * are `more` to add, until there is room: `*item` is NULL then.  FALSE without an error: there is
 * none.  JD_ERROR_OUTPUT. */
gboolean jd_engine_take (
    JdEngine *engine, gboolean more, JdItem **item, JdOutcome **outcome, GError **error);

/* The corpus stage, after all documents; what goes wrong inside is part of the outcome.
 * JD_ERROR_OUTPUT. */
JdOutcome *jd_engine_conclude (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdEngine, jd_engine_free)
