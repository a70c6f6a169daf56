/* test-merge.c - which records stay when several analyzers give one layer
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/merge.h"

#include "suite.h"

#define LOST JD_NO_ROW
#define MAX_ROWS 6

/* Rows as jd_layer_sort_rows() leaves them, and who beats each: itself, another, or LOST. */
typedef struct
{
  const char *what;
  JdMergeRule rule;
  guint ranks[3];
  guint n_voters;
  gsize n_rows;
  struct
  {
    JdSpan span;
    guint source;
    gsize winner;
  } rows[MAX_ROWS];
} Case;

static const Case CASES[] = {
  { "union keeps all",
    JD_MERGE_UNION,
    { 0, 1 },
    2,
    3,
    { { { 0, 9 }, 0, 0 }, { { 0, 9 }, 1, 1 }, { { 3, 6 }, 1, 2 } } },
  { "the first named wins",
    JD_MERGE_PRIORITY,
    { 1, 0 },
    2,
    3,
    { { { 0, 9 }, 0, 1 }, { { 3, 6 }, 1, 1 }, { { 6, 9 }, 0, 2 } } },
  { "touching is no overlap",
    JD_MERGE_PRIORITY,
    { 0, 1 },
    2,
    2,
    { { { 0, 3 }, 0, 0 }, { { 3, 6 }, 1, 1 } } },
  { "equal spans overlap",
    JD_MERGE_PRIORITY,
    { 0, 1 },
    2,
    2,
    { { { 0, 3 }, 0, 0 }, { { 0, 3 }, 1, 0 } } },
  { "one analyzer's own never compete",
    JD_MERGE_PRIORITY,
    { 0, 1 },
    2,
    4,
    { { { 0, 9 }, 0, 0 }, { { 0, 3 }, 0, 1 }, { { 3, 6 }, 0, 2 }, { { 4, 5 }, 1, 0 } } },
  { "who lost beats nobody",
    JD_MERGE_PRIORITY,
    { 0, 1, 2 },
    3,
    3,
    { { { 0, 4 }, 0, 0 }, { { 3, 8 }, 1, 0 }, { { 6, 9 }, 2, 2 } } },
  { "beaten by the strongest",
    JD_MERGE_PRIORITY,
    { 1, 2, 0 },
    3,
    3,
    { { { 0, 4 }, 0, 0 }, { { 2, 9 }, 1, 2 }, { { 5, 9 }, 2, 2 } } },
  { "longest wins",
    JD_MERGE_LONGEST,
    { 0, 1 },
    2,
    3,
    { { { 0, 3 }, 0, 1 }, { { 2, 9 }, 1, 1 }, { { 8, 10 }, 0, 1 } } },
  { "of equal length the first named",
    JD_MERGE_LONGEST,
    { 1, 0 },
    2,
    2,
    { { { 0, 3 }, 0, 1 }, { { 2, 5 }, 1, 1 } } },
  { "longest settles each run alone",
    JD_MERGE_LONGEST,
    { 0, 1 },
    2,
    4,
    { { { 0, 4 }, 0, 0 }, { { 1, 3 }, 1, 0 }, { { 4, 6 }, 0, 3 }, { { 5, 9 }, 1, 3 } } },
  { "more than half decide",
    JD_MERGE_VOTE,
    { 0, 1, 2 },
    3,
    5,
    { { { 0, 3 }, 0, LOST },
      { { 3, 6 }, 0, 1 },
      { { 3, 6 }, 2, 1 },
      { { 3, 7 }, 1, LOST },
      { { 8, 9 }, 2, LOST } } },
  { "a tie is lost", JD_MERGE_VOTE, { 0, 1 }, 2, 1, { { { 0, 3 }, 0, LOST } } },
  { "who did not run has no vote", JD_MERGE_VOTE, { 0, 1 }, 1, 1, { { { 0, 3 }, 1, 0 } } },
  { "the first named speaks for the voters",
    JD_MERGE_VOTE,
    { 2, 0, 1 },
    3,
    3,
    { { { 0, 3 }, 0, 1 }, { { 0, 3 }, 1, 1 }, { { 0, 3 }, 2, 1 } } },
  { "nobody votes twice",
    JD_MERGE_VOTE,
    { 0, 1, 2 },
    3,
    2,
    { { { 0, 3 }, 0, LOST }, { { 0, 3 }, 0, LOST } } },
};

