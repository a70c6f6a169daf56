/* markup.h - Markdown and inline HTML out of the text, and a note of what they marked
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Known are `**bold**`, <sub>, <sup>, `_{sub}` and `\*`; everything else stays.  Marks without a
 * partner in the same paragraph are taken out, too, but mark nothing.
 */
#pragma once

#include "core/text/line.h"
#include "core/text/repair.h"

typedef struct
{
  JdRepair *out;
  const char *raw;
  gsize copied; /* raw bytes before it are dealt with */
  int level;    /* of the paragraph's heading marks */
  gsize heading;
  gboolean in_bold;
  gsize bold; /* begins of what is open, in the text */
  gboolean in_subscript;
  gsize subscript;
} JdMarkupScan;

void jd_markup_scan_init (JdMarkupScan *scan, JdRepair *out, const char *raw);

/* A paragraph is one line and those that go on with it. */
void jd_markup_begin_paragraph (JdMarkupScan *scan, int level);
void jd_markup_copy_line (JdMarkupScan *scan, const JdLine *line);
void jd_markup_end_paragraph (JdMarkupScan *scan);

/* Whether bold or a subscript is open. */
gboolean jd_markup_is_open (const JdMarkupScan *scan);
