/* table.c - tab-separated data files
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/table.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/file.h"

typedef struct
{
  guint first_cell; /* index into `cells` */
  guint n_cells;
  guint line; /* from 1 */
} Row;

struct JdTable
{
  char *path;
  char *bytes;   /* the file, cut into cells by NULs */
  GArray *rows;  /* of Row */
  GArray *cells; /* of char *, into `bytes` */
};

static const char byte_order_mark[] = "\xef\xbb\xbf";

void
jd_table_free (JdTable *table)
{
  if (table == NULL)
    return;

  g_array_unref (table->cells);
  g_array_unref (table->rows);
  g_free (table->bytes);
  g_free (table->path);
  g_free (table);
}

/* Cuts `line` at its tabs and appends the cells; returns how many there are. */
static guint
append_cells (JdTable *table, char *line)
{
  guint n_cells = 0;
  char *rest = line;

  while (rest != NULL)
    {
      char *cell = strsep (&rest, "\t");

      g_strstrip (cell);
      g_array_append_val (table->cells, cell);
      n_cells++;
    }

  return n_cells;
}

static gboolean
append_row (JdTable *table, char *line, guint number, guint least, guint most, GError **error)
{
  Row row = { .first_cell = table->cells->len, .line = number };

  row.n_cells = append_cells (table, line);
  g_array_append_val (table->rows, row);
  if (row.n_cells >= least && row.n_cells <= most)
    return TRUE;

  jd_table_set_error (table, table->rows->len - 1, error,
                      _ ("%u columns, wanted %u to %u, parted by tabs"), row.n_cells, least, most);
  return FALSE;
}

static gboolean
is_skipped (const char *line)
{
  return *line == '#' || line[strspn (line, " \t\r")] == '\0';
}

static gboolean
cut_lines (JdTable *table, guint least, guint most, GError **error)
{
  gboolean marked = g_str_has_prefix (table->bytes, byte_order_mark);
  char *rest = table->bytes + (marked ? strlen (byte_order_mark) : 0);
  guint number = 0;

  while (rest != NULL)
    {
      char *line = strsep (&rest, "\n");

      number++;
      if (!is_skipped (line) && !append_row (table, line, number, least, most, error))
        return FALSE;
    }

  return TRUE;
}

/* The line, from 1, that holds the byte at `offset`. */
static guint
line_of (const char *bytes, gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += bytes[i] == '\n';

  return line;
}

static gboolean
check_encoding (const char *path, const char *bytes, gsize length, GError **error)
{
  const char *end;

  if (g_utf8_validate_len (bytes, length, &end))
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s:%u: not UTF-8 text"), path,
               line_of (bytes, end - bytes));
  return FALSE;
}

JdTable *
jd_table_load (const char *path, guint least, guint most, GError **error)
{
  g_autoptr (JdTable) table = g_new0 (JdTable, 1);
  gsize length;

  table->path = g_strdup (path);
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  table->cells = g_array_new (FALSE, FALSE, sizeof (char *));
  table->bytes = jd_file_read (path, &length, error);
  if (table->bytes == NULL || !check_encoding (path, table->bytes, length, error)
      || !cut_lines (table, least, most, error))
    return NULL;

  return g_steal_pointer (&table);
}

gsize
jd_table_length (const JdTable *table)
{
  return table->rows->len;
}

const char *
jd_table_cell (const JdTable *table, gsize row, guint column)
{
  const Row *found;

  g_return_val_if_fail (row < table->rows->len, "");
  found = &g_array_index (table->rows, Row, row);
  if (column >= found->n_cells)
    return "";

  return g_array_index (table->cells, char *, found->first_cell + column);
}

void
jd_table_set_error (const JdTable *table, gsize row, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  g_return_if_fail (row < table->rows->len);
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s:%u: %s", table->path,
               g_array_index (table->rows, Row, row).line, message);
}
