/* batch.h - many documents through a pipeline
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Without a ledger a document is read, analyzed, written and forgotten; only what the corpus stage
 * needs is kept.  With one, each outcome is recorded there, known ones are not made again, and the
 * result is put together at the end.  The order of the lines is that of the inputs.  A second
 * document with an id that was given before becomes an error record.
 */
#pragma once

#include "core/batch/engine.h"
#include "core/batch/input.h"
#include "core/batch/ledger.h"
#include "core/batch/meta.h"
#include "core/batch/shard-file.h"
#include "core/batch/tally.h"
#include "core/output/writer.h"

/* Told after each document. */
typedef struct
{
  guint64 documents; /* through so far, */
  guint64 failed;    /* of these with an error in this run */
  goffset bytes;     /* of the inputs */
} JdBatchProgress;

typedef struct
{
  JdEngine *engine;
  const GPtrArray *inputs; /* of JdInput */
  JdMeta *meta;            /* NULL: none */
  const char *folder;      /* of the result; NULL: standard output */
  JdFormat format;
  JdTally *tally; /* of the result; of a shard nothing is counted */
  gsize limit;    /* bytes of a document */

  JdLedger *ledger;     /* NULL: none */
  const JdShard *shard; /* only this one, as a file in the folder; NULL: all documents.  Needs a
                           ledger */

  void (*progress) (const JdBatchProgress *progress, gpointer data); /* NULL: nobody asks */
  gpointer progress_data;
} JdBatch;

/* JD_ERROR_OUTPUT: the only thing that stops a run, or a signal did, see interrupt.h. */
gboolean jd_batch_run (const JdBatch *batch, GError **error);
