/* entry.h - the entries that journals and shards are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An entry is 32 bytes of header, a key and a payload.  The header, little endian:
 *
 *    0  4  "JDE1"
 *    4  1  kind
 *    5  1  status
 *    6  2  length of the key
 *    8  8  number
 *   16  8  length of the payload
 *   24  8  checksum of the seed and of everything else in the entry
 *
 * The first entry of a file tells whose it is; its seed is 0.  The others are seeded with that
 * identity, so that an entry of another file is never taken for one of this.
 */
#pragma once

#include <glib.h>

#define JD_ENTRY_HEADER 32
#define JD_ENTRY_KEY_LIMIT 1024
#define JD_ENTRY_PAYLOAD_LIMIT ((gsize)1 << 30)

typedef enum
{
  JD_ENTRY_IDENTITY, /* the first: key: what file it is, number: its format, payload: whose */
  JD_ENTRY_DOCUMENT, /* what became of a document */
  JD_ENTRY_SEAL,     /* the last of a finished shard */
  JD_N_ENTRY_KINDS,
} JdEntryKind;

typedef struct
{
  JdEntryKind kind;
  guint status;   /* 0–255, the caller's */
  guint64 number; /* the caller's; a document's place among the inputs */
  const char *key;
  gsize key_length;
  const guint8 *payload;
  gsize length;
} JdEntry;

typedef enum
{
  JD_ENTRY_WHOLE,
  JD_ENTRY_END,     /* nothing is there */
  JD_ENTRY_DAMAGED, /* something is there that is not an entry with this seed */
  JD_ENTRY_UNREAD,  /* errno says why */
} JdEntryState;

/* The seed of a file's entries from its identity. */
guint64 jd_entry_seed (const char *identity);

gsize jd_entry_size (const JdEntry *entry);

/* The checksum that stands in the header, or would. */
guint64 jd_entry_checksum (const JdEntry *entry, guint64 seed);

/* Puts `entry` at `offset`, whole or with FALSE and errno; then some of it may be there. */
gboolean jd_entry_write (int descriptor, guint64 offset, const JdEntry *entry, guint64 seed);

/* Reads the entry at `offset` of a file of `file_size` bytes and verifies it.  `entry` points into
 * `buffer`. */
JdEntryState jd_entry_read (int descriptor,
                            guint64 offset,
                            guint64 file_size,
                            guint64 seed,
                            GByteArray *buffer,
                            JdEntry *entry);
