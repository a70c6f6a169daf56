/* table.h - data files: tab-separated tables that users can read and extend
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A line is a row, a tab parts columns.  Empty lines and lines that begin with # are skipped;
 * blanks around a cell are dropped.  A byte order mark and CRLF are harmless.  By custom the first
 * line is a comment with the source and the licence of the data.
 */
#pragma once

#include <jiandu/error.h>

G_BEGIN_DECLS

typedef struct JdTable JdTable;

/* Reads the whole file.  JD_ERROR_CONFIG, with file and line, when it cannot be read, is not
 * UTF-8, or a row has fewer than `least` or more than `most` columns. */
JD_API JdTable *jd_table_load (const char *path, guint least, guint most, GError **error);
JD_API void jd_table_free (JdTable *table);

JD_API gsize jd_table_length (const JdTable *table);

/* Never NULL: "" where the row has no such column.  Owned by the table. */
JD_API const char *jd_table_cell (const JdTable *table, gsize row, guint column);

/* JD_ERROR_CONFIG "FILE:LINE: MESSAGE", for a plugin that finds a fault in a row. */
JD_API void
jd_table_set_error (const JdTable *table, gsize row, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdTable, jd_table_free)

G_END_DECLS
