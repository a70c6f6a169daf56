/* progress.h - a bar on the terminal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/batch.h"

typedef struct
{
  gboolean shown; /* standard error is a terminal */
  goffset total;  /* bytes; 0: unknown */
  gint64 begun;   /* in microseconds */
  gint64 last;    /* when it was drawn */
} JdProgress;

void jd_progress_begin (JdProgress *progress, goffset total);

/* JdBatch's callback; `data` is a JdProgress.  Draws ten times a second at most. */
void jd_progress_step (const JdBatchProgress *now, gpointer data);

/* Wipes the bar away. */
void jd_progress_end (JdProgress *progress);

/* What stands behind the bar after `seconds` of a run over `total` bytes: documents done, failed, a
 * second, and the time left as far as bytes tell; free with g_free. */
char *jd_progress_describe (const JdBatchProgress *now, goffset total, double seconds);
