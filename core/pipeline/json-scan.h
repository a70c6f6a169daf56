/* json-scan.h - whether bytes are strict JSON, and where each value stands
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Where a value and its key begin, in bytes.  Without a key both are the same. */
typedef struct
{
  gsize key;
  gsize value;
} JdJsonMark;

/* RFC 8259, at most 64 deep, no equal keys in an object, no NUL in strings, numbers within gint64
 * or, with a fraction or an exponent, within double.  Puts a JdJsonMark for every value into
 * `marks`, by JSON Pointer (both freed by the table).  NULL when all is well; else what is wrong
 * (free with g_free) and, in `at`, at which byte. */
char *jd_json_scan (const char *bytes, gsize length, GHashTable *marks, gsize *at);

/* Line and column of a byte, both from 1; columns are code points. */
void jd_json_line_column (const char *bytes, gsize at, gsize *line, gsize *column);
