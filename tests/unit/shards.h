/* shards.h - shards of made-up documents, for the tests of shards
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/shard-file.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/unit/suite.h"

static char *folder;

static inline void
set_up (void)
{
  folder = g_dir_make_tmp ("jiandu-shard-XXXXXX", NULL);
}

static inline void
tear_down (void)
{
  g_autoptr (GDir) list = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (list)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
}

static inline char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static inline gboolean
add_document (JdShardWriter *writer, guint64 number, GError **error)
{
  g_autofree char *payload = g_strdup_printf ("document\n%" G_GUINT64_FORMAT "\n", number);
  JdEntry entry = { .kind = JD_ENTRY_DOCUMENT, .status = 1, .number = number, .key = "key" };

  entry.key_length = 3;
  entry.payload = (const guint8 *)payload;
  entry.length = strlen (payload);
  return jd_shard_writer_add (writer, &entry, error);
}

/* Every number from `first` below `after` in steps of `step`. */
typedef struct
{
  const char *name;
  JdShardHead head;
  guint first;
  guint after;
  guint step;
} Made;

static inline char *
make_shard (const Made *made)
{
  g_autoptr (GError) error = NULL;
  char *path = path_of (made->name);
  g_autoptr (JdShardWriter) writer = jd_shard_writer_new (path, &made->head, &error);

  jd_assert_no_error (error);
  for (guint n = made->first; n < made->after; n += made->step)
    ck_assert_int_eq (add_document (writer, n, &error), TRUE);
  ck_assert_int_eq (jd_shard_writer_seal (writer, &error), TRUE);
  jd_assert_no_error (error);
  return path;
}
