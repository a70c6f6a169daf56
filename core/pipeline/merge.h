/* merge.h - which records stay when several analyzers give one layer
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/layer.h"

typedef enum
{
  JD_MERGE_UNION,    /* all stay */
  JD_MERGE_PRIORITY, /* where spans overlap, those of the first named */
  JD_MERGE_LONGEST,  /* where spans overlap, the longest, then the first named */
  JD_MERGE_VOTE,     /* spans that more than half of those who ran gave, once */
} JdMergeRule;

/* The givers of one layer on one document. */
typedef struct
{
  JdMergeRule rule;
  const guint *ranks; /* by source: 0 wins over 1, and so on */
  guint n_voters;     /* how many analyzers ran */
} JdMergeGivers;

/* `rows` as jd_layer_sort_rows() leaves them.  Sets winners[i] to the index of the row that beat
 * row i, to i where it stays, to JD_NO_ROW where it lost a vote to nobody.  Records of one analyzer
 * never compete, except that a vote counts its equal spans once.  Takes O(n log n) and the square
 * of the longest run of overlapping rows. */
void
jd_merge_spans (const JdMergeGivers *givers, const JdLayerRow *rows, gsize n_rows, gsize *winners);

/* For a document layer: `origins[column]` is the index of the row whose value the merged record
 * takes, that of the first in rank that has one; JD_NO_ROW where none has. */
void jd_merge_fields (const JdMergeGivers *givers,
                      const JdSchema *schema,
                      const JdLayerRow *rows,
                      gsize n_rows,
                      gsize *origins);

/* The staged column of that field, if the row has a value there; else NULL. */
const JdColumn *jd_merge_find_column (const JdLayerRow *row, const char *field);
