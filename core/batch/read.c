/* read.c - from inputs to documents on their way in, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/read.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/batch/line-reader.h"
#include "core/batch/ndjson.h"

struct JdReader
{
  const GPtrArray *inputs;
  gsize limit;
  guint next;          /* index of the first input not begun */
  JdLineReader *lines; /* of the input before it, while it has any */
  GString *line;       /* the last one */
  goffset consumed;    /* bytes of the inputs before it */
};

JdReader *
jd_reader_new (const GPtrArray *inputs, gsize limit)
{
  JdReader *reader = g_new0 (JdReader, 1);

  reader->inputs = inputs;
  reader->limit = limit;
  reader->line = g_string_new (NULL);

  return reader;
}

void
jd_reader_free (JdReader *reader)
{
  g_clear_pointer (&reader->lines, jd_line_reader_free);
  g_string_free (reader->line, TRUE);
  g_free (reader);
}

/* A descriptor of a regular file, or -1 with the item told why.  O_NONBLOCK, because a pipe that
 * has taken the file's place since the walk would hold us for ever. */
static int
open_input (const JdInput *input, JdItem *item, struct stat *status)
{
  int descriptor = open (input->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

  if (descriptor >= 0 && fstat (descriptor, status) == 0 && S_ISREG (status->st_mode))
    return descriptor;

  if (descriptor < 0)
    jd_item_set_error (item, "%s", g_strerror (errno));
  else
    {
      jd_item_set_error (item, _ ("not a regular file"));
      (void)close (descriptor);
    }
  return -1;
}

/* Bytes read, fewer than `size` only at the end of the file; -1 with errno. */
static gssize
read_all (int descriptor, char *bytes, gsize size)
{
  gsize done = 0;

  while (done < size)
    {
      ssize_t got = read (descriptor, bytes + done, size - done);

      if (got == 0)
        break;
      if (got < 0 && errno != EINTR)
        return -1;
      done += got > 0 ? (gsize)got : 0;
    }
  return (gssize)done;
}

static void
read_bytes (JdItem *item, int descriptor, gsize size)
{
  g_autofree char *bytes = g_malloc (size + 1);
  gssize got = read_all (descriptor, bytes, size + 1);

  if (got < 0)
    jd_item_set_error (item, "%s", g_strerror (errno));
  else if ((gsize)got != size)
    jd_item_set_error (item, _ ("changed while being read"));
  else
    {
      item->bytes = g_steal_pointer (&bytes);
      item->length = size;
    }
}

static void
read_file (const JdReader *reader, const JdInput *input, JdItem *item)
{
  struct stat status;
  int descriptor = open_input (input, item, &status);
  guint64 size;

  if (descriptor < 0)
    return;

  size = (guint64)status.st_size;
  if (size > reader->limit)
    jd_item_set_error (item, _ ("%" PRIu64 " bytes, larger than the limit of %zu"), size,
                       reader->limit);
  else
    read_bytes (item, descriptor, (gsize)size);
  (void)close (descriptor);
}

/* Opens the lines of an input; returns an item only when that fails. */
static JdItem *
open_lines (JdReader *reader, const JdInput *input)
{
  g_autoptr (JdItem) item = jd_item_new (input->source, input->source);
  struct stat status;
  int descriptor
      = input->kind == JD_INPUT_STREAM ? dup (STDIN_FILENO) : open_input (input, item, &status);

  if (descriptor >= 0)
    {
      reader->lines = jd_line_reader_new (descriptor, input->source, reader->limit, &item->error);
      if (reader->lines != NULL)
        return NULL;
    }
  else if (item->error == NULL)
    jd_item_set_error (item, "%s", g_strerror (errno));
  return g_steal_pointer (&item);
}

static gboolean
is_blank (const GString *line)
{
  return strspn (line->str, " \t\r") == line->len;
}

static void
drop_byte_order_mark (JdReader *reader)
{
  if (jd_line_reader_number (reader->lines) == 1
      && g_str_has_prefix (reader->line->str, "\xef\xbb\xbf"))
    g_string_erase (reader->line, 0, 3);
}

/* NULL when there are no more lines. */
static JdItem *
next_line (JdReader *reader, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdItem) item = NULL;
  guint64 number;

  while (jd_line_reader_next (reader->lines, reader->line, &error))
    {
      drop_byte_order_mark (reader);
      if (!is_blank (reader->line))
        return jd_ndjson_read (reader->line->str, reader->line->len, name,
                               jd_line_reader_number (reader->lines));
    }
  if (error == NULL)
    return NULL;

  number = jd_line_reader_number (reader->lines);
  item = jd_item_new ("", name);
  g_free (item->id);
  item->id = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, name, number);
  item->error = g_steal_pointer (&error);

  return g_steal_pointer (&item);
}

static JdItem *
begin_input (JdReader *reader, const JdInput *input)
{
  g_autoptr (JdItem) item = NULL;

  if (input->kind != JD_INPUT_FILE)
    return open_lines (reader, input);

  item = jd_item_new (input->id, input->source);
  if (input->error != NULL)
    item->error = g_error_copy (input->error);
  else
    read_file (reader, input, item);
  reader->consumed += input->size;
  item->consumed = reader->consumed;

  return g_steal_pointer (&item);
}

/* The next line of the input that was begun last; NULL, and its lines closed, after the last. */
static JdItem *
go_on (JdReader *reader)
{
  const JdInput *input = g_ptr_array_index (reader->inputs, reader->next - 1);
  JdItem *item = next_line (reader, input->source);

  if (item != NULL)
    item->consumed = reader->consumed + jd_line_reader_consumed (reader->lines);
  else
    {
      reader->consumed += input->size;
      g_clear_pointer (&reader->lines, jd_line_reader_free);
    }
  return item;
}

JdItem *
jd_reader_next (JdReader *reader)
{
  JdItem *item = NULL;

  while (item == NULL && (reader->lines != NULL || reader->next < reader->inputs->len))
    if (reader->lines != NULL)
      item = go_on (reader);
    else
      item = begin_input (reader, g_ptr_array_index (reader->inputs, reader->next++));

  return item;
}
