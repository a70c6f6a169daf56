/* choice.c - cells of a table that must be one of a few words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "choice.h"

#include <string.h>

gboolean
jd_choice_read (const JdTable *table,
                gsize row,
                guint column,
                const char *const *words,
                gint *index,
                GError **error)
{
  const char *cell = jd_table_cell (table, row, column);
  g_autofree char *known = NULL;

  for (gint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], cell) == 0)
      {
        *index = i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **)words);
  jd_table_set_error (table, row, error, "\"%s\" in column %u; use one of %s", cell, column + 1,
                      known);
  return FALSE;
}

gboolean
jd_choice_check_term (const JdTable *table, gsize row, GError **error)
{
  if (*jd_table_cell (table, row, 0) != '\0')
    return TRUE;
  jd_table_set_error (table, row, error, "the first column is empty");
  return FALSE;
}
