/* shard-set.h - the shards of one run, together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/shard-file.h"

typedef struct JdShardSet JdShardSet;

/* Every document exactly once, or an error: JD_ERROR_INPUT, with the file or the number that is
 * wrong.  `paths` is NULL-terminated; `identity` that of the run the shards should be of. */
JdShardSet *jd_shard_set_open (const char *const *paths, const char *identity, GError **error);
void jd_shard_set_free (JdShardSet *set);

guint64 jd_shard_set_length (const JdShardSet *set);

/* The document with this number, from 0; `entry` is valid until the next call.  JD_ERROR_INPUT:
 * the file was changed meanwhile. */
gboolean jd_shard_set_read (JdShardSet *set, guint64 number, JdEntry *entry, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdShardSet, jd_shard_set_free)
