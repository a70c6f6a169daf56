/* stream.h - a line in, a line out, at once and in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The contract with Hadoop Streaming, Spark's pipe() and a shell's pipes: whoever writes a line and
 * waits gets its answer, before the next line is there.
 */
#pragma once

#include "core/batch/engine.h"

/* Reads NDJSON (see ndjson.h) from the descriptor `in` until its end, and writes the record of each
 * line to `out`: one line for each, also for one that is blank or no document, whose record tells
 * why.  A line longer than `limit` is such a one.  `*n_failed` counts the lines whose record has an
 * error.  JD_ERROR_OUTPUT. */
gboolean
jd_stream_run (JdEngine *engine, int in, int out, gsize limit, guint64 *n_failed, GError **error);
