/* csv.h - comma-separated tables of users (RFC 4180)
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A byte order mark, CRLF and empty lines are harmless.  Every row has as many cells as the header.
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdCsv JdCsv;

/* `name` is for messages: "NAME:LINE: what".  JD_ERROR_CONFIG. */
JdCsv *jd_csv_parse (const char *name, const char *bytes, gsize length, GError **error);
void jd_csv_free (JdCsv *csv);

/* Rows without the header. */
guint jd_csv_n_rows (const JdCsv *csv);
guint jd_csv_n_columns (const JdCsv *csv);

const char *jd_csv_header (const JdCsv *csv, guint column);
const char *jd_csv_cell (const JdCsv *csv, guint row, guint column);

/* The line that the row begins in, from 1. */
guint jd_csv_line (const JdCsv *csv, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdCsv, jd_csv_free)
