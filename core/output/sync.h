/* sync.h - names on the disk
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* A file that was made or renamed is on the disk only when its folder is.  FALSE with errno. */
gboolean jd_sync_folder_of (const char *path);
