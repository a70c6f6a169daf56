/* test-shard-set.c - the shards of one run, together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard-set.h"

#include "tests/unit/shards.h"

#define HEAD(index, count, total)                                                                  \
  {                                                                                                \
    (char *)"5e1f0d", { index, count }, total                                                      \
  }

/* Three that belong together, and others that do not belong to them. */
static const Made one = { "one", HEAD (1, 3, 100), 0, 100, 3 };
static const Made two = { "two", HEAD (2, 3, 100), 1, 100, 3 };
static const Made three = { "three", HEAD (3, 3, 100), 2, 100, 3 };
static const Made again = { "again", HEAD (2, 3, 100), 1, 100, 3 };
static const Made foreign = { "foreign", { (char *)"f0e1d2", { 2, 3 }, 100 }, 1, 100, 3 };
static const Made of_four = { "of-four", HEAD (2, 4, 100), 1, 100, 3 };
static const Made longer = { "longer", HEAD (2, 3, 101), 1, 101, 3 };
static const Made shifted = { "shifted", HEAD (2, 3, 100), 0, 98, 3 };
static const Made shorter = { "shorter", HEAD (2, 3, 100), 1, 97, 3 };

#define SHARDS 4

static const struct
{
  const Made *shards[SHARDS];
  const char *message; /* FOLDER for the folder */
} bad[] = {
  { { &one, &three }, "missing: shard 2/3" },
  { { &two }, "missing: shard 1/3, 3/3" },
  { { &one, &two, &three, &again }, "FOLDER/again: shard 2/3 again; FOLDER/two is that already" },
  { { &one, &one, &two, &three }, "FOLDER/one: shard 1/3 again; FOLDER/one is that already" },
  { { &one, &foreign, &three },
    "FOLDER/foreign: of a run with another pipeline, other plugins or another jiandu" },
  { { &one, &of_four, &three }, "FOLDER/of-four: shard 2/4, but FOLDER/one is shard 1/3" },
  { { &one, &longer, &three },
    "FOLDER/longer: of 101 documents, but FOLDER/one of 100: the inputs were not the same" },
  { { &one, &shifted, &three },
    "FOLDER/shifted: document 1 is also in FOLDER/one: the inputs were not the same" },
  { { &one, &shorter, &three },
    "the shards have 99 of 100 documents: the inputs were not the same" },
};

static JdShardSet *
open_set (const Made *const *shards, GError **error)
{
  g_auto (GStrv) paths = g_new0 (char *, SHARDS + 1);

  for (guint i = 0; i < SHARDS && shards[i] != NULL; i++)
    paths[i] = make_shard (shards[i]);
  return jd_shard_set_open ((const char *const *)paths, "5e1f0d", error);
}

START_TEST (gives_all_in_order)
{
  static const Made *const shards[SHARDS] = { &three, &one, &two };
  g_autoptr (GError) error = NULL;
  g_autoptr (JdShardSet) set = NULL;

  set_up ();
  set = open_set (shards, &error);
  jd_assert_no_error (error);
  ck_assert_uint_eq (jd_shard_set_length (set), 100);
  for (guint n = 0; n < 100; n++)
    {
      g_autofree char *wanted = g_strdup_printf ("document\n%u\n", n);
      JdEntry entry;

      ck_assert_int_eq (jd_shard_set_read (set, n, &entry, &error), TRUE);
      ck_assert_uint_eq (entry.number, n);
      ck_assert_uint_eq (entry.length, strlen (wanted));
      ck_assert_int_eq (memcmp (entry.payload, wanted, entry.length), 0);
    }
  tear_down ();
}
END_TEST

START_TEST (refuses_what_does_not_belong_together)
{
  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) parts = g_strsplit (bad[i].message, "FOLDER", -1);
      g_autofree char *message = g_strjoinv (folder, parts);

      ck_assert_ptr_null (open_set (bad[i].shards, &error));
      ck_assert_int_eq (error->code, JD_ERROR_INPUT);
      ck_assert_str_eq (error->message, message);
    }
  tear_down ();
}
END_TEST

JD_SUITE ("shard-set", gives_all_in_order, refuses_what_does_not_belong_together)
