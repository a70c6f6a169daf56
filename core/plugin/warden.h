/* warden.h - the throw-away process that loads one plugin, to see whether it can be loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It is two processes: the warden, which runs none of the plugin's code, and a child, which loads
 * it under limits.  What the plugin kills, closes or leaves behind is the warden's, never the
 * host's.
 */
#pragma once

#include <glib.h>

/* Where the answer goes: the reason to refuse the plugin, nothing for a good one, and the end. */
#define JD_WARDEN_CHANNEL 3
#define JD_WARDEN_END "\nEND\n"
#define JD_WARDEN_ANSWER 4096 /* bytes at most, its end included */

/* Milliseconds for one plugin: 1,000, or what JIANDU_SCAN_TIMEOUT says in seconds (not with raised
 * rights; at most a minute). */
gint64 jd_warden_deadline (void);

/* The reason when a plugin took longer, and when the process that loaded it ended with a status as
 * waitpid() gives it; free with g_free. */
char *jd_warden_describe_delay (void);
char *jd_warden_describe_end (int status);

/* Loads the plugin at the absolute `path`, answers, and ends the process and all that the plugin
 * started. */
void jd_warden_run (const char *path) G_GNUC_NORETURN;
