/* page-break.h - whether a line goes on with the sentence before it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A scanned report shows a page break as a blank line, in the middle of a sentence or even of a
 * word; other texts are broken at a fixed width.  What tells: a sentence ends in 。！？；：, some
 * marks can neither end nor begin a line, and headings, items and addresses begin a paragraph.
 * Where a page ends with the sentence, nothing tells, and the paragraph stays in two.
 */
#pragma once

#include "core/text/line.h"

/* What has been read so far; all zero at the start of a text. */
typedef struct
{
  JdLine line;         /* the last one with words */
  gsize blank_lines;   /* since then */
  gboolean page_ended; /* since then: a page number or a rule */
  gboolean in_markup;  /* the line ends inside bold or inline HTML */

  gsize paragraph;    /* begin of the paragraph that the line belongs to */
  gboolean past_head; /* a sentence has ended: behind title, subtitle, speaker */
} JdReading;

/* Whether `next`, which is not blank, goes on with the sentence of the last line. */
gboolean jd_page_break_joins (const char *raw, const JdReading *reading, const JdLine *next);

/* Makes `line` the last line read, in the same paragraph or as the first one of another. */
void jd_page_break_read (const char *raw, JdReading *reading, const JdLine *line, gboolean joined);
