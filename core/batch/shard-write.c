/* shard-write.c - writing a shard, from its head to its seal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/output/sync.h"

struct JdShardWriter
{
  int descriptor;
  char *path;
  char *name;      /* the path for messages */
  char *temporary; /* NULL once it has its own name */
  guint64 seed;
  guint64 end;
  guint64 count;
  guint64 sum; /* jd_shard_seal_add() of all documents */
};

static gboolean
fail (const JdShardWriter *writer, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, "%s: %s", writer->name, g_strerror (errno));
  return FALSE;
}

static gboolean
put (JdShardWriter *writer, const JdEntry *entry, guint64 seed, GError **error)
{
  if (!jd_entry_write (writer->descriptor, writer->end, entry, seed))
    return fail (writer, error);

  writer->end += jd_entry_size (entry);
  return TRUE;
}

static gboolean
put_head (JdShardWriter *writer, const JdShardHead *head, GError **error)
{
  g_autofree char *text = g_strdup_printf (JD_SHARD_HEAD_FORMAT, head->shard.index,
                                           head->shard.count, head->total, head->identity);
  JdEntry entry = {
    .kind = JD_ENTRY_IDENTITY,
    .number = JD_SHARD_FORMAT,
    .key = JD_SHARD_KEY,
    .key_length = strlen (JD_SHARD_KEY),
    .payload = (const guint8 *)text,
    .length = strlen (text),
  };

  writer->seed = jd_entry_seed (text);
  return put (writer, &entry, 0, error);
}

static gboolean
open_temporary (JdShardWriter *writer, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writer->path);
  g_autofree char *base = g_path_get_basename (writer->path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *pattern = g_build_filename (folder, hidden, NULL);

  writer->descriptor = g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0666);
  if (writer->descriptor < 0)
    return fail (writer, error);

  writer->temporary = g_steal_pointer (&pattern);
  return TRUE;
}

JdShardWriter *
jd_shard_writer_new (const char *path, const JdShardHead *head, GError **error)
{
  g_autoptr (JdShardWriter) writer = g_new0 (JdShardWriter, 1);

  writer->path = g_strdup (path);
  writer->name = g_filename_display_name (path);
  if (!open_temporary (writer, error) || !put_head (writer, head, error))
    return NULL;

  return g_steal_pointer (&writer);
}

void
jd_shard_writer_free (JdShardWriter *writer)
{
  if (writer->descriptor >= 0)
    (void)close (writer->descriptor);
  if (writer->temporary != NULL)
    (void)g_unlink (writer->temporary);
  g_free (writer->path);
  g_free (writer->name);
  g_free (writer->temporary);
  g_free (writer);
}

gboolean
jd_shard_writer_add (JdShardWriter *writer, const JdEntry *entry, GError **error)
{
  g_return_val_if_fail (entry->kind == JD_ENTRY_DOCUMENT, FALSE);

  writer->count++;
  writer->sum = jd_shard_seal_add (writer->sum, jd_entry_checksum (entry, writer->seed));
  return put (writer, entry, writer->seed, error);
}

static gboolean
put_seal (JdShardWriter *writer, GError **error)
{
  g_autofree char *text = g_strdup_printf (JD_SHARD_SEAL_FORMAT, writer->sum);
  JdEntry entry = {
    .kind = JD_ENTRY_SEAL,
    .number = writer->count,
    .payload = (const guint8 *)text,
    .length = strlen (text),
  };

  return put (writer, &entry, writer->seed, error);
}

gboolean
jd_shard_writer_seal (JdShardWriter *writer, GError **error)
{
  int descriptor;

  if (!put_seal (writer, error))
    return FALSE;
  if (fsync (writer->descriptor) != 0)
    return fail (writer, error);
  descriptor = writer->descriptor;
  writer->descriptor = -1;
  if (close (descriptor) != 0 || g_rename (writer->temporary, writer->path) != 0)
    return fail (writer, error);

  g_clear_pointer (&writer->temporary, g_free);
  return jd_sync_folder_of (writer->path) || fail (writer, error);
}
