/* layer-columns.h - what the files that make and read JdLayer share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/arena.h"
#include "core/model/ends.h"
#include "core/model/layer.h"

struct JdLayer
{
  JdSchema *schema;
  JdArena *arena; /* everything below, and the layer itself */
  gsize n_rows;
  JdColumn *columns;      /* in the order of the schema */
  const char **analyzers; /* one a row */
  JdSpan *spans;          /* one a row; NULL unless JD_LAYER_SPANS */
  const char **texts;     /* the same: into the document's text or, of a digest, into the arena */
  JdEnds ends;
};

/* A layer of `n_rows` rows without values.  `wanted`, by column: which ones will have any; NULL:
 * all. */
JdLayer *jd_layer_alloc (JdSchema *schema, gsize n_rows, const guint8 *wanted);
