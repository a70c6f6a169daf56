/* repair.h - from the raw text to the text that analyzers read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/text/offset-map.h"
#include "core/text/text.h"

typedef struct
{
  char *text; /* NUL-terminated */
  gsize length;
  JdOffsetMap map;
  GArray *markup; /* of JdMarkup */
} JdRepair;

/* `raw` is valid UTF-8 without NUL. */
void jd_repair_init (JdRepair *repair, const char *raw, gsize length);
void jd_repair_clear (JdRepair *repair);
