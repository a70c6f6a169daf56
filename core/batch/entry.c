/* entry.c - the entries that journals and shards are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/entry.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "core/batch/checksum.h"

static const char magic[4] = { 'J', 'D', 'E', '1' };

/* The header as it lies in the file. */
typedef struct
{
  char magic[4];
  guint8 kind;
  guint8 status;
  guint16 key_length;
  guint64 number;
  guint64 length;
  guint64 checksum;
} Header;

G_STATIC_ASSERT (sizeof (Header) == JD_ENTRY_HEADER);

guint64
jd_entry_seed (const char *identity)
{
  return jd_checksum (0, identity, strlen (identity));
}

gsize
jd_entry_size (const JdEntry *entry)
{
  return JD_ENTRY_HEADER + entry->key_length + entry->length;
}

static void
pack (const JdEntry *entry, Header *header)
{
  memcpy (header->magic, magic, sizeof magic);
  header->kind = (guint8)entry->kind;
  header->status = (guint8)entry->status;
  header->key_length = GUINT16_TO_LE ((guint16)entry->key_length);
  header->number = GUINT64_TO_LE (entry->number);
  header->length = GUINT64_TO_LE ((guint64)entry->length);
}

/* Lengths that cannot be are found before anything is allocated for them. */
static gboolean
unpack (const Header *header, JdEntry *entry)
{
  guint64 length = GUINT64_FROM_LE (header->length);

  entry->kind = (JdEntryKind)header->kind;
  entry->status = header->status;
  entry->number = GUINT64_FROM_LE (header->number);
  entry->key_length = GUINT16_FROM_LE (header->key_length);
  entry->length = (gsize)length;

  return memcmp (header->magic, magic, sizeof magic) == 0 && header->kind < JD_N_ENTRY_KINDS
         && entry->key_length <= JD_ENTRY_KEY_LIMIT && length <= JD_ENTRY_PAYLOAD_LIMIT;
}

static guint64
sum (const Header *header, const JdEntry *entry, guint64 seed)
{
  guint64 state = jd_checksum (seed, header, G_STRUCT_OFFSET (Header, checksum));

  state = jd_checksum (state, entry->key, entry->key_length);
  return jd_checksum (state, entry->payload, entry->length);
}

guint64
jd_entry_checksum (const JdEntry *entry, guint64 seed)
{
  Header header;

  pack (entry, &header);
  return sum (&header, entry, seed);
}

/* Takes what is written off the front of the `n` pieces. */
static void
advance (struct iovec *pieces, guint n, gsize written)
{
  for (guint i = 0; i < n; i++)
    {
      gsize step = MIN (written, pieces[i].iov_len);

      pieces[i].iov_base = (char *)pieces[i].iov_base + step;
      pieces[i].iov_len -= step;
      written -= step;
    }
}

gboolean
jd_entry_write (int descriptor, guint64 offset, const JdEntry *entry, guint64 seed)
{
  Header header;
  struct iovec pieces[] = {
    { &header, sizeof header },
    { (gpointer)entry->key, entry->key_length },
    { (gpointer)entry->payload, entry->length },
  };
  gsize left = jd_entry_size (entry);

  g_return_val_if_fail (entry->key_length <= JD_ENTRY_KEY_LIMIT, FALSE);
  pack (entry, &header);
  header.checksum = GUINT64_TO_LE (sum (&header, entry, seed));

  while (left > 0)
    {
      ssize_t written = pwritev (descriptor, pieces, G_N_ELEMENTS (pieces), (off_t)offset);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      advance (pieces, G_N_ELEMENTS (pieces), (gsize)written);
      offset += (guint64)written;
      left -= (gsize)written;
    }
  return TRUE;
}

/* FALSE with errno, which is 0 when the file ends before. */
static gboolean
read_bytes (int descriptor, guint64 offset, guint8 *into, gsize length)
{
  while (length > 0)
    {
      ssize_t n = pread (descriptor, into, length, (off_t)offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n == 0 ? 0 : errno;
          return FALSE;
        }
      into += n;
      offset += (guint64)n;
      length -= (gsize)n;
    }
  return TRUE;
}

JdEntryState
jd_entry_read (int descriptor,
               guint64 offset,
               guint64 file_size,
               guint64 seed,
               GByteArray *buffer,
               JdEntry *entry)
{
  JdEntry found = { 0 };
  Header header;
  gsize rest;

  if (offset >= file_size)
    return JD_ENTRY_END;
  if (file_size - offset < sizeof header)
    return JD_ENTRY_DAMAGED;
  if (!read_bytes (descriptor, offset, (guint8 *)&header, sizeof header))
    return errno != 0 ? JD_ENTRY_UNREAD : JD_ENTRY_DAMAGED;
  if (!unpack (&header, &found) || jd_entry_size (&found) > file_size - offset)
    return JD_ENTRY_DAMAGED;

  rest = found.key_length + found.length;
  g_byte_array_set_size (buffer, (guint)MAX (rest, 1)); /* an empty one has no data to point into */
  if (!read_bytes (descriptor, offset + sizeof header, buffer->data, rest))
    return errno != 0 ? JD_ENTRY_UNREAD : JD_ENTRY_DAMAGED;
  found.key = (const char *)buffer->data;
  found.payload = buffer->data + found.key_length;
  if (sum (&header, &found, seed) != GUINT64_FROM_LE (header.checksum))
    return JD_ENTRY_DAMAGED;

  *entry = found;
  return JD_ENTRY_WHOLE;
}
