/* line-reader.c - a stream's lines, none longer than allowed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/line-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

struct JdLineReader
{
  FILE *file; /* NULL after it failed */
  char *name;
  gsize limit;
  guint64 number;
  goffset consumed;
};

JdLineReader *
jd_line_reader_new (int descriptor, const char *name, gsize limit, GError **error)
{
  FILE *file = fdopen (descriptor, "rb");
  JdLineReader *lines;

  if (file == NULL)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: not open for reading"), name);
      (void)close (descriptor);
      return NULL;
    }

  lines = g_new0 (JdLineReader, 1);
  lines->file = file;
  lines->name = g_strdup (name);
  lines->limit = limit;

  return lines;
}

void
jd_line_reader_free (JdLineReader *lines)
{
  if (lines->file != NULL)
    (void)fclose (lines->file);
  g_free (lines->name);
  g_free (lines);
}

/* Fills `line` up to the limit; returns how many bytes the line really has, its end not counted. */
static gsize
fill (JdLineReader *lines, GString *line, int *last)
{
  gsize length = 0;
  int byte;

  while ((byte = getc_unlocked (lines->file)) != EOF && byte != '\n')
    if (++length <= lines->limit)
      g_string_append_c (line, (char)byte);
  *last = byte;
  lines->consumed += (goffset)length + (byte == '\n');

  return length;
}

static gboolean
stop (JdLineReader *lines, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s", lines->name,
               lines->number, g_strerror (errno));
  (void)fclose (lines->file);
  lines->file = NULL;

  return FALSE;
}

gboolean
jd_line_reader_next (JdLineReader *lines, GString *line, GError **error)
{
  gsize length;
  int last;

  g_string_truncate (line, 0);
  if (lines->file == NULL)
    return FALSE;

  lines->number++;
  length = fill (lines, line, &last);
  if (ferror (lines->file))
    return stop (lines, error);
  if (length > lines->limit)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                   _ ("%s:%" PRIu64 ": a line of %zu bytes, larger than the limit of %zu"),
                   lines->name, lines->number, length, lines->limit);
      return FALSE;
    }

  return length > 0 || last == '\n';
}

guint64
jd_line_reader_number (const JdLineReader *lines)
{
  return lines->number;
}

goffset
jd_line_reader_consumed (const JdLineReader *lines)
{
  return lines->consumed;
}
