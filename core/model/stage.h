/* stage.h - the inside of JdOutput: records on their way, and their check
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/corpus.h>
#include <jiandu/output.h>

/* One value of a staged record or of a layer. */
typedef union
{
  gint64 integer;
  JdDecimal decimal;
  gboolean boolean;
  const char
      *string; /* NUL-terminated, in the output's or the layer's arena; one-of: the plugin's */
  gsize row;   /* reference */
} JdValue;

/* A column: `values[row]` holds where `set[row]` is TRUE.  `documents` (only in reference columns
 * of JD_LAYER_CORPUS layers, else NULL) names the document of each row; NULL there: a row of the
 * same stage. */
typedef struct
{
  JdFieldType type;
  JdValue *values;
  guint8 *set;
  const JdDocument **documents;
} JdColumn;

/* The records that one analyzer gave for one layer: columns in the order of `spec->fields`. */
typedef struct
{
  const JdLayerSpec *spec;
  gsize n_rows;
  const JdSpan *spans; /* NULL unless JD_LAYER_SPANS */
  const JdColumn *columns;
  gsize n_columns;
} JdStagedLayer;

/* `gives` is the analyzer's table.  `conclude` tells which of its layers may be filled: those of
 * JD_LAYER_CORPUS in the corpus stage, the others before it. */
JdOutput *jd_output_new (const JdLayerSpec *gives, gboolean conclude);
void jd_output_free (JdOutput *output);

/* Checks all that was staged against the table and, unless `document` is NULL, against the text
 * and the layers of the document.  The first fault is told, by layer, record number and field;
 * JD_ERROR_ANALYSIS.  Afterwards nothing can be appended. */
gboolean jd_output_check (JdOutput *output, const JdDocument *document, GError **error);

/* The staged records of a layer; NULL when the analyzer gave none.  Owned by the output. */
const JdStagedLayer *jd_output_layer (const JdOutput *output, const char *name);

/* Whether the analyzer declared the layer, so that references to it are to its own records. */
gboolean jd_output_gives (const JdOutput *output, const char *name);

/* The part of jd_output_check() that needs the document: spans and references of one layer. */
gboolean jd_staged_layer_check (const JdStagedLayer *staged,
                                const JdOutput *output,
                                const JdDocument *document,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdOutput, jd_output_free)
