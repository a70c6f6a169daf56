/* table.c - columns on a terminal, where a Chinese character is two wide
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>

#include "core/cli/cli.h"

static guint
display_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static guint *
column_widths (const GPtrArray *rows, guint n_columns)
{
  guint *widths = g_new0 (guint, n_columns);

  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);

      for (guint column = 0; column < n_columns; column++)
        widths[column] = MAX (widths[column], display_width (cells[column]));
    }
  return widths;
}

static void
append_cell (GString *line, const char *cell, guint width, gboolean number)
{
  guint blanks = width - display_width (cell);

  if (line->len > 0)
    g_string_append (line, "  ");
  g_string_append_printf (line, "%*s%s%*s", number ? (int)blanks : 0, "", cell,
                          number ? 0 : (int)blanks, "");
}

void
jd_cli_print_table (const GPtrArray *rows, guint first_number)
{
  guint n_columns = rows->len == 0 ? 0 : g_strv_length (g_ptr_array_index (rows, 0));
  g_autofree guint *widths = column_widths (rows, n_columns);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);

      g_string_truncate (line, 0);
      for (guint column = 0; column < n_columns; column++)
        append_cell (line, cells[column], widths[column], column >= first_number);
      printf ("  %s\n", g_strchomp (line->str));
    }
}
