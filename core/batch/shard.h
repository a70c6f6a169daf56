/* shard.h - which part of the documents one run of several takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A document belongs to the shard that a hash of its id names: every document to exactly one,
 * whatever the order of the paths, and documents with the same id to the same, where the second of
 * them is noticed as it is without shards.
 */
#pragma once

#include <jiandu/error.h>

/* All files of one run are open at a merge, and a process may have 1,024. */
#define JD_SHARD_LIMIT 1000

typedef struct
{
  guint index; /* 1 to count */
  guint count;
} JdShard;

/* From "3/8".  JD_ERROR_CONFIG. */
gboolean jd_shard_parse (const char *text, JdShard *shard, GError **error);

gboolean jd_shard_has (const JdShard *shard, const char *id);

/* The name of its file, "3-of-8.shard"; free with g_free. */
char *jd_shard_file_name (const JdShard *shard);
