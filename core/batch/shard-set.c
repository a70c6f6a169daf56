/* shard-set.c - the shards of one run, together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard-set.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Where a document is; `file` NULL: nowhere yet. */
typedef struct
{
  const JdShardFile *file;
  guint64 offset;
} Place;

struct JdShardSet
{
  GPtrArray *files; /* of JdShardFile */
  Place *places;    /* of each number */
  guint64 length;
  GByteArray *buffer;
};

/* One check each of a file beside the first of all. */
static gboolean
check_identity (const JdShardFile *file, const char *identity, GError **error)
{
  if (strcmp (file->head.identity, identity) == 0)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
               _ ("%s: of a run with another pipeline, other plugins or another jiandu"),
               file->name);
  return FALSE;
}

static gboolean
check_count (const JdShardFile *file, const JdShardFile *first, GError **error)
{
  const JdShardHead *head = &file->head;

  if (head->shard.count != first->head.shard.count)
    g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: shard %u/%u, but %s is shard %u/%u"),
                 file->name, head->shard.index, head->shard.count, first->name,
                 first->head.shard.index, first->head.shard.count);
  else if (head->total != first->head.total)
    g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                 _ ("%s: of %" PRIu64 " documents, but %s of %" PRIu64
                    ": the inputs were not the same"),
                 file->name, head->total, first->name, first->head.total);
  else
    return TRUE;

  return FALSE;
}

/* `of_index` has the shards so far, by their index. */
static gboolean
check_doubled (const JdShardFile *file, const JdShardFile **of_index, GError **error)
{
  const JdShardFile **place = &of_index[file->head.shard.index - 1];

  if (*place == NULL)
    {
      *place = file;
      return TRUE;
    }
  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: shard %u/%u again; %s is that already"),
               file->name, file->head.shard.index, file->head.shard.count, (*place)->name);
  return FALSE;
}

static gboolean
check_missing (const JdShardFile **of_index, guint count, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    if (of_index[i] == NULL)
      g_string_append_printf (missing, "%s%u/%u", missing->len > 0 ? ", " : "", i + 1, count);
  if (missing->len == 0)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("missing: shard %s"), missing->str);
  return FALSE;
}

static gboolean
check_files (const GPtrArray *files, const char *identity, GError **error)
{
  const JdShardFile *first = g_ptr_array_index (files, 0);
  guint count = first->head.shard.count;
  g_autofree const JdShardFile **of_index = g_new0 (const JdShardFile *, count);

  for (guint i = 0; i < files->len; i++)
    {
      const JdShardFile *file = g_ptr_array_index (files, i);

      if (!check_identity (file, identity, error) || !check_count (file, first, error)
          || !check_doubled (file, of_index, error))
        return FALSE;
    }
  return check_missing (of_index, count, error);
}

static gboolean
place_documents (JdShardSet *set, const JdShardFile *file, GError **error)
{
  for (guint i = 0; i < file->places->len; i++)
    {
      const JdShardPlace *there = &g_array_index (file->places, JdShardPlace, i);
      Place *place = &set->places[there->number];

      if (place->file != NULL)
        {
          g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                       _ ("%s: document %" PRIu64 " is also in %s: the inputs were not "
                          "the same"),
                       file->name, there->number + 1, place->file->name);
          return FALSE;
        }
      *place = (Place){ file, there->offset };
    }
  return TRUE;
}

/* The sum is looked at first: a head may tell any total, and that is what is allocated here. */
static gboolean
place_all (JdShardSet *set, GError **error)
{
  const JdShardFile *first = g_ptr_array_index (set->files, 0);
  guint64 sum = 0;

  for (guint i = 0; i < set->files->len; i++)
    sum += ((const JdShardFile *)g_ptr_array_index (set->files, i))->places->len;
  if (sum != first->head.total)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                   _ ("the shards have %" PRIu64 " of %" PRIu64
                      " documents: the inputs were not the same"),
                   sum, first->head.total);
      return FALSE;
    }

  set->length = sum;
  set->places = g_new0 (Place, sum);
  for (guint i = 0; i < set->files->len; i++)
    if (!place_documents (set, g_ptr_array_index (set->files, i), error))
      return FALSE;
  return TRUE;
}

JdShardSet *
jd_shard_set_open (const char *const *paths, const char *identity, GError **error)
{
  g_autoptr (JdShardSet) set = g_new0 (JdShardSet, 1);

  g_return_val_if_fail (paths[0] != NULL, NULL);
  set->files = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_shard_file_free);
  set->buffer = g_byte_array_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    {
      JdShardFile *file = jd_shard_file_open (paths[i], error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (set->files, file);
    }
  if (!check_files (set->files, identity, error) || !place_all (set, error))
    return NULL;

  return g_steal_pointer (&set);
}

void
jd_shard_set_free (JdShardSet *set)
{
  g_ptr_array_unref (set->files);
  g_byte_array_unref (set->buffer);
  g_free (set->places);
  g_free (set);
}

guint64
jd_shard_set_length (const JdShardSet *set)
{
  return set->length;
}

gboolean
jd_shard_set_read (JdShardSet *set, guint64 number, JdEntry *entry, GError **error)
{
  const Place *place = &set->places[number];

  return jd_shard_file_read (place->file, place->offset, set->buffer, entry, error);
}
