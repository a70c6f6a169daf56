/* pattern.h - what words can begin or end with, as tables
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Behind what `pattern` matches at `at`, or NULL.  In a pattern N stands for a Chinese numeral, D
 * for ASCII digits, P for the punctuation behind an address, X for "no digit here", which
 * needs no text; all else stands for itself.  Blanks are allowed before every part. */
const char *jd_pattern_match (const char *pattern, const char *at, const char *end);

/* Whether one of `patterns` (NULL-terminated) matches at `begin`. */
gboolean jd_pattern_any (const char *const *patterns, const char *begin, const char *end);

/* Length of the one of `marks` (NULL-terminated) that the text begins or ends with; 0: none. */
gsize jd_begins_with (const char *const *marks, const char *begin, const char *end);
gsize jd_ends_with (const char *const *marks, const char *begin, const char *end);

/* The first place where one of `marks` stands, or NULL. */
const char *jd_find_mark (const char *const *marks, const char *begin, const char *end);
