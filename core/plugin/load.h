/* load.h - from a file to a checked descriptor
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/analyzer.h>

/* Loads the file at the absolute `path`, whose plugin must be called `name`, for good: nothing is
 * ever unloaded.  Returns a full-size copy of its descriptor, zero beyond what the plugin knew;
 * free with g_free.  JD_ERROR_PLUGIN "PATH: reason" with the true reason.  Not thread safe. */
JdAnalyzer *jd_plugin_load (const char *path, const char *name, GError **error);
