/* document.h - an immutable text, its facts and its layers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `raw` is the file as decoded; people see offsets into it.  `text` is what analyzers read: valid
 * UTF-8 without NUL, markup and the blanks around a line's words taken out, page breaks inside
 * sentences joined, nothing else changed: what it has stands in `raw`, byte for byte.
 * Every offset that an analyzer sees or gives is a byte offset into `text`; the core maps it back.
 */
#pragma once

#include <jiandu/layer.h>

G_BEGIN_DECLS

typedef struct JdDocument JdDocument;

/* A place in the raw text, for people. */
typedef struct
{
  gsize byte;      /* from 0, in the decoded file as UTF-8 */
  gsize character; /* from 0, in code points, line breaks counted */
  gsize line;      /* from 1 */
  gsize column;    /* from 1, in code points */
} JdPlace;

/* All pointers that these functions return belong to the document. */

JD_API const char *jd_document_id (const JdDocument *document);

/* Where it came from: a path as given, or "-".  File-name rules look at it. */
JD_API const char *jd_document_source (const JdDocument *document);

/* The text (NUL-terminated) and its length in bytes.  In the corpus stage there is no text: "" and
 * 0. */
JD_API const char *jd_document_text (const JdDocument *document, gsize *length);

/* A fact that the user gave (--meta, a field of an NDJSON line) or, after that, a field of a
 * JD_LAYER_DOCUMENT layer, as text; NULL when nobody knows it. */
JD_API const char *jd_document_fact (const JdDocument *document, const char *name);

/* Only what the user gave. */
JD_API const char *jd_document_given_fact (const JdDocument *document, const char *name);

/* NULL when no analyzer gave it.  The core itself gives `markup`: spans of text that were marked
 * up, with `kind` (heading, bold, subscript) and, for headings, `level`. */
JD_API const JdLayer *jd_document_layer (const JdDocument *document, const char *name);

/* Where a byte of the text stands in the raw text.  For the end of a span use
 * jd_document_source_span(), which does not run over a join. */
JD_API void jd_document_place (const JdDocument *document, gsize offset, JdPlace *place);

/* The code points of the raw text that a span of the text came from. */
JD_API JdSpan jd_document_source_span (const JdDocument *document, JdSpan span);

G_END_DECLS
