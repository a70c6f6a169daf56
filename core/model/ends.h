/* ends.h - where the next span stands that ends late, or early, enough
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Spans sorted by begin are found by begin with a binary search, but their ends are in no order.  A
 * binary tree over the rows, each node with the smallest and the largest end below it, finds the
 * next row by end in O(log n), however the spans are nested.
 */
#pragma once

#include <jiandu/layer.h>

#include "core/model/arena.h"

typedef struct
{
  gsize smallest;
  gsize largest;
} JdEndRange;

typedef struct
{
  const JdSpan *spans;
  gsize n_spans;
  gsize n_leaves;    /* the least power of two that is no less than n_spans */
  JdEndRange *nodes; /* 1 is the root, 2i and 2i+1 are below i; leaves are the spans themselves */
} JdEnds;

/* The tree refers to `spans`, and its nodes stand in `arena`.  Zeroes are an empty tree. */
void jd_ends_init (JdEnds *ends, const JdSpan *spans, gsize n_spans, JdArena *arena);

/* The first row at `from` or after it that ends at `offset` or behind it, or before it; JD_NO_ROW
 * when there is none. */
gsize jd_ends_next_at_least (const JdEnds *ends, gsize from, gsize offset);
gsize jd_ends_next_at_most (const JdEnds *ends, gsize from, gsize offset);
