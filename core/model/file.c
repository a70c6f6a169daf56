/* file.c - reads settings and tables of the user's
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <jiandu/error.h>

#define MAX_BYTES ((gsize)64 << 20)

static gboolean
read_stream (FILE *stream, GByteArray *bytes)
{
  guint8 block[65536];
  gsize got;

  while (bytes->len <= MAX_BYTES && (got = fread (block, 1, sizeof block, stream)) > 0)
    g_byte_array_append (bytes, block, (guint)got);

  return !ferror (stream);
}

char *
jd_file_read (const char *path, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  FILE *stream = g_fopen (path, "rbe");
  gboolean read = stream != NULL && read_stream (stream, bytes);
  int reason = errno;

  if (stream != NULL)
    (void)fclose (stream);
  if (!read)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s: %s", path, g_strerror (reason));
      return NULL;
    }
  if (bytes->len > MAX_BYTES)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s: larger than %d MiB"), path,
                   (int)(MAX_BYTES >> 20));
      return NULL;
    }

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *)"", 1);

  return (char *)g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
