/* test-journal-index.c - where in a journal the entry of a key stands
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/journal-index.h"

#include "tests/unit/suite.h"

START_TEST (finds_nothing_in_an_empty_one)
{
  JdJournalIndex index = { NULL, 0, 0 };

  ck_assert_ptr_null (jd_journal_index_find (&index, 0));
  ck_assert_ptr_null (jd_journal_index_find (&index, 7));
}
END_TEST

/* Multiples of 64 all want the same slot. */
START_TEST (finds_each_among_many)
{
  JdJournalIndex index = { NULL, 0, 0 };

  for (guint i = 0; i < 5000; i++)
    {
      JdJournalPlace place = { (guint64)i * 64, i + 1, 10, 0 };

      ck_assert_int_eq (jd_journal_index_put (&index, &place), TRUE);
    }
  ck_assert_uint_eq (index.n_places, 5000);
  for (guint i = 0; i < 5000; i++)
    ck_assert_uint_eq (jd_journal_index_find (&index, (guint64)i * 64)->offset, i + 1);
  ck_assert_ptr_null (jd_journal_index_find (&index, 63));
  jd_journal_index_clear (&index);
}
END_TEST

START_TEST (replaces_the_same)
{
  JdJournalIndex index = { NULL, 0, 0 };
  JdJournalPlace first = { 5, 100, 10, 0 };
  JdJournalPlace second = { 5, 200, 20, 1 };

  ck_assert_int_eq (jd_journal_index_put (&index, &first), TRUE);
  ck_assert_int_eq (jd_journal_index_put (&index, &second), FALSE);
  ck_assert_uint_eq (index.n_places, 1);
  ck_assert_uint_eq (jd_journal_index_find (&index, 5)->offset, 200);
  jd_journal_index_clear (&index);
}
END_TEST

JD_SUITE ("journal-index", finds_nothing_in_an_empty_one, finds_each_among_many, replaces_the_same)
