/* clause.h - sentences and clauses of a text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pure: bytes in, offsets out.
 */
#pragma once

#include <jiandu/layer.h>

/* Bytes after which a sentence is cut: five times what reports have, and little enough to be read
 * again for every figure in it. */
#define JD_SENTENCE_LIMIT 6000

/* The sentence that begins at `from`: up to and with 。！？, or up to the end of a line, unless the
 * line is left open by a comma, a colon or the like.  Offsets into `text` of `length` bytes. */
JdSpan jd_sentence_at (const char *text, gsize length, gsize from);

/* The clause of `within` that begins at `from`: up to ，；：。！？ or the end of a line, that sign
 * and the white space around left out.  `next` (NULL: not wanted) becomes where the next one
 * begins. */
JdSpan jd_clause_at (const char *text, JdSpan within, gsize from, gsize *next);

/* The clause of `within` that `offset` stands in. */
JdSpan jd_clause_around (const char *text, JdSpan within, gsize offset);

/* `span` without the white space at its ends. */
JdSpan jd_span_strip (const char *text, JdSpan span);
