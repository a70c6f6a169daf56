/* meta.c - a table of facts that the user gives about documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/meta.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/batch/csv.h"
#include "core/batch/input.h"
#include "core/model/file.h"
#include "core/output/records.h"

struct JdMeta
{
  char *name; /* of the file, for messages */
  JdCsv *csv;
  guint key;        /* the column that names the document */
  GHashTable *rows; /* id -> row + 1 */
  gboolean *used;   /* by row */
};

static int
find_column (const JdCsv *csv, const char *name)
{
  for (guint column = 0; column < jd_csv_n_columns (csv); column++)
    if (strcmp (jd_csv_header (csv, column), name) == 0)
      return (int)column;

  return -1;
}

static gboolean
check_header (const JdMeta *meta, GError **error)
{
  for (guint column = 0; column < jd_csv_n_columns (meta->csv); column++)
    {
      const char *name = jd_csv_header (meta->csv, column);
      const char *what = NULL;

      if (find_column (meta->csv, name) != (int)column)
        what = _ ("is there twice");
      else if (column != meta->key && !jd_records_fact_name_is_free (name))
        what = _ ("cannot be the name of a fact; call it otherwise");
      if (what != NULL)
        {
          g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s:1: column \"%s\" %s"), meta->name,
                       name, what);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
find_key (JdMeta *meta, GError **error)
{
  int id = find_column (meta->csv, "id");
  int key = id < 0 ? find_column (meta->csv, "file") : id;

  meta->key = (guint)key;
  if (key >= 0)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("%s:1: no column \"id\" or \"file\" to tell which document a row is about"),
               meta->name);
  return FALSE;
}

/* The id of the document that the row is about. */
static char *
row_id (const JdMeta *meta, guint row)
{
  const char *cell = jd_csv_cell (meta->csv, row, meta->key);
  gboolean is_id = strcmp (jd_csv_header (meta->csv, meta->key), "id") == 0;

  return is_id || *cell == '\0' ? g_strdup (cell) : jd_input_document_id (cell);
}

static gboolean
index_row (JdMeta *meta, guint row, GError **error)
{
  g_autofree char *id = row_id (meta, row);
  guint line = jd_csv_line (meta->csv, row);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (meta->rows, id));

  if (*id == '\0')
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s:%u: column \"%s\" is empty"), meta->name,
                 line, jd_csv_header (meta->csv, meta->key));
  else if (before > 0)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s:%u: document \"%s\" is in line %u too"),
                 meta->name, line, id, jd_csv_line (meta->csv, before - 1));
  else
    return g_hash_table_insert (meta->rows, g_steal_pointer (&id), GUINT_TO_POINTER (row + 1));

  return FALSE;
}

static JdCsv *
load_csv (const char *path, const char *name, GError **error)
{
  gsize length;
  g_autofree char *bytes = jd_file_read (path, &length, error);

  return bytes != NULL ? jd_csv_parse (name, bytes, length, error) : NULL;
}

JdMeta *
jd_meta_load (const char *path, GError **error)
{
  g_autoptr (JdMeta) meta = g_new0 (JdMeta, 1);
  guint n_rows;

  meta->name = g_filename_display_name (path);
  meta->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  meta->csv = load_csv (path, meta->name, error);
  if (meta->csv == NULL || !find_key (meta, error) || !check_header (meta, error))
    return NULL;

  n_rows = jd_csv_n_rows (meta->csv);
  meta->used = g_new0 (gboolean, n_rows);
  for (guint row = 0; row < n_rows; row++)
    if (!index_row (meta, row, error))
      return NULL;

  return g_steal_pointer (&meta);
}

void
jd_meta_free (JdMeta *meta)
{
  g_free (meta->name);
  g_clear_pointer (&meta->csv, jd_csv_free);
  g_hash_table_unref (meta->rows);
  g_free (meta->used);
  g_free (meta);
}

void
jd_meta_add_facts (JdMeta *meta, const char *id, GHashTable *facts)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (meta->rows, id));

  if (row == 0)
    return;

  meta->used[row - 1] = TRUE;
  for (guint column = 0; column < jd_csv_n_columns (meta->csv); column++)
    {
      const char *value = jd_csv_cell (meta->csv, row - 1, column);

      if (column != meta->key && *value != '\0')
        g_hash_table_insert (facts, g_strdup (jd_csv_header (meta->csv, column)), g_strdup (value));
    }
}

GPtrArray *
jd_meta_unused (const JdMeta *meta)
{
  GPtrArray *unused = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < jd_csv_n_rows (meta->csv); row++)
    if (!meta->used[row])
      g_ptr_array_add (unused, g_strdup_printf (_ ("%s:%u: no document \"%s\" in this run"),
                                                meta->name, jd_csv_line (meta->csv, row),
                                                jd_csv_cell (meta->csv, row, meta->key)));

  return unused;
}
