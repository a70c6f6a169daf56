/* scan.h - has a plugin been loaded once, by a process that may be lost?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A plugin's code runs as soon as its file is loaded, before its descriptor can be looked at.  So a
 * process of its own loads it first (`jiandu scan PATH`, see warden.h), which has a second for it;
 * only what came through there is loaded by the host.  Verdicts are kept (see verdicts.h).
 */
#pragma once

#include <glib.h>

typedef struct JdScan JdScan;

/* For the command jiandu alone: the process is started from its own file.  `again`: kept verdicts
 * do not count. */
JdScan *jd_scan_new (gboolean again);
void jd_scan_free (JdScan *scan);

/* Whether the file at the absolute `path`, named as its plugin, can be loaded.  `retry`: a kept
 * refusal does not count, since its cause may lie elsewhere (a library that is there by now, a
 * machine that was busy).  JD_ERROR_PLUGIN "PATH: reason" with the true reason. */
gboolean jd_scan_check (JdScan *scan, const char *path, gboolean retry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdScan, jd_scan_free)
