/* progress.c - a bar on the terminal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/progress.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
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
  progress->begun = g_get_monotonic_time ();
  progress->last = 0;
}

char *
jd_progress_describe (const JdBatchProgress *now, goffset total, double seconds)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%" PRIu64 " documents"), now->documents);
  if (now->failed > 0)
    g_string_append_printf (text, _ (", %" PRIu64 " failed"), now->failed);
  if (seconds >= 1)
    g_string_append_printf (text, _ (", %.0f a second"), (double)now->documents / seconds);
  if (seconds >= 1 && now->bytes > 0 && now->bytes <= total)
    g_string_append_printf (text, _ (", %.0f s left"),
                            seconds * (double)(total - now->bytes) / (double)now->bytes);

  return g_string_free (text, FALSE);
}

void
jd_progress_step (const JdBatchProgress *now, gpointer data)
{
  JdProgress *progress = data;
  gint64 time = g_get_monotonic_time ();
  g_autofree char *text = NULL;
  char bar[WIDTH + 1];

  if (!progress->shown || time - progress->last < INTERVAL)
    return;

  progress->last = time;
  memset (bar, ' ', WIDTH);
  bar[WIDTH] = '\0';
  if (progress->total > 0)
    memset (bar, '#', (gsize)(MIN (now->bytes, progress->total) * WIDTH / progress->total));
  text = jd_progress_describe (now, progress->total,
                               (double)(time - progress->begun) / G_USEC_PER_SEC);
  (void)fprintf (stderr, "\r[%s] %s\033[K", bar, text);
}

void
jd_progress_end (JdProgress *progress)
{
  if (progress->shown)
    (void)fputs ("\r\033[K", stderr);
}
