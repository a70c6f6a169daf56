/* test-cue.c - clauses and the words in them, met once from left to right
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "number-lists.h"

static const char text[] = "今年，投资增长；累计完成。去年\n五年来";

static gsize
place_of (const char *word)
{
  return (gsize)(strstr (text, word) - text);
}

START_TEST (keeps_the_boundaries_before_a_place)
{
  TestLists lists;
  JdCueWalk walk;

  load_lists (&lists);
  jd_cue_walk_begin (&walk, lists.cues, text, strlen (text));
  jd_cue_walk_to (&walk, place_of ("增长"));
  ck_assert_uint_eq (walk.clause, place_of ("投资"));
  ck_assert_uint_eq (walk.sentence, 0);
  jd_cue_walk_to (&walk, place_of ("完成"));
  ck_assert_uint_eq (walk.segment, place_of ("累计"));
  ck_assert_uint_eq (walk.sentence, 0);
  jd_cue_walk_to (&walk, strlen (text));
  ck_assert_uint_eq (walk.sentence, place_of ("五年来"));
  ck_assert_uint_eq (walk.paragraph, place_of ("五年来"));
  jd_cue_walk_end (&walk);
  free_lists (&lists);
}
END_TEST

START_TEST (forgets_the_cues_of_a_sentence_that_ended)
{
  TestLists lists;
  JdCueWalk walk;

  load_lists (&lists);
  jd_cue_walk_begin (&walk, lists.cues, text, strlen (text));
  jd_cue_walk_to (&walk, place_of ("完成"));
  ck_assert_ptr_nonnull (jd_cue_last (&walk, 0, strlen (text), JD_CUE_SET (JD_CUE_YEAR)));
  ck_assert_ptr_null (jd_cue_last (&walk, walk.segment, strlen (text), JD_CUE_SET (JD_CUE_GROWTH)));
  jd_cue_walk_to (&walk, strlen (text));
  ck_assert_ptr_null (jd_cue_last (&walk, 0, strlen (text), JD_CUE_SET (JD_CUE_YEAR)));
  ck_assert_ptr_nonnull (jd_cue_last (&walk, 0, strlen (text), JD_CUE_SET (JD_CUE_TERM)));
  jd_cue_walk_end (&walk);
  free_lists (&lists);
}
END_TEST

START_TEST (ends_a_clause_at_its_mark)
{
  ck_assert_uint_eq (jd_cue_clause_end (text, 0, strlen (text)), place_of ("，"));
  ck_assert_uint_eq (jd_cue_clause_end (text, 0, 3), 3);
}
END_TEST

JD_SUITE ("cue",
          keeps_the_boundaries_before_a_place,
          forgets_the_cues_of_a_sentence_that_ended,
          ends_a_clause_at_its_mark)
