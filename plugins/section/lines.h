/* lines.h - a text as lines and sentences
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/layer.h>

/* JdSpan: the lines that are not empty, without the blanks at both ends.  U+3000 is a blank. */
GArray *lines_new (const char *text, gsize length);

/* The sentence that begins at `begin`: up to the first 。！？ and the closing marks after it, or to
 * the end of the line that ends at `end`. */
JdSpan lines_sentence (const char *text, gsize begin, gsize end);

/* A sentence without its stop and without closing marks behind that. */
JdSpan lines_without_stop (const char *text, JdSpan span);

/* Moves past blanks. */
gsize lines_skip_blanks (const char *text, gsize begin, gsize end);

/* In code points. */
gsize lines_characters (const char *text, JdSpan span);

/* Whether `text` goes on with `word` at `begin`, all of it before `end`. */
gboolean lines_has (const char *text, gsize begin, gsize end, const char *word);

/* Where `word` first stands in the span, or JD_NO_ROW. */
gsize lines_find (const char *text, JdSpan span, const char *word);

static inline gboolean
lines_is_empty (JdSpan span)
{
  return span.begin == span.end;
}

gboolean lines_has_digit (const char *text, JdSpan span);
