/* shard.c - which part of the documents one run of several takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/batch/checksum.h"

/* Digits only, and not more than the limit has; NULL: none. */
static const char *
read_number (const char *text, guint *number)
{
  const char *at = text;

  *number = 0;
  for (; g_ascii_isdigit (*at) && *number <= JD_SHARD_LIMIT; at++)
    *number = *number * 10 + (guint)g_ascii_digit_value (*at);

  return at > text ? at : NULL;
}

gboolean
jd_shard_parse (const char *text, JdShard *shard, GError **error)
{
  JdShard read = { 0, 0 };
  const char *at = read_number (text, &read.index);

  if (at != NULL && *at == '/')
    at = read_number (at + 1, &read.count);
  if (at == NULL || *at != '\0' || read.index < 1 || read.index > read.count
      || read.count > JD_SHARD_LIMIT)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                   _ ("--shard: \"%s\" is not I/N, where N is at most %d and I is from 1 to N"),
                   text, JD_SHARD_LIMIT);
      return FALSE;
    }

  *shard = read;
  return TRUE;
}

gboolean
jd_shard_has (const JdShard *shard, const char *id)
{
  return jd_checksum (0, id, strlen (id)) % shard->count == shard->index - 1;
}

char *
jd_shard_file_name (const JdShard *shard)
{
  return g_strdup_printf ("%u-of-%u.shard", shard->index, shard->count);
}
