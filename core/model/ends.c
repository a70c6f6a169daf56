/* ends.c - where the next span stands that ends late, or early, enough
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/ends.h"

/* Leaves beyond the last span match nothing. */
static JdEndRange
range_at (const JdEnds *ends, gsize node)
{
  gsize row = node - ends->n_leaves;

  if (node < ends->n_leaves)
    return ends->nodes[node];
  if (row >= ends->n_spans)
    return (JdEndRange){ .smallest = G_MAXSIZE, .largest = 0 };

  return (JdEndRange){ .smallest = ends->spans[row].end, .largest = ends->spans[row].end };
}

void
jd_ends_init (JdEnds *ends, const JdSpan *spans, gsize n_spans, JdArena *arena)
{
  gsize n_leaves = 1;

  while (n_leaves < n_spans)
    n_leaves *= 2;
  *ends = (JdEnds){ .spans = spans, .n_spans = n_spans, .n_leaves = n_leaves };
  ends->nodes = jd_arena_alloc (arena, n_leaves * sizeof (JdEndRange));
  for (gsize node = n_leaves - 1; node > 0; node--)
    {
      JdEndRange left = range_at (ends, 2 * node);
      JdEndRange right = range_at (ends, 2 * node + 1);

      ends->nodes[node].smallest = MIN (left.smallest, right.smallest);
      ends->nodes[node].largest = MAX (left.largest, right.largest);
    }
}

/* Whether a row below `node` ends in low .. high; exact where low is 0 or high is G_MAXSIZE. */
static gboolean
has_end_in (const JdEnds *ends, gsize node, gsize low, gsize high)
{
  JdEndRange range = range_at (ends, node);

  return range.largest >= low && range.smallest <= high;
}

/* The first node on the way from the leaf `from` to the right and up that holds such a row; 0 when
 * there is none. */
static gsize
climb (const JdEnds *ends, gsize from, gsize low, gsize high)
{
  gsize node = ends->n_leaves + from;

  while (!has_end_in (ends, node, low, high))
    {
      while (node % 2 == 1)
        node /= 2;
      if (node == 0)
        return 0;
      node++;
    }

  return node;
}

static gsize
next_in (const JdEnds *ends, gsize from, gsize low, gsize high)
{
  gsize node;

  if (from >= ends->n_spans)
    return JD_NO_ROW;
  node = climb (ends, from, low, high);
  if (node == 0)
    return JD_NO_ROW;
  while (node < ends->n_leaves)
    node = has_end_in (ends, 2 * node, low, high) ? 2 * node : 2 * node + 1;

  return node - ends->n_leaves < ends->n_spans ? node - ends->n_leaves : JD_NO_ROW;
}

gsize
jd_ends_next_at_least (const JdEnds *ends, gsize from, gsize offset)
{
  return next_in (ends, from, offset, G_MAXSIZE);
}

gsize
jd_ends_next_at_most (const JdEnds *ends, gsize from, gsize offset)
{
  return next_in (ends, from, 0, offset);
}
