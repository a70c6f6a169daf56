/* layer.h - typed records of a document or of a group of documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A layer is a table: a record is a row, a declared field is a column.  Whoever gives a layer
 * declares it; whoever needs one names the fields it relies on, and the core checks both before a
 * text is read.  Layers are immutable once they are part of a document.  Records are sorted by
 * begin, then longer first, then as they were given.
 */
#pragma once

#include <jiandu/decimal.h>

G_BEGIN_DECLS

typedef struct JdLayer JdLayer;

/* Bytes [begin, end) of a document's text. */
typedef struct
{
  gsize begin;
  gsize end;
} JdSpan;

typedef enum
{
  JD_FIELD_INTEGER,
  JD_FIELD_DECIMAL,
  JD_FIELD_BOOLEAN,
  JD_FIELD_STRING,
  JD_FIELD_ONE_OF,    /* a string out of `values` */
  JD_FIELD_REFERENCE, /* a record of the layer `target` */
} JdFieldType;

/* One row; a table ends with a row whose name is NULL. */
typedef struct
{
  const char *name; /* [a-z][a-z0-9_]{0,31} */
  JdFieldType type;
  const char *const *values; /* one-of: NULL-terminated */
  const char *target;        /* reference: name of the layer */
  const char *unit;          /* NULL: none, or told by another field */
  const char *help;          /* one sentence */
} JdField;

typedef enum
{
  JD_LAYER_SPANS,    /* records that stand somewhere in the text */
  JD_LAYER_DOCUMENT, /* one record at most: facts about the whole document */
  JD_LAYER_CORPUS,   /* records about a group of documents, given by conclude() */
} JdLayerKind;

/* One row; a table ends with a row whose name is NULL. */
typedef struct
{
  const char *name; /* [a-z][a-z0-9_]{0,31} */
  JdLayerKind kind;
  gboolean optional;     /* in `needs`: the layer may be absent */
  const JdField *fields; /* in `needs`: only those relied on; NULL: none */
  /* In `gives`, NULL or a NULL-terminated list of fields for the summary on the terminal: rows by
   * all but the last, one column for each value of the last, which is one-of. */
  const char *const *tabulate;
  const char *help; /* one sentence */
} JdLayerSpec;

/* What look-ups return when there is no such record. */
#define JD_NO_ROW ((gsize)-1)

JD_API const char *jd_layer_name (const JdLayer *layer);
JD_API gsize jd_layer_length (const JdLayer *layer);

/* The column of a field, or -1.  Ask once, before a loop. */
JD_API int jd_layer_column (const JdLayer *layer, const char *field);

/* Where a record stands, and what stands there (not NUL-terminated, `length` in bytes; owned by
 * the layer).  Only for JD_LAYER_SPANS. */
JD_API JdSpan jd_layer_span (const JdLayer *layer, gsize row);
JD_API const char *jd_layer_text (const JdLayer *layer, gsize row, gsize *length);

/* Name of the analyzer, as the pipeline calls it, that gave the record. */
JD_API const char *jd_layer_analyzer (const JdLayer *layer, gsize row);

/* Whether the field was set.  The readers below give 0, FALSE, NULL or JD_NO_ROW for a field that
 * was not set, for column -1 and for a column of another type. */
JD_API gboolean jd_layer_has (const JdLayer *layer, gsize row, int column);
JD_API gint64 jd_layer_integer (const JdLayer *layer, gsize row, int column);
JD_API JdDecimal jd_layer_decimal (const JdLayer *layer, gsize row, int column);
JD_API gboolean jd_layer_boolean (const JdLayer *layer, gsize row, int column);
JD_API const char *jd_layer_string (const JdLayer *layer, gsize row, int column);
JD_API gsize jd_layer_reference (const JdLayer *layer, gsize row, int column);

/* The first record at `from` or after it that covers `span` (begins no later, ends no earlier),
 * lies inside it, or shares at least one byte with it; JD_NO_ROW when there is none.  To walk all:
 *
 *   for (row = jd_layer_next_covered (layer, span, 0); row != JD_NO_ROW;
 *        row = jd_layer_next_covered (layer, span, row + 1))
 *
 * Each call takes O(log n). */
JD_API gsize jd_layer_next_covering (const JdLayer *layer, JdSpan span, gsize from);
JD_API gsize jd_layer_next_covered (const JdLayer *layer, JdSpan span, gsize from);
JD_API gsize jd_layer_next_overlapping (const JdLayer *layer, JdSpan span, gsize from);

G_END_DECLS
