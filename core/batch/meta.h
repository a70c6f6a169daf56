/* meta.h - a table of facts that the user gives about documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The column `id`, or else `file` (a file's name, with or without folder and extension), tells
 * which document a row is about; every other column is a fact.  An empty cell is no fact.
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdMeta JdMeta;

/* JD_ERROR_CONFIG, with file and line: not to be read, no CSV, no column `id` or `file`, a column
 * without a name, twice, or with a name that is taken, a document twice. */
JdMeta *jd_meta_load (const char *path, GError **error);
void jd_meta_free (JdMeta *meta);

/* Adds the facts about the document to `facts` (char * -> char *), in place of those of the same
 * names, and remembers that it was asked for. */
void jd_meta_add_facts (JdMeta *meta, const char *id, GHashTable *facts);

/* "FILE:LINE: no document …", of char *, for each row that was never asked for. */
GPtrArray *jd_meta_unused (const JdMeta *meta);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdMeta, jd_meta_free)
