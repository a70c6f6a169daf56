/* shard-file.h - the results of one shard, sealed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A file of entries (entry.h): first whose it is, then the documents in the order of the inputs,
 * each with its number among all of them, from 0; last the seal, with their count and a checksum of
 * all checksums.  It has its name only when it is sealed and on the disk.
 */
#pragma once

#include "core/batch/entry.h"
#include "core/batch/shard.h"

typedef struct
{
  char *identity; /* of the run, as in its journal */
  JdShard shard;
  guint64 total; /* documents in all shards together */
} JdShardHead;

typedef struct JdShardWriter JdShardWriter;

/* Writes beside `path`.  JD_ERROR_OUTPUT. */
JdShardWriter *jd_shard_writer_new (const char *path, const JdShardHead *head, GError **error);

/* Drops what is not sealed. */
void jd_shard_writer_free (JdShardWriter *writer);

/* A document; its number is above the last one's and below the total.  JD_ERROR_OUTPUT. */
gboolean jd_shard_writer_add (JdShardWriter *writer, const JdEntry *entry, GError **error);

/* On the disk and under its name.  JD_ERROR_OUTPUT. */
gboolean jd_shard_writer_seal (JdShardWriter *writer, GError **error);

typedef struct
{
  guint64 number;
  guint64 offset;
} JdShardPlace;

typedef struct
{
  char *name; /* the path for messages */
  int descriptor;
  JdShardHead head;
  GArray *places; /* of JdShardPlace, numbers ascending */
  guint64 seed;
  guint64 size;
} JdShardFile;

/* Verifies everything.  JD_ERROR_INPUT: cannot be read, is no shard, is not sealed or damaged. */
JdShardFile *jd_shard_file_open (const char *path, GError **error);
void jd_shard_file_free (JdShardFile *file);

/* Reads one document and verifies it again; `entry` points into `buffer`.  JD_ERROR_INPUT. */
gboolean jd_shard_file_read (
    const JdShardFile *file, guint64 offset, GByteArray *buffer, JdEntry *entry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdShardWriter, jd_shard_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdShardFile, jd_shard_file_free)
