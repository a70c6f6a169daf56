/* worker.h - the process in which plugins run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It reads a setup, answers READY or FAULT, then an OUTCOME for every DOCUMENT, in order; DIGESTs
 * and a CONCLUDE give the CONCLUSION.  It ends when the socket is closed.  Nothing that it says is
 * believed without a check.
 */
#pragma once

#include <glib.h>

/* What the supervisor leaves open for it. */
#define JD_WORKER_SOCKET 3
#define JD_WORKER_BOARD 4 /* one byte of shared memory, for jd_pipeline_watch() */

/* The command that the supervisor runs: `jiandu worker`. */
#define JD_WORKER_COMMAND "worker"

/* Works until there is no more to do.  FALSE: this process is no worker, the socket is not there.
 */
gboolean jd_worker_run (void);
