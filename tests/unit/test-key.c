/* test-key.c - whether a document is the one that was analyzed before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/key.h"

#include <string.h>

#include "tests/unit/suite.h"

/* "name=value" facts; bytes NULL: an error instead. */
typedef struct
{
  const char *id;
  const char *source;
  const char *facts[3];
  const char *bytes;
} Row;

static char *
key_of (const Row *row)
{
  g_autoptr (JdItem) item = jd_item_new (row->id, row->source);

  for (guint i = 0; row->facts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (row->facts[i], "=", 2);

      g_hash_table_insert (item->facts, g_strdup (parts[0]), g_strdup (parts[1]));
    }
  if (row->bytes != NULL)
    {
      item->bytes = g_strdup (row->bytes);
      item->length = strlen (row->bytes);
    }
  else
    jd_item_set_error (item, "cannot be read");
  return jd_item_key (item);
}

START_TEST (every_part_counts)
{
  static const Row rows[] = {
    { "a", "a.md", { NULL }, "text" },
    { "b", "a.md", { NULL }, "text" },
    { "a", "b.md", { NULL }, "text" },
    { "a", "a.md", { NULL }, "texts" },
    { "a", "a.md", { NULL }, "" },
    { "a", "a.md", { NULL }, NULL },
    { "aa", ".md", { NULL }, "text" },
    { "a", "a.m", { NULL }, "dtext" },
    { "a", "a.md", { "year=2024" }, "text" },
    { "a", "a.md", { "year=2025" }, "text" },
    { "a", "a.md", { "year2=024" }, "text" },
    { "a", "a.md", { "year=2024", "region=云溪区" }, "text" },
    { "a", "a.md", { "year=云溪区", "region=2024" }, "text" },
  };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (g_hash_table_add (keys, key_of (&rows[i])), "row %u", i);
}
END_TEST

START_TEST (the_order_of_facts_does_not_count)
{
  static const Row there = { "a", "a.md", { "year=2024", "region=云溪区" }, "text" };
  static const Row back = { "a", "a.md", { "region=云溪区", "year=2024" }, "text" };
  g_autofree char *one = key_of (&there);
  g_autofree char *other = key_of (&back);

  ck_assert_str_eq (one, other);
  ck_assert_uint_eq (strlen (one), 64);
}
END_TEST

JD_SUITE ("key", every_part_counts, the_order_of_facts_does_not_count)
