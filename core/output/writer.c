/* writer.c - where the lines of records.h go: standard output, or a file that appears whole
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "core/output/sync.h"

/* What stands around the lines. */
typedef struct
{
  const char *file;
  const char *begin;
  const char *between;    /* documents */
  const char *corpus;     /* before the corpus */
  const char *end;        /* after the documents, when there is no corpus */
  const char *corpus_end; /* after the corpus */
} Frame;

static const Frame frames[] = {
  [JD_FORMAT_NDJSON] = { "result.ndjson", "", "", "", "", "" },
  [JD_FORMAT_JSON] = { "result.json", "{\"documents\":[\n", ",", "],\"corpus\":\n", "]}\n", "}\n" },
};

struct JdWriter
{
  const Frame *frame;
  FILE *file;
  char *name;      /* for messages */
  char *folder;    /* NULL: standard output */
  char *path;      /* the file's own */
  char *temporary; /* its name until it is finished; NULL afterwards */
  gboolean any;    /* documents so far */
  gboolean corpus; /* whether that line was written */
};

char *
jd_writer_file (const char *folder, JdFormat format)
{
  return g_build_filename (folder, frames[format].file, NULL);
}

static gboolean
fail (const JdWriter *writer, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, "%s: %s", writer->name, g_strerror (errno));
  return FALSE;
}

static gboolean
put_line (JdWriter *writer, GBytes *line, GError **error)
{
  gsize length;
  gconstpointer text = g_bytes_get_data (line, &length);

  return fwrite (text, 1, length, writer->file) == length || fail (writer, error);
}

static gboolean
put_string (JdWriter *writer, const char *text, GError **error)
{
  return fputs (text, writer->file) != EOF || fail (writer, error);
}

/* Always the same name, so that a killed run leaves no more than one behind, and that one to be
 * taken by the next; who writes into a folder has its lock. */
static gboolean
open_temporary (JdWriter *writer, const Frame *frame, GError **error)
{
  g_autofree char *name = g_strdup_printf (".%s.part", frame->file);
  g_autofree char *path = g_build_filename (writer->folder, name, NULL);
  int descriptor;

  if (g_mkdir_with_parents (writer->folder, 0777) != 0)
    return fail (writer, error);

  descriptor = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0)
    return fail (writer, error);

  writer->temporary = g_steal_pointer (&path);
  writer->file = fdopen (descriptor, "wb");
  return writer->file != NULL || fail (writer, error);
}

JdWriter *
jd_writer_new (const char *folder, JdFormat format, GError **error)
{
  g_autoptr (JdWriter) writer = g_new0 (JdWriter, 1);

  writer->frame = &frames[format];
  writer->folder = g_strdup (folder);
  if (folder == NULL)
    {
      writer->name = g_strdup (_ ("standard output"));
      writer->file = stdout;
    }
  else
    {
      writer->path = jd_writer_file (folder, format);
      writer->name = g_filename_display_name (writer->path);
      if (!open_temporary (writer, writer->frame, error))
        return NULL;
    }

  return put_string (writer, writer->frame->begin, error) ? g_steal_pointer (&writer) : NULL;
}

void
jd_writer_free (JdWriter *writer)
{
  if (writer->folder != NULL && writer->file != NULL)
    (void)fclose (writer->file);
  if (writer->temporary != NULL)
    (void)g_unlink (writer->temporary);
  g_free (writer->name);
  g_free (writer->folder);
  g_free (writer->path);
  g_free (writer->temporary);
  g_free (writer);
}

gboolean
jd_writer_add_document (JdWriter *writer, GBytes *line, GError **error)
{
  gboolean first = !writer->any;

  writer->any = TRUE;
  return (first || put_string (writer, writer->frame->between, error))
         && put_line (writer, line, error);
}

gboolean
jd_writer_add_corpus (JdWriter *writer, GBytes *line, GError **error)
{
  writer->corpus = TRUE;
  return put_string (writer, writer->frame->corpus, error) && put_line (writer, line, error);
}

static gboolean
finish_file (JdWriter *writer, GError **error)
{
  FILE *file;

  if (fsync (fileno (writer->file)) != 0)
    return fail (writer, error);
  file = g_steal_pointer (&writer->file);
  if (fclose (file) != 0 || g_rename (writer->temporary, writer->path) != 0)
    return fail (writer, error);

  g_clear_pointer (&writer->temporary, g_free);
  return jd_sync_folder_of (writer->path) || fail (writer, error);
}

gboolean
jd_writer_finish (JdWriter *writer, GError **error)
{
  const Frame *frame = writer->frame;

  if (!put_string (writer, writer->corpus ? frame->corpus_end : frame->end, error))
    return FALSE;
  if (fflush (writer->file) != 0)
    return fail (writer, error);

  return writer->folder == NULL || finish_file (writer, error);
}
