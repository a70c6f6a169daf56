/* spool.c - digests on the disk until the corpus stage, so that memory does not grow with them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct JdSpool
{
  FILE *file;
  char *folder; /* for messages */
};

/* Not every file system knows files without a name. */
static int
open_named (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ".jiandu-XXXXXX", NULL);
  int descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    (void)g_unlink (path);

  return descriptor;
}

static gboolean
fail (const JdSpool *spool, GError **error)
{
  g_autofree char *shown = g_filename_display_name (spool->folder);

  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("%s: temporary file: %s"), shown,
               g_strerror (errno));

  return FALSE;
}

JdSpool *
jd_spool_new (const char *folder, GError **error)
{
  g_autoptr (JdSpool) spool = g_new0 (JdSpool, 1);
  int descriptor;

  spool->folder = g_strdup (folder != NULL ? folder : g_get_tmp_dir ());
  descriptor = open (spool->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    descriptor = open_named (spool->folder);
  spool->file = descriptor >= 0 ? fdopen (descriptor, "w+b") : NULL;
  if (spool->file != NULL)
    return g_steal_pointer (&spool);
  (void)fail (spool, error);

  return NULL;
}

void
jd_spool_free (JdSpool *spool)
{
  if (spool == NULL)
    return;
  if (spool->file != NULL)
    (void)fclose (spool->file);
  g_free (spool->folder);
  g_free (spool);
}

gboolean
jd_spool_add (JdSpool *spool, GBytes *bytes, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return (fwrite (&length, sizeof length, 1, spool->file) == 1
          && fwrite (data, 1, length, spool->file) == length)
         || fail (spool, error);
}

gboolean
jd_spool_rewind (JdSpool *spool, GError **error)
{
  return fseeko (spool->file, 0, SEEK_SET) == 0 || fail (spool, error);
}

gboolean
jd_spool_next (JdSpool *spool, GByteArray *bytes, GError **error)
{
  gsize length;

  if (fread (&length, sizeof length, 1, spool->file) != 1)
    {
      if (ferror (spool->file))
        (void)fail (spool, error);
      return FALSE;
    }
  g_byte_array_set_size (bytes, (guint)length);

  return fread (bytes->data, 1, length, spool->file) == length || fail (spool, error);
}
