/* shard-parts.h - what shard-read.c and shard-write.c share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/shard-file.h"

#define JD_SHARD_FORMAT 1
#define JD_SHARD_KEY "jiandu shard"

/* "I/N TOTAL IDENTITY": the payload of the first entry, and the seed of the others. */
#define JD_SHARD_HEAD_FORMAT "%u/%u %" G_GUINT64_FORMAT " %s"

/* The payload of the seal: what `state` became over the checksums of all documents, from 0. */
#define JD_SHARD_SEAL_FORMAT "%016" G_GINT64_MODIFIER "x"

static inline guint64
jd_shard_seal_add (guint64 state, guint64 checksum)
{
  return (state << 7 | state >> 57) ^ checksum;
}
