/* catalog.c - the plugins that can be had: where they are looked for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/catalog.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/auxv.h>

#include "core/model/names.h"
#include "core/plugin/load.h"

#define SUFFIX ".so"

struct JdCatalog
{
  GPtrArray *folders;      /* of char *: absolute, in order of search */
  GPtrArray *data_folders; /* of char * */
  JdScan *scan;            /* NULL: none */
  GHashTable *entries;     /* path (the entry's own) -> JdCatalogEntry */
};

static void
entry_free (gpointer data)
{
  JdCatalogEntry *entry = data;

  g_free (entry->name);
  g_free (entry->path);
  g_free ((gpointer)entry->analyzer);
  g_clear_error (&entry->error);
  g_strfreev (entry->data_folders);
  g_free (entry);
}

static void
add_folder (GPtrArray *folders, const char *folder)
{
  g_autofree char *here = g_get_current_dir ();
  char *path
      = g_path_is_absolute (folder) ? g_strdup (folder) : g_build_filename (here, folder, NULL);

  if (g_ptr_array_find_with_equal_func (folders, path, g_str_equal, NULL))
    g_free (path);
  else
    g_ptr_array_add (folders, path);
}

/* A process with raised rights must not take orders from the environment. */
static void
add_variable (GPtrArray *folders, const char *variable)
{
  const char *value = getauxval (AT_SECURE) ? NULL : g_getenv (variable);
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", G_SEARCHPATH_SEPARATOR_S, -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      add_folder (folders, *part);
}

JdCatalog *
jd_catalog_new (const char *const *plugin_folders)
{
  JdCatalog *catalog = g_new0 (JdCatalog, 1);

  catalog->folders = g_ptr_array_new_with_free_func (g_free);
  catalog->data_folders = g_ptr_array_new_with_free_func (g_free);
  catalog->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);

  for (gsize i = 0; plugin_folders != NULL && plugin_folders[i] != NULL; i++)
    add_folder (catalog->folders, plugin_folders[i]);
  add_variable (catalog->folders, "JIANDU_PLUGIN_PATH");
  add_folder (catalog->folders, JD_PLUGIN_DIR);

  add_variable (catalog->data_folders, "JIANDU_DATA_PATH");
  add_folder (catalog->data_folders, JD_DATA_DIR);
  return catalog;
}

void
jd_catalog_free (JdCatalog *catalog)
{
  if (catalog == NULL)
    return;

  g_hash_table_unref (catalog->entries);
  g_ptr_array_unref (catalog->folders);
  g_ptr_array_unref (catalog->data_folders);
  jd_scan_free (catalog->scan);
  g_free (catalog);
}

void
jd_catalog_set_scan (JdCatalog *catalog, JdScan *scan)
{
  jd_scan_free (catalog->scan);
  catalog->scan = scan;
}

static void
add_data_folder (GStrvBuilder *found, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (found, path);
}

static char **
find_data_folders (const JdCatalog *catalog, const char *folder, const char *name)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  add_data_folder (found, folder, name);
  for (guint i = 0; i < catalog->data_folders->len; i++)
    add_data_folder (found, g_ptr_array_index (catalog->data_folders, i), name);
  return g_strv_builder_end (found);
}

