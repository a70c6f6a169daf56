/* sync.c - names on the disk
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/sync.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

gboolean
jd_sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;
  int failure = errno;

  if (descriptor >= 0)
    (void)close (descriptor);
  errno = failure;
  return done;
}
