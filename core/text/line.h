/* line.h - a line of the raw text without what stands around its words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct
{
  gsize begin;       /* behind the indent and heading marks */
  gsize end;         /* before blanks, closing heading marks and the line break */
  gsize stop;        /* the line break, or the text's end */
  gsize next;        /* the next line's first byte */
  int level;         /* number of heading marks, 1 to 6; 0: no heading */
  gboolean indented; /* by two bytes of blanks at least, which is one ideographic space */
} JdLine;

/* The line that begins at `at`, which is less than `length`.  A line ends at LF; a CR before it
 * is a blank like any other. */
void jd_line_read (const char *raw, gsize length, gsize at, JdLine *line);

/* No words in it. */
gboolean jd_line_is_blank (const JdLine *line);

/* A page number (`12`, `- 12 -`, `第12页`), a rule (`---`) or an HTML comment: what stands between
 * two pages.  A bare number is one only if it `stands_alone` between blank lines. */
gboolean jd_line_is_furniture (const char *raw, const JdLine *line, gboolean stands_alone);

/* Behind all blanks at `at`; before all blanks that end at `end`. */
const char *jd_skip_blanks (const char *at, const char *end);
const char *jd_skip_blanks_back (const char *begin, const char *end);
