/* batch.h - many documents through a pipeline, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A document is read, analyzed, written and forgotten; what the corpus stage needs is kept on disk.
 * The order of the lines is that of the inputs.  A second document with an id that was given
 * before becomes an error record.
 */
#pragma once

#include "core/batch/engine.h"
#include "core/batch/input.h"
#include "core/batch/meta.h"
#include "core/batch/tally.h"
#include "core/output/writer.h"

typedef struct
{
  JdEngine *engine;
  const GPtrArray *inputs; /* of JdInput */
  JdMeta *meta;            /* NULL: none */
  JdWriter *writer;
  JdTally *tally;
  const char *folder; /* for what waits for the corpus stage; NULL: that for temporary files */
  gsize limit;        /* bytes of a document */

  /* Told after each document: how many are through, and how many bytes of the inputs.  May be
   * NULL. */
  void (*progress) (guint documents, goffset bytes, gpointer data);
  gpointer progress_data;
} JdBatch;

/* Everything up to jd_writer_finish().  JD_ERROR_OUTPUT: the only thing that stops a run. */
gboolean jd_batch_run (const JdBatch *batch, GError **error);
