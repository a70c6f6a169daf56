/* json-check.h - whether a JSON value has the form that a file asks for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/strict-json.h"

/* Types of values; those that will do are joined with |. */
typedef enum
{
  JD_JSON_STRING = 1 << 0, /* not empty */
  JD_JSON_INTEGER = 1 << 1,
  JD_JSON_NUMBER = 1 << 2, /* with a fraction or an exponent */
  JD_JSON_BOOLEAN = 1 << 3,
  JD_JSON_OBJECT = 1 << 4,
  JD_JSON_LIST = 1 << 5, /* not empty */
  JD_JSON_NULL = 1 << 6,
} JdJsonType;

/* One row; a table ends with a row whose name is NULL. */
typedef struct
{
  const char *name;
  guint types; /* of JdJsonType */
  gboolean required;
} JdJsonKey;

/* What there is in the place of `name`, which stands in messages: `"order"`, say. */
gboolean jd_json_check_type (const JdJson *json,
                             const char *pointer,
                             JsonNode *node,
                             const char *name,
                             guint types,
                             GError **error);

/* An object with no other keys than these (the nearest is named), each of its types, the required
 * ones there. */
gboolean jd_json_check_object (
    const JdJson *json, const char *pointer, JsonNode *node, const JdJsonKey *keys, GError **error);

/* A list of strings: NULL-terminated, to be freed with g_free; the strings are the node's. */
const char **
jd_json_read_strings (const JdJson *json, const char *pointer, JsonNode *node, GError **error);
