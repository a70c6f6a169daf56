/* landlock.h - files out of reach, whoever the user is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Landlock lets a process give up paths for good (Linux 5.13; "Landlock: unprivileged access
 * control" in the kernel's documentation).  It holds for root, too.
 */
#pragma once

#include <glib.h>

/* The version of Landlock's interface that the kernel offers; 0: none, or switched off. */
int jd_landlock_version (void);

/* From now on this thread opens no file but for reading, and those only in the folders `readable`
 * (NULL-terminated; NULL: none) and below; it makes, links, renames and removes none.  TCP ports
 * and signals to others go, too, where the kernel's Landlock knows them.  What is open stays
 * usable.  The process must have given up new privileges.  JD_ERROR_CONFIG. */
gboolean jd_landlock_enter (const char *const *readable, GError **error);
