/* process.h - a worker's process: starting it, ending it, and how it ended
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>
#include <sys/types.h>

typedef struct
{
  pid_t pid;                    /* also of its process group; 0: ended */
  int watch;                    /* readable when it has ended; -1: the kernel has no such thing */
  int socket;                   /* to talk to it */
  const volatile guint8 *board; /* which analyzer it is in, see jd_pipeline_watch() */
} JdProcess;

/* This program again, as a worker, with nothing open but what worker.h names.  It dies with the
 * calling thread.  JD_ERROR_OUTPUT: the system has no room for it. */
gboolean jd_process_start (JdProcess *process, GError **error);

/* Kills it and all that it started, unless that has left its process group.  With `wait` it has a
 * moment to end by itself: the status is then as waitpid() has it, else -1. */
int jd_process_end (JdProcess *process, gboolean wait);
