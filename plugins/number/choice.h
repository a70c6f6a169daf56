/* choice.h - cells of a table that must be one of a few words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/table.h>

G_BEGIN_DECLS

/* The index of the cell's word in `words` (NULL-terminated).  JD_ERROR_CONFIG, with file, line and
 * the words there are, when it is none of them. */
gboolean jd_choice_read (const JdTable *table,
                         gsize row,
                         guint column,
                         const char *const *words,
                         gint *index,
                         GError **error);

/* JD_ERROR_CONFIG when the row's first cell is empty. */
gboolean jd_choice_check_term (const JdTable *table, gsize row, GError **error);

G_END_DECLS
