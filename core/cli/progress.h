/* progress.h - a bar on the terminal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct
{
  gboolean shown; /* standard error is a terminal */
  goffset total;  /* bytes; 0: unknown */
  gint64 last;    /* when it was drawn, in microseconds */
} JdProgress;

void jd_progress_begin (JdProgress *progress, goffset total);

/* JdBatch's callback; `data` is a JdProgress.  Draws ten times a second at most. */
void jd_progress_step (guint documents, goffset bytes, gpointer data);

/* Wipes the bar away. */
void jd_progress_end (JdProgress *progress);
