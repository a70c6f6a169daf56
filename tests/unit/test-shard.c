/* test-shard.c - which part of the documents one run of several takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard.h"

#include "tests/unit/suite.h"

START_TEST (reads_index_and_count)
{
  static const struct
  {
    const char *text;
    JdShard shard;
  } rows[] = { { "1/1", { 1, 1 } }, { "3/8", { 3, 8 } }, { "1000/1000", { 1000, 1000 } } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JdShard shard;

      ck_assert_int_eq (jd_shard_parse (rows[i].text, &shard, &error), TRUE);
      ck_assert_uint_eq (shard.index, rows[i].shard.index);
      ck_assert_uint_eq (shard.count, rows[i].shard.count);
    }
}
END_TEST

START_TEST (refuses_what_is_no_shard)
{
  static const char *const texts[] = {
    "",
    "/",
    "3",
    "3/",
    "/8",
    "0/8",
    "9/8",
    "1/0",
    "1/1001",
    "-1/8",
    "+1/8",
    "1/8 ",
    " 1/8",
    "1//8",
    "1/8/2",
    "a/b",
    "1.0/8",
    "0x1/8",
    "1/8x",
    "4294967297/4294967298",
    "1/99999999999999999999",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *message
          = g_strdup_printf ("--shard: \"%s\" is not I/N, where N is at most 1000 and I is from 1 "
                             "to N",
                             texts[i]);
      JdShard shard = { 7, 7 };

      ck_assert_int_eq (jd_shard_parse (texts[i], &shard, &error), FALSE);
      ck_assert_str_eq (error->message, message);
      ck_assert_uint_eq (shard.index, 7);
      jd_assert_error (error, JD_ERROR_CONFIG, message);
    }
}
END_TEST

/* 10,000 names as folders bring them: no shard is off by more than four standard deviations. */
START_TEST (every_document_has_one_shard_of_fair_size)
{
  guint sizes[8] = { 0 };

  for (guint n = 0; n < 10000; n++)
    {
      g_autofree char *id = g_strdup_printf ("云溪区-%u", n);
      guint owners = 0;

      for (JdShard shard = { 1, 8 }; shard.index <= 8; shard.index++)
        if (jd_shard_has (&shard, id))
          {
            owners++;
            sizes[shard.index - 1]++;
          }
      ck_assert_uint_eq (owners, 1);
    }
  for (guint i = 0; i < 8; i++)
    {
      ck_assert_uint_ge (sizes[i], 1250 - 133);
      ck_assert_uint_le (sizes[i], 1250 + 133);
    }
}
END_TEST

/* Machines of one run, or of a run taken up again by a later version, must agree. */
START_TEST (stays_what_it_is)
{
  static const char *const ids[] = { "a", "云溪区-2024", "report 3" };
  JdShard all = { 1, 1 };
  GString *owners = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ck_assert_int_eq (jd_shard_has (&all, ids[i]), TRUE);
      for (JdShard shard = { 1, 8 }; shard.index <= 8; shard.index++)
        if (jd_shard_has (&shard, ids[i]))
          g_string_append_printf (owners, " %u", shard.index);
    }
  ck_assert_str_eq (owners->str, " 1 8 1");
  g_string_free (owners, TRUE);
}
END_TEST

START_TEST (names_its_file)
{
  JdShard shard = { 3, 8 };
  g_autofree char *name = jd_shard_file_name (&shard);

  ck_assert_str_eq (name, "3-of-8.shard");
}
END_TEST

JD_SUITE ("shard",
          reads_index_and_count,
          refuses_what_is_no_shard,
          every_document_has_one_shard_of_fair_size,
          stays_what_it_is,
          names_its_file)
