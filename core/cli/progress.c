/* progress.c - a bar on the terminal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/progress.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WIDTH 40
#define INTERVAL (G_USEC_PER_SEC / 10)

void
jd_progress_begin (JdProgress *progress, goffset total)
{
  progress->shown = isatty (STDERR_FILENO) != 0;
  progress->total = total;
  progress->last = 0;
}

void
jd_progress_step (guint documents, goffset bytes, gpointer data)
{
  JdProgress *progress = data;
  gint64 now = g_get_monotonic_time ();
  char bar[WIDTH + 1];

  if (!progress->shown || now - progress->last < INTERVAL)
    return;

  progress->last = now;
  memset (bar, ' ', WIDTH);
  bar[WIDTH] = '\0';
  if (progress->total > 0)
    memset (bar, '#', (gsize)(MIN (bytes, progress->total) * WIDTH / progress->total));
  (void)fprintf (stderr, "\r[%s] %u %s\033[K", bar, documents, _ ("documents"));
}

void
jd_progress_end (JdProgress *progress)
{
  if (progress->shown)
    (void)fputs ("\r\033[K", stderr);
}
