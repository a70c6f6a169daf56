/* test-catalog.c - plugins found, refused for their true reason, and loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/catalog.h"

#include <elf.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <link.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

/* Longer than an ELF header, or the loader would call it short. */
static const char no_elf[] = "This is a page of text.  It is no shared object, although its name "
                             "says so and it is long enough to be one.";

static char *
fault_folder (void)
{
  return g_build_filename (g_getenv ("abs_top_builddir"), "tests", "faults", ".libs", NULL);
}

static JdCatalog *
catalog_of (const char *one, const char *two)
{
  const char *const folders[] = { one, two, NULL };

  g_unsetenv ("JIANDU_PLUGIN_PATH");
  return jd_catalog_new (folders);
}

/* A fresh folder that the test may fill; remove_folder() takes it away. */
static char *
new_folder (void)
{
  char *folder = g_dir_make_tmp ("jiandu-catalog-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  return folder;
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
write_file (const char *folder, const char *file, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);

  ck_assert (g_file_set_contents (path, bytes, length, NULL));
}

/* At most `limit` bytes of the good plugin, as `file`. */
static void
copy_good_plugin (const char *folder, const char *file, gsize limit)
{
  g_autofree char *from = fault_folder ();
  g_autofree char *path = g_build_filename (from, "fault_none.so", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  write_file (folder, file, bytes, (gssize)MIN (length, limit));
}

/* The plugin of that name is refused with this reason. */
static void
assert_refused (const char *folder, const char *name, const char *reason)
{
  g_autoptr (JdCatalog) catalog = catalog_of (folder, NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.so: ", folder, name);
  g_autofree char *twice = g_strconcat (path, path, NULL);
  GError *error = NULL;

  ck_assert_ptr_null (jd_catalog_find (catalog, name, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_msg (g_str_has_prefix (error->message, path), "%s", error->message);
  ck_assert_msg (!g_str_has_prefix (error->message, twice), "%s", error->message);
  jd_assert_error (error, JD_ERROR_PLUGIN, reason);
}

START_TEST (loads_a_good_plugin)
{
  g_autofree char *folder = fault_folder ();
  g_autoptr (JdCatalog) catalog = catalog_of (folder, NULL);
  g_autoptr (GError) error = NULL;
  const JdCatalogEntry *entry = jd_catalog_find (catalog, "fault_none", &error);

  jd_assert_no_error (error);
  ck_assert_str_eq (entry->name, "fault_none");
  ck_assert_str_eq (entry->analyzer->plugin.name, "fault_none");
  ck_assert_ptr_nonnull (entry->analyzer->analyze);
  ck_assert (!entry->hidden);
  ck_assert_ptr_null (entry->data_folders[0]);
  ck_assert_ptr_eq (entry, jd_catalog_find (catalog, "fault_none", &error));
}
END_TEST

START_TEST (reads_nothing_behind_an_older_descriptor)
{
  g_autofree char *folder = fault_folder ();
  g_autoptr (JdCatalog) catalog = catalog_of (folder, NULL);
  g_autoptr (GError) error = NULL;
  const JdCatalogEntry *entry = jd_catalog_find (catalog, "fault_older", &error);

  jd_assert_no_error (error);
  ck_assert_ptr_nonnull (entry->analyzer->analyze);
  ck_assert_ptr_null (entry->analyzer->release);
}
END_TEST

static const struct
{
  const char *name;
  const char *reason;
} refusals[] = {
  { "fault_abi", "built for plugin ABI 999, this is 1" },
  { "fault_magic", "its descriptor begins with 12345678, not 4a44504c" },
  { "fault_symbol", "undefined symbol: jd_analyzer" },
  { "fault_callback", "its symbol jd_analyzer is no descriptor" },
  { "fault_function", "undefined symbol: jd_no_such_function" },
  { "fault_name", "its name is \"fault_other\", its file's \"fault_name\"" },
  { "fault_help", "gives: layer fault_help: field length has no help" },
  { "fault_option", "option top: 500 is out of range: from 1 to 100" },
};

START_TEST (refuses_each_fault_with_the_true_reason)
{
  g_autofree char *folder = fault_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    assert_refused (folder, refusals[i].name, refusals[i].reason);
}
END_TEST

START_TEST (refuses_files_that_are_no_plugins)
{
  char *folder = new_folder ();

  write_file (folder, "empty.so", "", 0);
  write_file (folder, "text.so", no_elf, -1);
  copy_good_plugin (folder, "stub.so", 40);
  copy_good_plugin (folder, "half.so", 3000);
  assert_refused (folder, "empty", "file too short");
  assert_refused (folder, "text", "invalid ELF header");
  assert_refused (folder, "stub", "file too short");
  assert_refused (folder, "half", "cut short: more than its 3000 bytes should be there");
  remove_folder (folder);
}
END_TEST

START_TEST (refuses_headers_that_point_nowhere)
{
  char *folder = new_folder ();
  char bytes[4096] = { 0 };
  ElfW (Ehdr) header = { .e_phoff = G_MAXUINT32, .e_phnum = 9 };

  memcpy (header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = sizeof (ElfW (Addr)) == 8 ? ELFCLASS64 : ELFCLASS32;
  memcpy (bytes, &header, sizeof header);
  write_file (folder, "far.so", bytes, sizeof bytes);
  memset (&header.e_phoff, 0xff, sizeof header.e_phoff);
  memcpy (bytes, &header, sizeof header);
  write_file (folder, "farther.so", bytes, sizeof bytes);
  assert_refused (folder, "far", "cut short: more than its 4096 bytes should be there");
  assert_refused (folder, "farther", "cut short: more than its 4096 bytes should be there");
  remove_folder (folder);
}
END_TEST

START_TEST (refuses_what_is_no_regular_file)
{
  char *folder = new_folder ();
  g_autofree char *fifo = g_build_filename (folder, "fifo.so", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling.so", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.so", NULL);
  g_autofree char *inner = g_build_filename (folder, "inner.so", NULL);
  g_autofree char *device = g_build_filename (folder, "device.so", NULL);

  ck_assert_int_eq (mkfifo (fifo, 0600), 0);
  ck_assert_int_eq (symlink ("nothing", dangling), 0);
  ck_assert_int_eq (symlink ("loop.so", loop), 0);
  ck_assert_int_eq (symlink ("/dev/zero", device), 0);
  ck_assert_int_eq (g_mkdir (inner, 0700), 0);
  assert_refused (folder, "fifo", "not a regular file");
  assert_refused (folder, "inner", "not a regular file");
  assert_refused (folder, "device", "not a regular file");
  assert_refused (folder, "dangling", "No such file or directory");
  assert_refused (folder, "loop", "Too many levels of symbolic links");
  remove_folder (folder);
}
END_TEST

START_TEST (follows_a_link_to_a_regular_file)
{
  char *folder = new_folder ();
  g_autofree char *faults = fault_folder ();
  g_autofree char *good = g_build_filename (faults, "fault_none.so", NULL);
  g_autofree char *link = g_build_filename (folder, "fault_none.so", NULL);
  g_autoptr (JdCatalog) catalog = catalog_of (folder, NULL);
  g_autoptr (GError) error = NULL;
  const JdCatalogEntry *entry;

  ck_assert_int_eq (symlink (good, link), 0);
  entry = jd_catalog_find (catalog, "fault_none", &error);
  jd_assert_no_error (error);
  ck_assert_str_eq (entry->path, link);
  remove_folder (folder);
}
END_TEST

START_TEST (refuses_what_others_can_write)
{
  char *folder = new_folder (), *links = new_folder ();
  g_autofree char *file = g_build_filename (folder, "fault_none.so", NULL);
  g_autofree char *link = g_build_filename (links, "fault_none.so", NULL);
  g_autofree char *file_reason = g_strconcat (file, " can be written by others (mode 0666)", NULL);
  g_autofree char *folder_reason
      = g_strconcat (folder, " can be written by others (mode 0777)", NULL);

  copy_good_plugin (folder, "fault_none.so", G_MAXSIZE);
  ck_assert_int_eq (symlink (file, link), 0);
  ck_assert_int_eq (g_chmod (file, 0666), 0);
  assert_refused (folder, "fault_none", file_reason);

  ck_assert_int_eq (g_chmod (file, 0644), 0);
  ck_assert_int_eq (g_chmod (folder, 0777), 0);
  assert_refused (folder, "fault_none", folder_reason);
  assert_refused (links, "fault_none", folder_reason);

  ck_assert_int_eq (g_chmod (folder, 0700), 0);
  remove_folder (folder);
  remove_folder (links);
}
END_TEST

START_TEST (refuses_what_belongs_to_others)
{
  char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "fault_none.so", NULL);

  copy_good_plugin (folder, "fault_none.so", G_MAXSIZE);
  /* Only root can give files away; anybody else has proved nothing and lost nothing. */
  if (geteuid () == 0 && chown (file, 54321, 54321) == 0)
    assert_refused (folder, "fault_none", "belongs to user 54321, who is neither root nor you");
  remove_folder (folder);
}
END_TEST

/* Root alone can become somebody who has a group of his own: "daemon" has one where there is any.
 */
START_TEST (trusts_the_owners_private_group)
{
  const struct passwd *user = geteuid () == 0 ? getpwnam ("daemon") : NULL;
  const struct group *group = user != NULL ? getgrnam ("daemon") : NULL;
  char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "text.so", NULL);

  write_file (folder, "text.so", no_elf, -1);
  ck_assert_int_eq (g_chmod (file, 0664), 0);
  if (geteuid () == 0)
    assert_refused (folder, "text", "can be written by others (mode 0664)");
  if (group != NULL && group->gr_gid == user->pw_gid && group->gr_mem[0] == NULL)
    {
      ck_assert_int_eq (chown (folder, user->pw_uid, user->pw_gid), 0);
      ck_assert_int_eq (chown (file, user->pw_uid, user->pw_gid), 0);
      ck_assert_int_eq (seteuid (user->pw_uid), 0);
      assert_refused (folder, "text", "invalid ELF header");
      ck_assert_int_eq (seteuid (0), 0);
    }
  remove_folder (folder);
}
END_TEST

START_TEST (names_the_folders_and_the_nearest_plugin)
{
  g_autofree char *folder = fault_folder ();
  g_autofree char *looked = g_strconcat ("looked in: ", folder, ", ", NULL);
  g_autoptr (JdCatalog) catalog = catalog_of (folder, NULL);
  GError *error = NULL;

  ck_assert_ptr_null (jd_catalog_find (catalog, "fault_nones", &error));
  ck_assert_msg (strstr (error->message, looked) != NULL, "%s", error->message);
  jd_assert_error (error, JD_ERROR_CONFIG,
                   "there is no analyzer \"fault_nones\", did you mean \"fault_none\"?");
  ck_assert_ptr_null (jd_catalog_find (catalog, "../faults/fault_none", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "there is no analyzer \"../faults/fault_none\"");
}
END_TEST

static const JdCatalogEntry *
entry_of (const GPtrArray *entries, const char *path)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->path, path))
        return entry;
    }

  return NULL;
}

START_TEST (lists_all_with_what_the_first_hides)
{
  char *folder = new_folder ();
  g_autofree char *faults = fault_folder ();
  g_autofree char *first = g_build_filename (folder, "fault_none.so", NULL);
  g_autofree char *second = g_build_filename (faults, "fault_none.so", NULL);
  g_autofree char *hyphen = g_build_filename (folder, "fault-x.so", NULL);
  g_autofree char *hidden_by = g_strconcat ("hidden by ", first, NULL);
  g_autoptr (JdCatalog) catalog = catalog_of (folder, faults);
  g_autoptr (GPtrArray) entries = NULL;
  const JdCatalogEntry *entry;

  copy_good_plugin (folder, "fault_none.so", G_MAXSIZE);
  copy_good_plugin (folder, "fault-x.so", G_MAXSIZE);
  copy_good_plugin (folder, "fault_none.la", G_MAXSIZE);
  entries = jd_catalog_list (catalog);

  entry = entry_of (entries, first);
  ck_assert_ptr_nonnull (entry->analyzer);
  ck_assert (!entry->hidden);
  entry = entry_of (entries, second);
  ck_assert (entry->hidden);
  ck_assert_ptr_null (entry->analyzer);
  ck_assert_ptr_nonnull (strstr (entry->error->message, hidden_by));
  entry = entry_of (entries, hyphen);
  ck_assert_ptr_nonnull (strstr (entry->error->message, "its name has not the form"));
  for (guint i = 1; i < entries->len; i++)
    ck_assert_int_le (strcmp (((JdCatalogEntry *)entries->pdata[i - 1])->name,
                              ((JdCatalogEntry *)entries->pdata[i])->name),
                      0);
  remove_folder (folder);
}
END_TEST

START_TEST (does_not_look_past_a_refused_plugin)
{
  char *folder = new_folder ();
  g_autofree char *faults = fault_folder ();
  g_autoptr (JdCatalog) catalog = catalog_of (folder, faults);
  GError *error = NULL;

  write_file (folder, "fault_none.so", "", 0);
  ck_assert_ptr_null (jd_catalog_find (catalog, "fault_none", &error));
  jd_assert_error (error, JD_ERROR_PLUGIN, "file too short");
  remove_folder (folder);
}
END_TEST

START_TEST (finds_plugins_and_data_that_the_environment_names)
{
  char *plugins = new_folder (), *data = new_folder ();
  g_autofree char *beside = g_build_filename (plugins, "fault_none", NULL);
  g_autofree char *named = g_build_filename (data, "fault_none", NULL);
  g_autofree char *file = g_build_filename (data, "default.json", NULL);
  g_autofree char *found = NULL;
  g_autoptr (JdCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  const JdCatalogEntry *entry;

  copy_good_plugin (plugins, "fault_none.so", G_MAXSIZE);
  write_file (data, "default.json", "{}", -1);
  ck_assert_int_eq (g_mkdir (beside, 0700), 0);
  ck_assert_int_eq (g_mkdir (named, 0700), 0);
  g_setenv ("JIANDU_PLUGIN_PATH", plugins, TRUE);
  g_setenv ("JIANDU_DATA_PATH", data, TRUE);
  catalog = jd_catalog_new (NULL);

  entry = jd_catalog_find (catalog, "fault_none", &error);
  jd_assert_no_error (error);
  ck_assert_str_eq (entry->data_folders[0], beside);
  ck_assert_str_eq (entry->data_folders[1], named);
  ck_assert_ptr_null (entry->data_folders[2]);
  found = jd_catalog_data_file (catalog, "default.json");
  ck_assert_str_eq (found, file);
  ck_assert_ptr_null (jd_catalog_data_file (catalog, "nothing.json"));
  remove_folder (plugins);
  remove_folder (data);
}
END_TEST

START_TEST (never_searches_where_libltdl_would)
{
  g_autofree char *folder = fault_folder ();
  g_autoptr (JdCatalog) catalog = NULL;
  GError *error = NULL;

  g_setenv ("LTDL_LIBRARY_PATH", folder, TRUE);
  catalog = catalog_of (NULL, NULL);
  ck_assert_ptr_null (jd_catalog_find (catalog, "fault_none", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "there is no analyzer \"fault_none\"");
}
END_TEST

JD_SUITE ("catalog",
          loads_a_good_plugin,
          reads_nothing_behind_an_older_descriptor,
          refuses_each_fault_with_the_true_reason,
          refuses_files_that_are_no_plugins,
          refuses_headers_that_point_nowhere,
          refuses_what_is_no_regular_file,
          follows_a_link_to_a_regular_file,
          refuses_what_others_can_write,
          refuses_what_belongs_to_others,
          trusts_the_owners_private_group,
          names_the_folders_and_the_nearest_plugin,
          lists_all_with_what_the_first_hides,
          does_not_look_past_a_refused_plugin,
          finds_plugins_and_data_that_the_environment_names,
          never_searches_where_libltdl_would)
