/* shard-read.c - reading a shard, and believing it only when all of it is there
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard-parts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const JdShardFile *file, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, "%s: %s", file->name, g_strerror (errno));
  return FALSE;
}

static gboolean
refuse (const JdShardFile *file, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: not a shard"), file->name);
  return FALSE;
}

static gboolean
refuse_unsealed (const JdShardFile *file, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: not sealed; run shard %u/%u again"),
               file->name, file->head.shard.index, file->head.shard.count);
  return FALSE;
}

static gboolean
refuse_damaged (const JdShardFile *file, guint64 offset, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
               _ ("%s: damaged at byte %" PRIu64 "; run shard %u/%u again"), file->name, offset,
               file->head.shard.index, file->head.shard.count);
  return FALSE;
}

static gboolean
open_descriptor (JdShardFile *file, const char *path, GError **error)
{
  struct stat status;

  file->descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file->descriptor < 0 || fstat (file->descriptor, &status) != 0)
    return fail (file, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: not a regular file"), file->name);
      return FALSE;
    }

  file->size = (guint64)status.st_size;
  return TRUE;
}

static gboolean
scan_head (JdShardFile *file, const char *text)
{
  JdShardHead *head = &file->head;
  int identity = 0;

  if (sscanf (text, "%u/%u %" PRIu64 " %n", &head->shard.index, &head->shard.count, &head->total,
              &identity)
          != 3
      || identity == 0)
    return FALSE;

  head->identity = g_strdup (text + identity);
  return head->shard.index >= 1 && head->shard.index <= head->shard.count
         && head->shard.count <= JD_SHARD_LIMIT;
}

/* Leaves `offset` behind the head. */
static gboolean
read_head (JdShardFile *file, GByteArray *buffer, guint64 *offset, GError **error)
{
  g_autofree char *text = NULL;
  JdEntry entry;
  JdEntryState state = jd_entry_read (file->descriptor, 0, file->size, 0, buffer, &entry);

  if (state == JD_ENTRY_UNREAD)
    return fail (file, error);
  if (state != JD_ENTRY_WHOLE || entry.kind != JD_ENTRY_IDENTITY
      || entry.key_length != strlen (JD_SHARD_KEY)
      || memcmp (entry.key, JD_SHARD_KEY, entry.key_length) != 0)
    return refuse (file, error);
  if (entry.number != JD_SHARD_FORMAT)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                   _ ("%s: format %" PRIu64 ", this jiandu reads %d"), file->name, entry.number,
                   JD_SHARD_FORMAT);
      return FALSE;
    }

  text = g_strndup ((const char *)entry.payload, entry.length);
  file->seed = jd_entry_seed (text);
  *offset = jd_entry_size (&entry);
  return scan_head (file, text) || refuse (file, error);
}

static gboolean
note (JdShardFile *file, const JdEntry *entry, guint64 offset)
{
  JdShardPlace place = { entry->number, offset };
  const GArray *places = file->places;

  if (entry->number >= file->head.total
      || (places->len > 0
          && g_array_index (places, JdShardPlace, places->len - 1).number >= entry->number))
    return FALSE;

  g_array_append_val (file->places, place);
  return TRUE;
}

static gboolean
is_seal (const JdShardFile *file, const JdEntry *entry, guint64 sum)
{
  g_autofree char *text = g_strdup_printf (JD_SHARD_SEAL_FORMAT, sum);

  return entry->kind == JD_ENTRY_SEAL && entry->number == file->places->len
         && entry->length == strlen (text) && memcmp (entry->payload, text, entry->length) == 0;
}

/* From `offset` to the seal, which is the end. */
static gboolean
read_rest (JdShardFile *file, GByteArray *buffer, guint64 offset, GError **error)
{
  guint64 sum = 0;

  for (;;)
    {
      JdEntry entry;
      JdEntryState state
          = jd_entry_read (file->descriptor, offset, file->size, file->seed, buffer, &entry);
      guint64 end = offset + (state == JD_ENTRY_WHOLE ? jd_entry_size (&entry) : 0);

      if (state == JD_ENTRY_UNREAD)
        return fail (file, error);
      if (state == JD_ENTRY_END)
        return refuse_unsealed (file, error);
      if (state == JD_ENTRY_WHOLE && end == file->size && is_seal (file, &entry, sum))
        return TRUE;
      if (state != JD_ENTRY_WHOLE || entry.kind != JD_ENTRY_DOCUMENT
          || !note (file, &entry, offset))
        return refuse_damaged (file, offset, error);
      sum = jd_shard_seal_add (sum, jd_entry_checksum (&entry, file->seed));
      offset = end;
    }
}

JdShardFile *
jd_shard_file_open (const char *path, GError **error)
{
  g_autoptr (JdShardFile) file = g_new0 (JdShardFile, 1);
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  guint64 offset;

  file->name = g_filename_display_name (path);
  file->places = g_array_new (FALSE, FALSE, sizeof (JdShardPlace));
  if (!open_descriptor (file, path, error) || !read_head (file, buffer, &offset, error)
      || !read_rest (file, buffer, offset, error))
    return NULL;

  return g_steal_pointer (&file);
}

void
jd_shard_file_free (JdShardFile *file)
{
  if (file->descriptor >= 0)
    (void)close (file->descriptor);
  g_array_unref (file->places);
  g_free (file->head.identity);
  g_free (file->name);
  g_free (file);
}

gboolean
jd_shard_file_read (
    const JdShardFile *file, guint64 offset, GByteArray *buffer, JdEntry *entry, GError **error)
{
  switch (jd_entry_read (file->descriptor, offset, file->size, file->seed, buffer, entry))
    {
    case JD_ENTRY_WHOLE:
      return TRUE;
    case JD_ENTRY_UNREAD:
      return fail (file, error);
    default:
      return refuse_damaged (file, offset, error);
    }
}