static char *
plugin_path (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

/* The path of the first plugin file of that name; NULL: none. */
static char *
find_file (const JdCatalog *catalog, const char *name)
{
  for (guint i = 0; i < catalog->folders->len; i++)
    {
      g_autofree char *path = plugin_path (g_ptr_array_index (catalog->folders, i), name);

      if (is_there (path))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static void
load_entry (JdCatalogEntry *entry, const char *first, JdScan *scan, gboolean retry)
{
  if (entry->hidden)
    g_set_error (&entry->error, JD_ERROR, JD_ERROR_PLUGIN,
                 _ ("%s: hidden by %s, which comes first"), entry->path, first);
  else if (!jd_name_is_valid (entry->name))
    g_set_error (&entry->error, JD_ERROR, JD_ERROR_PLUGIN, _ ("%s: its name has not the form %s"),
                 entry->path, JD_NAME_FORM);
  else if (scan == NULL || jd_scan_check (scan, entry->path, retry, &entry->error))
    entry->analyzer = jd_plugin_load (entry->path, entry->name, &entry->error);
}

/* The entry of a file that is there, loaded when it is asked for the first time. */
static const JdCatalogEntry *
get_entry (JdCatalog *catalog, const char *folder, const char *name, gboolean retry)
{
  g_autofree char *path = plugin_path (folder, name);
  g_autofree char *first = find_file (catalog, name);
  JdCatalogEntry *entry = g_hash_table_lookup (catalog->entries, path);

  if (entry != NULL)
    return entry;

  entry = g_new0 (JdCatalogEntry, 1);
  entry->name = g_strdup (name);
  entry->path = g_steal_pointer (&path);
  entry->hidden = first != NULL && !g_str_equal (first, entry->path);
  entry->data_folders = find_data_folders (catalog, folder, name);
  load_entry (entry, first, catalog->scan, retry);
  g_hash_table_insert (catalog->entries, entry->path, entry);
  return entry;
}

/* Names of the plugin files in a folder, sorted. */
static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, SUFFIX))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (SUFFIX)));
  return names;
}

static GPtrArray *
all_names (const JdCatalog *catalog)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < catalog->folders->len; i++)
    g_ptr_array_extend_and_steal (names, list_folder (g_ptr_array_index (catalog->folders, i)));
  g_ptr_array_add (names, NULL);
  return names;
}

/* The plugin file with the most similar name, as a question; "" when there is none. */
static char *
ask_nearest (const JdCatalog *catalog, const char *name)
{
  g_autoptr (GPtrArray) names = all_names (catalog);
  const char *nearest = jd_name_nearest (name, (const char *const *)names->pdata);

  return nearest != NULL ? g_strdup_printf (_ (", did you mean \"%s\"?"), nearest) : g_strdup ("");
}

static void
set_not_found (const JdCatalog *catalog, const char *name, GError **error)
{
  g_autofree char *question = ask_nearest (catalog, name);
  g_autoptr (GString) folders = g_string_new (NULL);

  for (guint i = 0; i < catalog->folders->len; i++)
    g_string_append_printf (folders, "%s%s", i > 0 ? ", " : "",
                            (char *)g_ptr_array_index (catalog->folders, i));

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("there is no analyzer \"%s\"%s (looked in: %s)"), name, question, folders->str);
}

const JdCatalogEntry *
jd_catalog_find (JdCatalog *catalog, const char *name, GError **error)
{
  g_autofree char *path = jd_name_is_valid (name) ? find_file (catalog, name) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  const JdCatalogEntry *entry;

  if (path == NULL)
    {
      set_not_found (catalog, name, error);
      return NULL;
    }

  entry = get_entry (catalog, folder, name, TRUE);
  if (entry->error == NULL)
    return entry;

  g_propagate_error (error, g_error_copy (entry->error));
  return NULL;
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const JdCatalogEntry *const *one = a, *const *other = b;
  int order = strcmp ((*one)->name, (*other)->name);

  return order != 0 ? order : (*one)->hidden - (*other)->hidden;
}

GPtrArray *
jd_catalog_list (JdCatalog *catalog)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < catalog->folders->len; i++)
    {
      const char *folder = g_ptr_array_index (catalog->folders, i);
      g_autoptr (GPtrArray) names = list_folder (folder);

      for (guint j = 0; j < names->len; j++)
        g_ptr_array_add (entries, (gpointer)get_entry (catalog, folder,
                                                       g_ptr_array_index (names, j), FALSE));
    }

  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

char *
jd_catalog_data_file (JdCatalog *catalog, const char *name)
{
  for (guint i = 0; i < catalog->data_folders->len; i++)
    {
      g_autofree char *path
          = g_build_filename (g_ptr_array_index (catalog->data_folders, i), name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}
