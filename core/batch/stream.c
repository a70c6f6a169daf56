/* stream.c - a line in, a line out, at once and in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/stream.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "core/batch/ndjson.h"

#define NAME "-"
#define BLOCK (1 << 16)

typedef struct
{
  JdEngine *engine;
  int in;
  int out;
  gsize limit;
  GByteArray *bytes; /* read, not yet taken */
  gsize searched;    /* of these, how many hold no line's end */
  gsize dropped;     /* bytes of the line that is being read, behind the limit */
  gboolean ended;
  guint64 number;  /* of the last line taken */
  guint64 pending; /* lines whose record is not yet written */
  guint64 n_failed;
} Stream;

/* --- In --- */

static void
add_line (Stream *stream, gsize length)
{
  const char *line = (const char *)stream->bytes->data;
  JdItem *item;

  stream->number++;
  if (length + stream->dropped <= stream->limit)
    item = jd_ndjson_read (line, length, NAME, stream->number);
  else
    {
      g_autofree char *id = g_strdup_printf (NAME ":%" G_GUINT64_FORMAT, stream->number);

      item = jd_item_new (id, NAME);
      jd_item_set_error (item, _ ("a line of %zu bytes, larger than the limit of %zu"),
                         length + stream->dropped, stream->limit);
    }
  stream->dropped = 0;
  stream->pending++;
  jd_engine_add (stream->engine, item);
}

/* Takes the next line out of what was read.  FALSE: its end has not come. */
static gboolean
take_line (Stream *stream)
{
  GByteArray *bytes = stream->bytes;
  const guint8 *end = bytes->len > stream->searched ? memchr (bytes->data + stream->searched, '\n',
                                                              bytes->len - stream->searched)
                                                    : NULL;
  gsize length = end != NULL ? (gsize)(end - bytes->data) : bytes->len;

  if (end == NULL && !(stream->ended && bytes->len + stream->dropped > 0))
    {
      stream->searched = bytes->len;
      return FALSE;
    }
  add_line (stream, length);
  g_byte_array_remove_range (bytes, 0, (guint)(length + (end != NULL)));
  stream->searched = 0;

  return TRUE;
}

/* What is behind the limit is counted and forgotten. */
static void
drop_excess (Stream *stream)
{
  gsize kept = MIN (stream->searched, stream->limit);

  if (stream->searched <= stream->limit)
    return;
  stream->dropped += stream->searched - kept;
  g_byte_array_remove_range (stream->bytes, (guint)kept, (guint)(stream->searched - kept));
  stream->searched = kept;
}

static void
read_more (Stream *stream)
{
  guint before = stream->bytes->len;
  ssize_t got;

  drop_excess (stream);
  before = stream->bytes->len;
  g_byte_array_set_size (stream->bytes, before + BLOCK);
  do
    got = read (stream->in, stream->bytes->data + before, BLOCK);
  while (got < 0 && errno == EINTR);
  g_byte_array_set_size (stream->bytes, before + (got > 0 ? (guint)got : 0));
  stream->ended = got <= 0;
}

static gboolean
would_wait (const Stream *stream)
{
  struct pollfd input = { stream->in, POLLIN, 0 };

  return poll (&input, 1, 0) == 0;
}

/* --- Out --- */

static gboolean
write_all (int out, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t done = write (out, bytes, length);

      if (done < 0 && errno != EINTR)
        {
          g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("standard output: %s"),
                       g_strerror (errno));
          return FALSE;
        }
      bytes += MAX (done, 0);
      length -= (gsize)MAX (done, 0);
    }

  return TRUE;
}

static gboolean
answer (Stream *stream, GError **error)
{
  g_autoptr (JdItem) item = NULL;
  g_autoptr (JdOutcome) outcome = NULL;
  const char *line;
  gsize length;

  if (!jd_engine_take (stream->engine, FALSE, &item, &outcome, error))
    return FALSE;
  stream->pending--;
  stream->n_failed += outcome->status != JD_OUTCOME_OK;
  line = g_bytes_get_data (outcome->line, &length);

  return write_all (stream->out, line, length, error);
}

/* One step: lines in while there are any and there is room for them, then whatever does not mean
 * to wait for a line while somebody waits for an answer. */
static gboolean
step (Stream *stream, GError **error)
{
  gboolean room = jd_engine_has_room (stream->engine);

  while (room && take_line (stream))
    room = jd_engine_has_room (stream->engine);
  if (stream->pending > 0 && (!room || stream->ended || would_wait (stream)))
    return answer (stream, error);
  if (!stream->ended)
    read_more (stream);

  return TRUE;
}

gboolean
jd_stream_run (JdEngine *engine, int in, int out, gsize limit, guint64 *n_failed, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Stream stream = { .engine = engine, .in = in, .out = out, .limit = limit, .bytes = bytes };

  while (!stream.ended || bytes->len + stream.dropped > 0 || stream.pending > 0)
    if (!step (&stream, error))
      return FALSE;
  *n_failed = stream.n_failed;

  return TRUE;
}
