/* test-identity.c - whether a pipeline is the one that gave an earlier result
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/identity.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/pipeline/plan.h"
#include "tests/unit/suite.h"

typedef struct
{
  const char *words;
  const char *const *lists;
} Settings;

static const JdOption options[]
    = { { "words", JD_OPTION_FILE, offsetof (Settings, words), .help = "A list." },
        { "lists", JD_OPTION_FILES, offsetof (Settings, lists), .help = "More lists." },
        { NULL } };

static const JdAnalyzer analyzer = { .options = options, .settings_size = sizeof (Settings) };

/* One analyzer: the file, its name, and what is in the files; NULL: no such file. */
typedef struct
{
  const char *pipeline;
  const char *name;
  const char *plugin;
  const char *words;
  const char *list;
} Row;

static char *folder;

static char *
make_file (const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  ck_assert_int_eq (g_file_set_contents (path, content, -1, NULL), TRUE);
  return path;
}

static char *
identity_of (const Row *row, GError **error)
{
  g_autofree char *plugin = row->plugin != NULL ? make_file ("p.so", row->plugin)
                                                : g_build_filename (folder, "none.so", NULL);
  g_autofree char *words = row->words != NULL ? make_file ("words", row->words) : NULL;
  g_autofree char *list = row->list != NULL ? make_file ("list", row->list) : NULL;
  const char *const lists[] = { list, NULL };
  Settings settings = { words, lists };
  JdCatalogEntry entry = { .name = (char *)"plugin", .path = plugin };
  JdStep step = { .name = (char *)row->name, .entry = &entry, .analyzer = &analyzer };
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  JdPipeline pipeline = { .sha256 = (char *)row->pipeline, .steps = steps };

  step.settings = &settings;
  g_ptr_array_add (steps, &step);
  return jd_pipeline_identity (&pipeline, error);
}

static void
set_up (void)
{
  folder = g_dir_make_tmp ("jiandu-identity-XXXXXX", NULL);
}

static void
tear_down (void)
{
  static const char *const names[] = { "p.so", "words", "list" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
}

START_TEST (every_file_counts)
{
  static const Row rows[] = {
    { "p", "a", "code", "one\n", "two\n" }, { "q", "a", "code", "one\n", "two\n" },
    { "p", "b", "code", "one\n", "two\n" }, { "p", "a", "Code", "one\n", "two\n" },
    { "p", "a", "code", "One\n", "two\n" }, { "p", "a", "code", "one\n", "Two\n" },
    { "p", "a", "code", "two\n", "one\n" }, { "p", "a", "code", NULL, "two\n" },
    { "p", "a", "code", "one\n", NULL },    { "p", "a", "code", NULL, "one\n" },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  set_up ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *identity = identity_of (&rows[i], NULL);

      ck_assert_uint_eq (strlen (identity), 64);
      ck_assert_msg (g_hash_table_add (seen, identity), "row %u", i);
    }
  tear_down ();
}
END_TEST

START_TEST (the_place_does_not_count)
{
  static const Row row = { "p", "a", "code", "one\n", "two\n" };
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  set_up ();
  here = identity_of (&row, NULL);
  tear_down ();
  set_up ();
  there = identity_of (&row, NULL);
  tear_down ();
  ck_assert_str_eq (here, there);
}
END_TEST

START_TEST (tells_what_cannot_be_read)
{
  static const Row row = { "p", "a", NULL, "one\n", "two\n" };
  g_autoptr (GError) error = NULL;

  set_up ();
  ck_assert_ptr_null (identity_of (&row, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/none.so: No such file or directory");
  tear_down ();
}
END_TEST

JD_SUITE ("identity", every_file_counts, the_place_does_not_count, tells_what_cannot_be_read)
