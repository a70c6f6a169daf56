/* csv.c - comma-separated tables of users (RFC 4180)
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray *cells; /* of char * */
  guint line;
} Row;

struct JdCsv
{
  GPtrArray *rows; /* of Row *, the header first */
};

typedef struct
{
  const char *name;
  const char *at;
  const char *end;
  guint line;
} Cursor;

static void
row_free (Row *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
set_error (const Cursor *cursor, guint line, GError **error, const char *what)
{
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s:%u: %s", cursor->name, line, what);
}

/* Bytes of the line end that stands here: 0 where there is none. */
static gsize
line_end (const Cursor *cursor)
{
  if (cursor->at == cursor->end)
    return 0;
  if (*cursor->at == '\n')
    return 1;
  return *cursor->at == '\r' && cursor->at + 1 < cursor->end && cursor->at[1] == '\n' ? 2 : 0;
}

static gboolean
at_cell_end (const Cursor *cursor)
{
  return cursor->at == cursor->end || *cursor->at == ',' || line_end (cursor) > 0;
}

static char *
read_plain (Cursor *cursor, GError **error)
{
  const char *begin = cursor->at;

  while (!at_cell_end (cursor) && *cursor->at != '"')
    cursor->at++;
  if (at_cell_end (cursor))
    return g_strstrip (g_strndup (begin, (gsize)(cursor->at - begin)));

  set_error (cursor, cursor->line, error,
             _ ("a quote inside a cell that does not begin with one; quote the whole cell and "
                "double the quotes in it"));
  return NULL;
}

static void
append_lines (Cursor *cursor, GString *cell, const char *end)
{
  for (; cursor->at < end; cursor->at++)
    {
      cursor->line += *cursor->at == '\n';
      g_string_append_c (cell, *cursor->at);
    }
}

static char *
read_quoted (Cursor *cursor, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  guint first = cursor->line;
  const char *quote;

  cursor->at++;
  while ((quote = memchr (cursor->at, '"', (gsize)(cursor->end - cursor->at))) != NULL)
    {
      append_lines (cursor, cell, quote);
      cursor->at++;
      if (at_cell_end (cursor))
        return g_string_free (g_steal_pointer (&cell), FALSE);
      if (*cursor->at++ != '"')
        {
          set_error (cursor, cursor->line, error, _ ("text behind a closing quote"));
          return NULL;
        }
      g_string_append_c (cell, '"');
    }
  set_error (cursor, first, error, _ ("a quote that is opened here is never closed"));
  return NULL;
}

static Row *
read_row (Cursor *cursor, GError **error)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->line = cursor->line;
  for (;;)
    {
      gboolean quoted = cursor->at < cursor->end && *cursor->at == '"';
      char *cell = quoted ? read_quoted (cursor, error) : read_plain (cursor, error);

      if (cell == NULL)
        {
          row_free (row);
          return NULL;
        }
      g_ptr_array_add (row->cells, cell);
      if (cursor->at == cursor->end || *cursor->at != ',')
        break;
      cursor->at++;
    }
  cursor->line += line_end (cursor) > 0;
  cursor->at += line_end (cursor);

  return row;
}

static gboolean
add_row (JdCsv *csv, Cursor *cursor, GError **error)
{
  Row *row = read_row (cursor, error);
  guint wanted;

  if (row == NULL)
    return FALSE;

  g_ptr_array_add (csv->rows, row);
  wanted = ((Row *)g_ptr_array_index (csv->rows, 0))->cells->len;
  if (row->cells->len == wanted)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s:%u: %u cells where the header has %u"),
               cursor->name, row->line, row->cells->len, wanted);
  return FALSE;
}

static gboolean
check_bytes (const char *name, const char *bytes, gsize length, GError **error)
{
  const char *bad;

  if (g_utf8_validate_len (bytes, length, &bad))
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               *bad == '\0' ? _ ("%s: NUL at byte %zu; save it as UTF-8")
                            : _ ("%s: not valid UTF-8 at byte %zu; save it as UTF-8"),
               name, (gsize)(bad - bytes));
  return FALSE;
}

JdCsv *
jd_csv_parse (const char *name, const char *bytes, gsize length, GError **error)
{
  gboolean mark = length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0;
  Cursor cursor = { name, bytes + (mark ? 3 : 0), bytes + length, 1 };
  g_autoptr (JdCsv) csv = g_new0 (JdCsv, 1);

  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  if (!check_bytes (name, bytes, length, error))
    return NULL;

  while (cursor.at < cursor.end)
    {
      gsize blank = line_end (&cursor);

      cursor.at += blank;
      cursor.line += blank > 0;
      if (blank == 0 && !add_row (csv, &cursor, error))
        return NULL;
    }
  if (csv->rows->len > 0)
    return g_steal_pointer (&csv);

  set_error (&cursor, 1, error, _ ("empty; the first line must name the columns"));
  return NULL;
}

void
jd_csv_free (JdCsv *csv)
{
  g_ptr_array_unref (csv->rows);
  g_free (csv);
}

guint
jd_csv_n_rows (const JdCsv *csv)
{
  return csv->rows->len - 1;
}

guint
jd_csv_n_columns (const JdCsv *csv)
{
  const Row *header = g_ptr_array_index (csv->rows, 0);

  return header->cells->len;
}

const char *
jd_csv_header (const JdCsv *csv, guint column)
{
  const Row *header = g_ptr_array_index (csv->rows, 0);

  return g_ptr_array_index (header->cells, column);
}

const char *
jd_csv_cell (const JdCsv *csv, guint row, guint column)
{
  const Row *cells = g_ptr_array_index (csv->rows, row + 1);

  return g_ptr_array_index (cells->cells, column);
}

guint
jd_csv_line (const JdCsv *csv, guint row)
{
  const Row *cells = g_ptr_array_index (csv->rows, row + 1);

  return cells->line;
}
