/* test-shard-file.c - the results of one shard, sealed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/shard-file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/shards.h"

static const Made sample = { "2-of-3.shard", { (char *)"5e1f0d", { 2, 3 }, 100 }, 1, 100, 3 };

START_TEST (gives_back_what_was_sealed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autofree char *path = NULL;
  g_autoptr (JdShardFile) file = NULL;

  set_up ();
  path = make_shard (&sample);
  file = jd_shard_file_open (path, &error);
  jd_assert_no_error (error);
  ck_assert_str_eq (file->head.identity, "5e1f0d");
  ck_assert_uint_eq (file->head.shard.index, 2);
  ck_assert_uint_eq (file->head.shard.count, 3);
  ck_assert_uint_eq (file->head.total, 100);
  ck_assert_uint_eq (file->places->len, 33);
  for (guint i = 0; i < 33; i++)
    {
      JdShardPlace place = g_array_index (file->places, JdShardPlace, i);
      g_autofree char *wanted = g_strdup_printf ("document\n%u\n", 1 + 3 * i);
      JdEntry entry;

      ck_assert_int_eq (jd_shard_file_read (file, place.offset, buffer, &entry, &error), TRUE);
      ck_assert_uint_eq (entry.number, 1 + 3 * i);
      ck_assert_uint_eq (place.number, 1 + 3 * i);
      ck_assert_uint_eq (entry.status, 1);
      ck_assert_uint_eq (entry.length, strlen (wanted));
      ck_assert_int_eq (memcmp (entry.payload, wanted, entry.length), 0);
    }
  tear_down ();
}
END_TEST

START_TEST (a_shard_may_be_empty)
{
  static const Made made = { "empty", { (char *)"5e1f0d", { 1, 3 }, 0 }, 0, 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (JdShardFile) file = NULL;

  set_up ();
  path = make_shard (&made);
  file = jd_shard_file_open (path, &error);
  jd_assert_no_error (error);
  ck_assert_uint_eq (file->places->len, 0);
  tear_down ();
}
END_TEST

START_TEST (leaves_nothing_when_it_is_not_sealed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  JdShardWriter *writer;

  set_up ();
  path = path_of ("s");
  writer = jd_shard_writer_new (path, &sample.head, &error);
  ck_assert_int_eq (add_document (writer, 1, &error), TRUE);
  jd_shard_writer_free (writer);
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
}
END_TEST

/* Opens a file of these bytes; the message, NULL when it was taken. */
static char *
try_bytes (const char *bytes, gsize length)
{
  g_autofree char *path = path_of ("damaged");
  g_autoptr (GError) error = NULL;
  g_autoptr (JdShardFile) file = NULL;

  ck_assert_int_eq (g_file_set_contents (path, bytes, (gssize)length, NULL), TRUE);
  file = jd_shard_file_open (path, &error);
  if (file != NULL)
    return NULL;
  ck_assert_int_eq (error->code, JD_ERROR_INPUT);
  ck_assert_int_eq (g_str_has_prefix (error->message, path), TRUE);
  return g_strdup (error->message + strlen (path));
}

START_TEST (believes_no_cut_one)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  guint unsealed = 0;
  gsize length;

  set_up ();
  path = make_shard (&sample);
  g_file_get_contents (path, &bytes, &length, NULL);
  for (gsize end = 0; end < length; end++)
    {
      g_autofree char *message = try_bytes (bytes, end);

      ck_assert_ptr_nonnull (message);
      if (strcmp (message, ": not sealed; run shard 2/3 again") == 0)
        unsealed++;
      else if (strcmp (message, ": not a shard") != 0)
        ck_assert_msg (g_str_has_suffix (message, "; run shard 2/3 again"), "%s", message);
    }
  ck_assert_uint_eq (unsealed, 34);
  tear_down ();
}
END_TEST

