/* ndjson.h - a line of NDJSON as a document on its way in
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * {"id": "yunxi-2023", "text": "…", "source": "yunxi-2023.docx", "region": "云溪区"}
 *
 * `id` and `text` are needed; `source` is where the text came from, the stream's own name when it
 * is left out; every other member is a fact: a string, a number, true or false.  null is no fact.
 */
#pragma once

#include "core/batch/item.h"

/* `name` is the stream's, `number` the line's.  What is wrong becomes the item's error. */
JdItem *jd_ndjson_read (const char *line, gsize length, const char *name, guint64 number);
