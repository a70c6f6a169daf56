/* traces.h - what loading a plugin must leave as it was
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A plugin does its work in its callbacks.  One that changes the process while it is loaded changes
 * every run it is part of, and all other plugins.  Signal handlers and threads are not looked at:
 * runtimes of other languages set theirs up when they are loaded, and do no harm.
 */
#pragma once

#include <glib.h>

typedef struct JdTraces JdTraces;

/* The standard streams, working folder, environment and file mode mask of this process, which has
 * no timer running. */
JdTraces *jd_traces_take (void);
void jd_traces_free (JdTraces *before);

/* What is different now, as the reason to refuse a plugin; NULL: nothing.  Output is seen where
 * standard output is a file, which grows.  Free with g_free. */
char *jd_traces_compare (const JdTraces *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdTraces, jd_traces_free)
