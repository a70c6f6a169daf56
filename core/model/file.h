/* file.h - reads settings and tables of the user's
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* The bytes of a file of at most 64 MiB, and a NUL behind them; a pipe will do, and an endless one
 * does no harm.  Free with g_free.  NULL with JD_ERROR_CONFIG "PATH: why". */
char *jd_file_read (const char *path, gsize *length, GError **error);
