/* output.h - where an analyzer puts its records
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Output is staged.  When the callback returns TRUE, the core checks everything (layer and field
 * declared, type, one-of value, span inside the text and on character boundaries, reference in
 * range) and takes all of it or, at the first fault, none.  So these functions return nothing that
 * must be checked: a wrong call is kept and reported with the analyzer's name.
 */
#pragma once

#include <jiandu/document.h>

G_BEGIN_DECLS

typedef struct JdOutput JdOutput;

/* A record being filled; valid until the callback returns. */
typedef struct
{
  gpointer layer;
  gsize row; /* as appended: what references into the same layer are made with */
} JdRecord;

/* A record of a JD_LAYER_SPANS layer at bytes [begin, end) of the text. */
JD_API JdRecord jd_output_append (JdOutput *output, const char *layer, gsize begin, gsize end);

/* A record of a JD_LAYER_DOCUMENT or JD_LAYER_CORPUS layer. */
JD_API JdRecord jd_output_append_row (JdOutput *output, const char *layer);

/* A field that is not set is absent.  Setting one again replaces it.  Strings are copied; `length`
 * is in bytes, -1 up to the NUL; they must be UTF-8.  One-of fields are set as strings. */
JD_API void jd_record_set_integer (JdRecord record, const char *field, gint64 value);
JD_API void jd_record_set_decimal (JdRecord record, const char *field, JdDecimal value);
JD_API void jd_record_set_boolean (JdRecord record, const char *field, gboolean value);
JD_API void
jd_record_set_string (JdRecord record, const char *field, const char *value, gssize length);

/* A reference to `row` of the field's target layer: a JdRecord's row where this output gives the
 * target too, else a row of the document's layer. */
JD_API void jd_record_set_reference (JdRecord record, const char *field, gsize row);

/* In conclude(): a reference to a row of a document's layer. */
JD_API void jd_record_set_reference_in (JdRecord record,
                                        const char *field,
                                        const JdDocument *document,
                                        gsize row);

G_END_DECLS
