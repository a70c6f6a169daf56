/* layer.h - the inside of JdLayer, and how it is made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/schema.h"
#include "core/model/stage.h"

/* One record on its way into a layer: which staged row, whose. */
typedef struct
{
  const JdStagedLayer *staged;
  gsize row;
  guint source; /* index into the analyzers' names */
} JdLayerRow;

/* Makes a layer of `rows`, which are already in their final order (see jd_layer_sort_rows()).
 * `names[source]` is the analyzer of each row, kept by the caller as long as the layer.  Strings
 * and texts are copied; `document` gives the text of spans (NULL: corpus layers).  References are
 * copied as they are: fix them with jd_layer_set_reference() before the layer is shown. */
JdLayer *jd_layer_new (JdSchema *schema,
                       const JdLayerRow *rows,
                       gsize n_rows,
                       const char *const *names,
                       const JdDocument *document);
void jd_layer_free (JdLayer *layer);

/* Sorts by begin, then longer first, then source, then row. */
void jd_layer_sort_rows (JdLayerRow *rows, gsize n_rows);

void jd_layer_set_reference (JdLayer *layer, gsize row, int column, gsize target);

const JdSchema *jd_layer_schema (const JdLayer *layer);

/* For references of corpus layers: whose row it is; NULL: a row of the same stage. */
const JdDocument *jd_layer_reference_document (const JdLayer *layer, gsize row, int column);

/* The stable id of a record, "LAYER-NUMBER" counted from 1; free with g_free. */
char *jd_layer_record_id (const JdLayer *layer, gsize row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdLayer, jd_layer_free)
