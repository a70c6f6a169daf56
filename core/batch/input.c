/* input.c - from what the user named to the list of what will be read, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/input.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LINES_SUFFIX ".ndjson"

/* What makes a folder the same, whatever its name. */
typedef struct
{
  guint64 device;
  guint64 inode;
} Identity;

typedef struct
{
  GPtrArray *inputs;
  GPtrArray *warnings;
  GHashTable *folders; /* Identity -> the path by which it was met first */
  GHashTable *files;   /* real path -> the same: names of one file are different documents */
} Walk;

static void add_path (Walk *walk, const char *path, gboolean named);

static guint
identity_hash (gconstpointer key)
{
  const Identity *identity = key;

  return (guint)(identity->inode * 31 + identity->device);
}

static gboolean
identity_equal (gconstpointer a, gconstpointer b)
{
  const Identity *one = a, *other = b;

  return one->inode == other->inode && one->device == other->device;
}

static void
add_warning (Walk *walk, const char *path, const char *what)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_ptr_array_add (walk->warnings, g_strdup_printf ("%s: %s", shown, what));
}

static JdInput *
add_input (Walk *walk, JdInputKind kind, const char *path)
{
  JdInput *input = g_new0 (JdInput, 1);

  input->kind = kind;
  input->path = g_strdup (path);
  input->source = path == NULL ? g_strdup ("-") : g_filename_display_name (path);
  if (kind == JD_INPUT_FILE)
    input->id = jd_input_document_id (path);
  g_ptr_array_add (walk->inputs, input);

  return input;
}

static void
add_wrong (Walk *walk, const char *path, const char *what)
{
  JdInput *input = add_input (walk, JD_INPUT_FILE, path);

  g_set_error (&input->error, JD_ERROR, JD_ERROR_INPUT, "%s: %s", input->source, what);
}

static void
add_same (Walk *walk, const char *path, const char *before)
{
  g_autofree char *shown = g_filename_display_name (before);
  g_autofree char *what = g_strdup_printf (_ ("the same as %s, read only once"), shown);

  add_warning (walk, path, what);
}

/* Whether this is the first time; tells the user when it is not.  Takes `identity`. */
static gboolean
is_new (Walk *walk, GHashTable *seen, gpointer identity, const char *path)
{
  const char *before = g_hash_table_lookup (seen, identity);

  if (before == NULL)
    {
      g_hash_table_insert (seen, identity, g_strdup (path));
      return TRUE;
    }
  add_same (walk, path, before);
  g_free (identity);

  return FALSE;
}

static gboolean
is_new_folder (Walk *walk, const struct stat *status, const char *path)
{
  const Identity identity = { (guint64)status->st_dev, (guint64)status->st_ino };

  return is_new (walk, walk->folders, g_memdup2 (&identity, sizeof identity), path);
}

static gboolean
is_new_file (Walk *walk, const char *path)
{
  char *real = realpath (path, NULL);

  return is_new (walk, walk->files, real != NULL ? real : g_strdup (path), path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names inside a folder, sorted, without hidden ones; NULL with errno when it cannot be read. */
static GPtrArray *
list_folder (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *folder = opendir (path);
  const struct dirent *entry;
  int fault;

  if (folder == NULL)
    return NULL;

  while ((errno = 0, entry = readdir (folder)) != NULL)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (names, g_strdup (entry->d_name));
  fault = errno;
  closedir (folder);
  errno = fault;
  g_ptr_array_sort (names, compare_names);

  return fault == 0 ? g_steal_pointer (&names) : NULL;
}

static void
add_folder (Walk *walk, const char *path)
{
  g_autoptr (GPtrArray) names = list_folder (path);

  if (names == NULL)
    {
      add_wrong (walk, path, g_strerror (errno));
      return;
    }

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inside = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      add_path (walk, inside, FALSE);
    }
}

static void
add_file (Walk *walk, const char *path, const struct stat *status)
{
  gboolean lines = g_str_has_suffix (path, LINES_SUFFIX);
  JdInput *input = add_input (walk, lines ? JD_INPUT_LINES : JD_INPUT_FILE, path);

  input->size = status->st_size;
  input->device = (guint64)status->st_dev;
  input->inode = (guint64)status->st_ino;
}

/* `named`: by the user, so that what cannot be read must not pass for a warning. */
static void
add_path (Walk *walk, const char *path, gboolean named)
{
  struct stat status;

  if (stat (path, &status) != 0)
    add_wrong (walk, path, g_strerror (errno));
  else if (S_ISDIR (status.st_mode))
    {
      if (is_new_folder (walk, &status, path))
        add_folder (walk, path);
    }
  else if (S_ISREG (status.st_mode))
    {
      if (is_new_file (walk, path))
        add_file (walk, path, &status);
    }
  else if (named)
    add_wrong (walk, path, _ ("not a regular file"));
  else
    add_warning (walk, path, _ ("not a regular file, left out"));
}

GPtrArray *
jd_inputs_collect (const char *const *paths, GPtrArray *warnings)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_input_free);
  g_autoptr (GHashTable) folders
      = g_hash_table_new_full (identity_hash, identity_equal, g_free, g_free);
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Walk walk = { inputs, warnings, folders, files };

  for (; *paths != NULL; paths++)
    if (strcmp (*paths, "-") == 0)
      add_input (&walk, JD_INPUT_STREAM, NULL);
    else
      add_path (&walk, *paths, TRUE);

  return inputs;
}

void
jd_input_free (JdInput *input)
{
  g_free (input->path);
  g_free (input->source);
  g_free (input->id);
  g_clear_error (&input->error);
  g_free (input);
}

char *
jd_input_document_id (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_filename_display_name (name);
}
