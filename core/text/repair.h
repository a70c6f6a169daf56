/* repair.h - from the raw text to the text that analyzers read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Taken out are blanks around a line's words, the marks of Markdown and inline HTML, and the line
 * breaks, blank lines and page numbers inside a sentence.  Nothing is put in or changed, so that
 * an offset map tells where everything came from.
 */
#pragma once

#include "core/text/offset-map.h"
#include "core/text/text.h"

typedef struct
{
  char *text; /* NUL-terminated */
  gsize length;
  JdOffsetMap map;
  GArray *markup; /* of JdMarkup, sorted by begin, then longer first */
} JdRepair;

/* `raw` is valid UTF-8 without NUL. */
void jd_repair_init (JdRepair *repair, const char *raw, gsize length);
void jd_repair_clear (JdRepair *repair);

/* Only while it is being filled: the next bytes of the text are [begin, end) of `raw`. */
void jd_repair_copy (JdRepair *repair, const char *raw, gsize begin, gsize end);
