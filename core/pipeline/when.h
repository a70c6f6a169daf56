/* when.h - for which documents a step runs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * {"region": "云溪区", "congress": ["…", "…"], "report_year": {"min": 2020, "max": 2023}}: every
 * fact must be one of the strings, or an integer within the bounds.  A fact that nobody knows
 * fulfils nothing.
 */
#pragma once

#include <jiandu/document.h>

#include "core/pipeline/strict-json.h"

typedef struct JdWhen JdWhen;

/* `node` is an object; `pointer` tells where it stands in `json`, which may go away later. */
JdWhen *jd_when_read (const JdJson *json, const char *pointer, JsonNode *node, GError **error);
void jd_when_free (JdWhen *when);

/* TRUE for NULL: no condition. */
gboolean jd_when_holds (const JdWhen *when, const JdDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdWhen, jd_when_free)
