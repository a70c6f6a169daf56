/* strict-json.h - json-glib behind a strict gate
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * json-glib 1.6 reads 9999999999999999999999 as -1, 1e400 as infinity and 010 as 8, takes an empty
 * file, a second document and the last of two equal keys, and dies on 100,000 brackets.  This gate
 * lets only RFC 8259 pass, at most 64 deep, without equal keys, with numbers that fit, and
 * remembers where every value stands.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct JdJson JdJson;

/* `name` is for messages: "NAME:LINE:COLUMN: what".  JD_ERROR_CONFIG. */
JdJson *jd_json_parse (const char *name, const char *bytes, gsize length, GError **error);

/* The same for the line of that number in a stream. */
JdJson *jd_json_parse_line (
    const char *name, guint64 line, const char *bytes, gsize length, GError **error);

/* The same for a file of at most 64 MiB; a pipe will do. */
JdJson *jd_json_load (const char *path, GError **error);
void jd_json_free (JdJson *json);

/* Immutable, so that threads may share it. */
JsonNode *jd_json_root (const JdJson *json);

/* SHA-256 of the bytes, in hexadecimal; free with g_free. */
char *jd_json_sha256 (const JdJson *json);

/* The JSON Pointer (RFC 6901) of the member `key` of the object at `parent`; free with g_free. */
char *jd_json_pointer (const char *parent, const char *key);

/* "NAME:LINE:COLUMN: " of the value at a JSON Pointer, of its key with `key` TRUE, or of the
 * nearest value above it; free with g_free. */
char *jd_json_place (const JdJson *json, const char *pointer, gboolean key);

/* Sets JD_ERROR_CONFIG "NAME:LINE:COLUMN: what" for the value, or the key, at a JSON Pointer.
 * Always FALSE, so that a check can return it. */
gboolean jd_json_fail (
    const JdJson *json, const char *pointer, gboolean key, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdJson, jd_json_free)
