/* test-meta.c - a table of facts about documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/meta.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "suite.h"

static JdMeta *
load (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("jiandu-meta-XXXXXX.csv", &path, NULL);
  JdMeta *meta;

  ck_assert_int_ge (descriptor, 0);
  ck_assert_int_eq (write (descriptor, text, strlen (text)), (int)strlen (text));
  ck_assert_int_eq (close (descriptor), 0);
  meta = jd_meta_load (path, error);
  ck_assert_int_eq (g_unlink (path), 0);

  return meta;
}

static GHashTable *
new_facts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

START_TEST (finds_documents_by_id_or_file)
{
  static const char *const texts[] = {
    "region,id\n云溪区,a\n",
    "file,region\na,云溪区\n",
    "file,region\nreports/a.txt,云溪区\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GError *error = NULL;
      g_autoptr (JdMeta) meta = load (texts[i], &error);
      g_autoptr (GHashTable) facts = new_facts ();

      jd_assert_no_error (error);
      jd_meta_add_facts (meta, "b", facts);
      ck_assert_uint_eq (g_hash_table_size (facts), 0);
      jd_meta_add_facts (meta, "a", facts);
      ck_assert_uint_eq (g_hash_table_size (facts), 1);
      ck_assert_str_eq (g_hash_table_lookup (facts, "region"), "云溪区");
    }
}
END_TEST

START_TEST (replaces_facts_but_not_with_nothing)
{
  GError *error = NULL;
  g_autoptr (JdMeta) meta = load ("id,region,speaker\na,,李明\n", &error);
  g_autoptr (GHashTable) facts = new_facts ();

  jd_assert_no_error (error);
  g_hash_table_insert (facts, g_strdup ("region"), g_strdup ("云溪区"));
  g_hash_table_insert (facts, g_strdup ("speaker"), g_strdup ("王芳"));
  jd_meta_add_facts (meta, "a", facts);
  ck_assert_str_eq (g_hash_table_lookup (facts, "region"), "云溪区");
  ck_assert_str_eq (g_hash_table_lookup (facts, "speaker"), "李明");
}
END_TEST

START_TEST (tells_which_rows_nobody_asked_for)
{
  GError *error = NULL;
  g_autoptr (JdMeta) meta = load ("id,region\na,云溪区\nb,云溪区\n", &error);
  g_autoptr (GHashTable) facts = new_facts ();
  g_autoptr (GPtrArray) unused = NULL;

  jd_assert_no_error (error);
  jd_meta_add_facts (meta, "a", facts);
  unused = jd_meta_unused (meta);
  ck_assert_uint_eq (unused->len, 1);
  ck_assert_ptr_nonnull (strstr (g_ptr_array_index (unused, 0), ":3: no document \"b\""));
}
END_TEST

START_TEST (refuses_tables_that_cannot_be_meant)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "region\n云溪区\n", ":1: no column \"id\" or \"file\"" },
    { "id,region,region\n", ":1: column \"region\" is there twice" },
    { "id,\n", ":1: column \"\" cannot be the name" },
    { "id,sha256\n", ":1: column \"sha256\" cannot be the name" },
    { "id,region\na,x\nb,x\na,y\n", ":4: document \"a\" is in line 2 too" },
    { "file,region\na.txt,x\na.md,x\n", ":3: document \"a\" is in line 2 too" },
    { "id,region\n,x\n", ":2: column \"id\" is empty" },
    { "id,region\na\n", ":2: 1 cells" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;

      ck_assert_ptr_null (load (cases[i].text, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, cases[i].message);
    }
}
END_TEST

START_TEST (refuses_a_file_that_is_not_there)
{
  GError *error = NULL;

  ck_assert_ptr_null (jd_meta_load ("/nowhere/meta.csv", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/nowhere/meta.csv");
}
END_TEST

JD_SUITE ("meta",
          finds_documents_by_id_or_file,
          replaces_facts_but_not_with_nothing,
          tells_which_rows_nobody_asked_for,
          refuses_tables_that_cannot_be_meant,
          refuses_a_file_that_is_not_there)
