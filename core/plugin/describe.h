/* describe.h - a plugin's descriptor as JSON and as a page for people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "core/plugin/catalog.h"

/* (transfer full) name, version, summary, licence, path, abi, needs, gives, options (JSON Schema),
 * group_by; or name, path and error for one that was refused. */
JsonNode *jd_describe_json (const JdCatalogEntry *entry);

/* The same for people; free with g_free. */
char *jd_describe_text (const JdCatalogEntry *entry);
