/* safety.h - may code be loaded from this file?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Whether `path` (absolute) is a regular file that nobody but root and the effective user can
 * change: neither the file, nor a folder above it, nor a link on the way to it.  A folder that
 * others can write is harmless when it is sticky (/tmp), since what lies in it is checked too; so
 * is a group that is the owner's alone.  The message is the reason alone, with the offending place;
 * JD_ERROR_PLUGIN. */
gboolean jd_safety_check (const char *path, GError **error);

/* The same of any file or folder. */
gboolean jd_safety_check_place (const char *path, GError **error);

/* Whether the file holds all the bytes that its program headers map (the system's loader dies of a
 * bus error on one that was cut short) and is for this kind of machine.  What is no ELF file of
 * this class passes: the loader can say that itself.  JD_ERROR_PLUGIN. */
gboolean jd_safety_check_headers (const char *path, GError **error);
