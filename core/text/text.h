/* text.h - from a file's bytes to the text that analyzers read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bytes -> decode -> raw -> repair (markup and the blanks around a line's words out, page breaks
 * inside sentences joined) -> text.  The repair only leaves out, and the map leads from every byte
 * of the text back to the raw text.
 */
#pragma once

#include <jiandu/document.h>

typedef struct JdText JdText;

typedef enum
{
  JD_MARKUP_HEADING,   /* a line that began with # marks; level 1 to 6 */
  JD_MARKUP_BOLD,      /* between ** and ** */
  JD_MARKUP_SUBSCRIPT, /* <sub>, _{...} */
} JdMarkupKind;

typedef struct
{
  JdSpan span; /* in the text */
  JdMarkupKind kind;
  int level; /* headings; else 0 */
} JdMarkup;

/* Decodes and repairs.  JD_ERROR_INPUT names the byte offset of what is invalid: not UTF-8, or a
 * NUL.  A byte order mark at the start is no part of the raw text.  An empty text is one. */
JdText *jd_text_new (const char *bytes, gsize length, GError **error);
void jd_text_free (JdText *text);

const char *jd_text_raw (const JdText *text, gsize *length);
const char *jd_text_get (const JdText *text, gsize *length);

/* Sorted by begin, then longer first. */
const JdMarkup *jd_text_markup (const JdText *text, gsize *n_markup);

/* See jd_document_place() and jd_document_source_span(). */
void jd_text_place (const JdText *text, gsize offset, JdPlace *place);
JdSpan jd_text_source_span (const JdText *text, JdSpan span);

const char *jd_text_sha256 (const JdText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdText, jd_text_free)