START_TEST (believes_no_changed_one)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  set_up ();
  path = make_shard (&sample);
  g_file_get_contents (path, &bytes, &length, NULL);
  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *message = NULL;

      bytes[at] ^= (char)(1 << (at % 8));
      message = try_bytes (bytes, length);
      ck_assert_msg (message != NULL, "a bit of byte %zu", at);
      bytes[at] ^= (char)(1 << (at % 8));
    }
  tear_down ();
}
END_TEST

START_TEST (believes_nothing_behind_the_seal)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GString) longer = g_string_new (NULL);
  g_autofree char *message = NULL;
  gsize length;

  set_up ();
  path = make_shard (&sample);
  g_file_get_contents (path, &bytes, &length, NULL);
  g_string_append_len (longer, bytes, (gssize)length);
  g_string_append_c (longer, '\0');
  message = try_bytes (longer->str, longer->len);
  ck_assert_ptr_nonnull (strstr (message, ": damaged at byte "));
  tear_down ();
}
END_TEST

/* A document that is left out between two whole entries. */
START_TEST (notices_a_missing_entry)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *message = NULL;
  g_autoptr (JdShardFile) file = NULL;
  g_autoptr (GString) shorter = g_string_new (NULL);
  JdShardPlace *places;
  gsize length;

  set_up ();
  path = make_shard (&sample);
  g_file_get_contents (path, &bytes, &length, NULL);
  file = jd_shard_file_open (path, NULL);
  places = (JdShardPlace *)file->places->data;
  g_string_append_len (shorter, bytes, (gssize)places[5].offset);
  g_string_append_len (shorter, bytes + places[6].offset, (gssize)(length - places[6].offset));
  message = try_bytes (shorter->str, shorter->len);
  ck_assert_ptr_nonnull (strstr (message, ": damaged at byte "));
  tear_down ();
}
END_TEST

START_TEST (refuses_what_is_no_shard)
{
  static const struct
  {
    const char *path;
    const char *message;
  } rows[] = {
    { "/nonexistent", "/nonexistent: No such file or directory" },
    { "/dev/null", "/dev/null: not a regular file" },
    { "/proc/self/mem", "/proc/self/mem: not a shard" },
    { "/", "/: not a regular file" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ck_assert_ptr_null (jd_shard_file_open (rows[i].path, &error));
      jd_assert_error (error, JD_ERROR_INPUT, rows[i].message);
    }
}
END_TEST

/* In a child with a file size limit, where no assertion can be made: 0 when it went as it should.
 */
static int
fill_up (const char *path, rlim_t limit)
{
  struct rlimit size = { limit, limit };
  g_autoptr (GError) error = NULL;
  g_autoptr (JdShardWriter) writer = NULL;
  gboolean done;

  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &size) != 0)
    return 1;
  writer = jd_shard_writer_new (path, &sample.head, &error);
  done = writer != NULL;
  for (guint n = 1; done && n < 100; n += 3)
    done = add_document (writer, n, &error);
  done = done && jd_shard_writer_seal (writer, &error);

  return !done && g_error_matches (error, JD_ERROR, JD_ERROR_OUTPUT)
                 && g_str_has_suffix (error->message, "s: File too large")
             ? 0
             : 2;
}

START_TEST (a_full_disk_leaves_no_shard)
{
  g_autofree char *path = NULL;

  set_up ();
  path = path_of ("s");
  for (rlim_t limit = 10; limit < 1650; limit += 177)
    {
      int result;
      pid_t child = fork ();

      if (child == 0)
        _exit (fill_up (path, limit));
      ck_assert_int_eq (waitpid (child, &result, 0), child);
      ck_assert_int_eq (result, 0);
    }
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
}
END_TEST

JD_SUITE ("shard-file",
          gives_back_what_was_sealed,
          a_shard_may_be_empty,
          leaves_nothing_when_it_is_not_sealed,
          believes_no_cut_one,
          believes_no_changed_one,
          believes_nothing_behind_the_seal,
          notices_a_missing_entry,
          refuses_what_is_no_shard,
          a_full_disk_leaves_no_shard)