START_TEST (rules_say_who_stays)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const Case *it = &CASES[i];
      JdMergeGivers givers = { it->rule, it->ranks, it->n_voters };
      JdSpan spans[MAX_ROWS];
      JdStagedLayer staged = { .spans = spans, .n_rows = it->n_rows };
      JdLayerRow rows[MAX_ROWS];
      gsize winners[MAX_ROWS];

      for (gsize row = 0; row < it->n_rows; row++)
        {
          spans[row] = it->rows[row].span;
          rows[row] = (JdLayerRow){ &staged, row, it->rows[row].source };
        }
      jd_merge_spans (&givers, rows, it->n_rows, winners);
      for (gsize row = 0; row < it->n_rows; row++)
        ck_assert_msg (winners[row] == it->rows[row].winner, "%s: row %d beaten by %d", it->what,
                       (int)row, (int)winners[row]);
    }
}
END_TEST

/* What must hold whatever the rows: survivors of different analyzers do not overlap, and every
 * loser overlaps the survivor that beat it. */
START_TEST (survivors_never_overlap_and_losers_always_did)
{
  enum
  {
    N_ROWS = 60
  };
  guint ranks[] = { 2, 0, 1 };

  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      JdMergeGivers givers = { seed % 2 ? JD_MERGE_PRIORITY : JD_MERGE_LONGEST, ranks, 3 };
      JdSpan spans[N_ROWS];
      JdStagedLayer staged = { .spans = spans, .n_rows = N_ROWS };
      JdLayerRow rows[N_ROWS];
      gsize winners[N_ROWS];

      for (gsize i = 0; i < N_ROWS; i++)
        {
          spans[i].begin = (gsize)g_rand_int_range (random, 0, 200);
          spans[i].end = spans[i].begin + (gsize)g_rand_int_range (random, 1, 20);
          rows[i] = (JdLayerRow){ &staged, i, (guint)g_rand_int_range (random, 0, 3) };
        }
      jd_layer_sort_rows (rows, N_ROWS);
      jd_merge_spans (&givers, rows, N_ROWS, winners);
      for (gsize i = 0; i < N_ROWS; i++)
        for (gsize j = 0; j < N_ROWS; j++)
          {
            JdSpan a = spans[rows[i].row], b = spans[rows[j].row];
            gboolean clash = rows[i].source != rows[j].source && a.begin < b.end && b.begin < a.end;

            ck_assert (!(clash && winners[i] == i && winners[j] == j));
            if (winners[i] == j && i != j)
              ck_assert (clash && winners[j] == j);
          }
    }
}
END_TEST

/* Three records of a document layer with the fields a, b, c. */
START_TEST (fields_come_from_the_first_who_has_them)
{
  static const JdField fields[] = { { "a", JD_FIELD_INTEGER },
                                    { "b", JD_FIELD_INTEGER },
                                    { "c", JD_FIELD_INTEGER },
                                    { "d", JD_FIELD_INTEGER },
                                    { NULL } };
  static const JdLayerSpec spec = { "info", JD_LAYER_DOCUMENT, .fields = fields };
  static JdValue value = { .integer = 7 };
  static guint8 yes = TRUE, no = FALSE;
  const guint ranks[] = { 1, 2, 0 };
  /* a: all have it; b: the last two; c: the second alone; d: nobody */
  guint8 *sets[3][4]
      = { { &yes, &no, &no, &no }, { &yes, &yes, &yes, &no }, { &yes, &yes, &no, &no } };
  JdColumn columns[3][4];
  JdStagedLayer staged[3];
  JdLayerRow rows[3];
  JdMergeGivers givers = { JD_MERGE_PRIORITY, ranks, 3 };
  g_autoptr (JdSchema) schema = jd_schema_new (&spec);
  gsize origins[4];

  for (guint i = 0; i < 3; i++)
    {
      for (guint j = 0; j < 4; j++)
        columns[i][j] = (JdColumn){ JD_FIELD_INTEGER, &value, sets[i][j], NULL };
      staged[i] = (JdStagedLayer){ .spec = &spec, 1, NULL, columns[i], 4 };
      rows[i] = (JdLayerRow){ &staged[i], 0, i };
    }
  jd_merge_fields (&givers, schema, rows, 3, origins);
  ck_assert_uint_eq (origins[0], 2);
  ck_assert_uint_eq (origins[1], 2);
  ck_assert_uint_eq (origins[2], 1);
  ck_assert_uint_eq (origins[3], JD_NO_ROW);
}
END_TEST

JD_SUITE ("merge",
          rules_say_who_stays,
          survivors_never_overlap_and_losers_always_did,
          fields_come_from_the_first_who_has_them)
