/* names.h - what things may be called, and what somebody may have meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* The form of plugin, layer, field, option and instance names, for messages. */
#define JD_NAME_FORM "[a-z][a-z0-9_]{0,31}"

gboolean jd_name_is_valid (const char *name);

/* The first candidate with the smallest edit distance (in bytes), or NULL when none is near: all of
 * it, or more than a third of the name and more than 2 bytes, would have to change, or it is longer
 * than 64 bytes.  `candidates` is NULL-terminated. */
const char *jd_name_nearest (const char *name, const char *const *candidates);
