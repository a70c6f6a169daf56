/* merge.c - which records stay when several analyzers give one layer
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/merge.h"

#include <string.h>

typedef struct
{
  const JdMergeGivers *givers;
  const JdLayerRow *rows;
  gsize *winners;
} Merge;

static JdSpan
span_of (const Merge *merge, gsize index)
{
  const JdLayerRow *row = &merge->rows[index];

  return row->staged->spans[row->row];
}

static guint
rank_of (const JdMergeGivers *givers, const JdLayerRow *row)
{
  return givers->ranks[row->source];
}

static int
compare_numbers (gsize a, gsize b)
{
  return (a > b) - (a < b);
}

/* Who would win comes first. */
static int
compare_strength (gconstpointer a, gconstpointer b, gpointer data)
{
  const Merge *merge = data;
  gsize left = *(const gsize *)a, right = *(const gsize *)b;
  JdSpan left_span = span_of (merge, left), right_span = span_of (merge, right);
  guint left_rank = rank_of (merge->givers, &merge->rows[left]);
  guint right_rank = rank_of (merge->givers, &merge->rows[right]);
  int order = 0;

  if (merge->givers->rule == JD_MERGE_LONGEST)
    order = compare_numbers (right_span.end - right_span.begin, left_span.end - left_span.begin);
  if (order == 0)
    order = compare_numbers (left_rank, right_rank);

  return order != 0 ? order : compare_numbers (left, right);
}

/* The first of `kept` that another analyzer gave and that shares a byte with row `index`, or
 * `index` itself. */
static gsize
find_winner (const Merge *merge, gsize index, const gsize *kept, gsize n_kept)
{
  JdSpan span = span_of (merge, index);

  for (gsize i = 0; i < n_kept; i++)
    {
      JdSpan other = span_of (merge, kept[i]);

      if (merge->rows[kept[i]].source != merge->rows[index].source && other.begin < span.end
          && span.begin < other.end)
        return kept[i];
    }

  return index;
}

/* Rows begin .. end - 1 touch no others.  `order` and `kept` have room for them. */
static void
settle_run (const Merge *merge, gsize begin, gsize end, gsize *order, gsize *kept)
{
  gsize n_kept = 0;

  for (gsize i = begin; i < end; i++)
    order[i - begin] = i;
  g_qsort_with_data (order, (gint)(end - begin), sizeof *order, compare_strength, (gpointer)merge);
  for (gsize i = 0; i < end - begin; i++)
    {
      gsize winner = find_winner (merge, order[i], kept, n_kept);

      merge->winners[order[i]] = winner;
      if (winner == order[i])
        kept[n_kept++] = winner;
    }
}

static void
settle_overlaps (const Merge *merge, gsize n_rows)
{
  g_autofree gsize *order = g_new (gsize, n_rows);
  g_autofree gsize *kept = g_new (gsize, n_rows);
  gsize begin = 0;

  while (begin < n_rows)
    {
      gsize reach = span_of (merge, begin).end;
      gsize end = begin + 1;

      for (; end < n_rows && span_of (merge, end).begin < reach; end++)
        reach = MAX (reach, span_of (merge, end).end);
      settle_run (merge, begin, end, order, kept);
      begin = end;
    }
}

/* Rows begin .. end - 1 have one span. */
static void
count_votes (const Merge *merge, gsize begin, gsize end)
{
  gsize winner = begin;
  guint n_votes = 1;

  for (gsize i = begin + 1; i < end; i++)
    {
      if (merge->rows[i].source != merge->rows[i - 1].source)
        n_votes++;
      if (rank_of (merge->givers, &merge->rows[i]) < rank_of (merge->givers, &merge->rows[winner]))
        winner = i;
    }
  for (gsize i = begin; i < end; i++)
    merge->winners[i] = n_votes > merge->givers->n_voters / 2 ? winner : JD_NO_ROW;
}

static void
settle_votes (const Merge *merge, gsize n_rows)
{
  gsize begin = 0;

  while (begin < n_rows)
    {
      JdSpan span = span_of (merge, begin);
      gsize end = begin + 1;

      while (end < n_rows && span_of (merge, end).begin == span.begin
             && span_of (merge, end).end == span.end)
        end++;
      count_votes (merge, begin, end);
      begin = end;
    }
}

void
jd_merge_spans (const JdMergeGivers *givers, const JdLayerRow *rows, gsize n_rows, gsize *winners)
{
  Merge merge = { .givers = givers, .rows = rows, .winners = winners };

  switch (givers->rule)
    {
    case JD_MERGE_UNION:
      for (gsize i = 0; i < n_rows; i++)
        winners[i] = i;
      break;
    case JD_MERGE_PRIORITY:
    case JD_MERGE_LONGEST:
      settle_overlaps (&merge, n_rows);
      break;
    case JD_MERGE_VOTE:
      settle_votes (&merge, n_rows);
      break;
    }
}

const JdColumn *
jd_merge_find_column (const JdLayerRow *row, const char *field)
{
  const JdStagedLayer *staged = row->staged;

  for (gsize i = 0; i < staged->n_columns; i++)
    if (strcmp (staged->spec->fields[i].name, field) == 0)
      return staged->columns[i].set[row->row] ? &staged->columns[i] : NULL;

  return NULL;
}

static gsize
find_origin (const JdMergeGivers *givers, const char *field, const JdLayerRow *rows, gsize n_rows)
{
  gsize origin = JD_NO_ROW;

  for (gsize i = 0; i < n_rows; i++)
    if (jd_merge_find_column (&rows[i], field) != NULL
        && (origin == JD_NO_ROW || rank_of (givers, &rows[i]) < rank_of (givers, &rows[origin])))
      origin = i;

  return origin;
}

void
jd_merge_fields (const JdMergeGivers *givers,
                 const JdSchema *schema,
                 const JdLayerRow *rows,
                 gsize n_rows,
                 gsize *origins)
{
  for (guint column = 0; column < schema->fields->len; column++)
    origins[column] = find_origin (givers, jd_schema_field (schema, column)->name, rows, n_rows);
}
