/* writer.h - where the lines of records.h go: standard output, or a file that appears whole
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

typedef enum
{
  JD_FORMAT_NDJSON, /* a line a document, then one for the corpus */
  JD_FORMAT_JSON,   /* {"documents": […], "corpus": {…}} */
} JdFormat;

typedef struct JdWriter JdWriter;

/* The file that jd_writer_new() would write in `folder`; free with g_free. */
char *jd_writer_file (const char *folder, JdFormat format);

/* Writes result.ndjson or result.json in `folder`, which is made; NULL: standard output.  The file
 * is written under another name until jd_writer_finish().  JD_ERROR_OUTPUT. */
JdWriter *jd_writer_new (const char *folder, JdFormat format, GError **error);

/* Drops a file that is not finished. */
void jd_writer_free (JdWriter *writer);

/* `line` ends with "\n".  JD_ERROR_OUTPUT. */
gboolean jd_writer_add_document (JdWriter *writer, GBytes *line, GError **error);

/* At most once, after all documents.  JD_ERROR_OUTPUT. */
gboolean jd_writer_add_corpus (JdWriter *writer, GBytes *line, GError **error);

/* Everything on the disk, under its own name.  JD_ERROR_OUTPUT. */
gboolean jd_writer_finish (JdWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdWriter, jd_writer_free)
