/* lock.c - one run at a time in an output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct JdLock
{
  int descriptor;
  char *path;
};

/* How often the file may go away between its opening and the lock. */
enum
{
  TRIES = 100,
};

/* EWOULDBLOCK: somebody else has it. */
static int
lock_now (int descriptor)
{
  int result;

  do
    result = flock (descriptor, LOCK_EX | LOCK_NB);
  while (result != 0 && errno == EINTR);

  return result == 0 ? 0 : errno;
}

static void
set_in_use (const JdLock *lock, const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);
  char text[24] = "";
  ssize_t length = pread (lock->descriptor, text, sizeof text - 1, 0);
  guint64 holder = length > 0 ? g_ascii_strtoull (text, NULL, 10) : 0;

  if (holder > 0)
    g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("%s is in use by process %" PRIu64), name,
                 holder);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("%s is in use by another process"), name);
}

static void
set_error (const char *path, int failure, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, "%s: %s", name, g_strerror (failure));
}

/* A holder removes the file before it lets go: whoever opened it before then holds a lock on
 * nothing. */
static gboolean
still_named (const JdLock *lock)
{
  struct stat ours;
  struct stat named;

  return fstat (lock->descriptor, &ours) == 0 && stat (lock->path, &named) == 0
         && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

/* Only the message to others needs it, so a full disk is no reason to stop. */
static void
sign (const JdLock *lock)
{
  char text[24];
  int length = g_snprintf (text, sizeof text, "%ld\n", (long)getpid ());

  if (ftruncate (lock->descriptor, 0) == 0)
    (void)!pwrite (lock->descriptor, text, (size_t)length, 0);
}

/* FALSE without an error: the file went away meanwhile. */
static gboolean
try_lock (JdLock *lock, const char *folder, GError **error)
{
  int failure;

  do
    lock->descriptor = open (lock->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  while (lock->descriptor < 0 && errno == EINTR);

  failure = lock->descriptor < 0 ? errno : lock_now (lock->descriptor);
  if (failure == 0 && still_named (lock))
    return TRUE;

  if (failure == EWOULDBLOCK)
    set_in_use (lock, folder, error);
  else if (failure != 0)
    set_error (lock->path, failure, error);
  if (lock->descriptor >= 0)
    (void)close (lock->descriptor);
  lock->descriptor = -1;
  return FALSE;
}

JdLock *
jd_lock_take (const char *folder, const char *name, GError **error)
{
  JdLock *lock = g_new0 (JdLock, 1);
  g_autoptr (GError) fault = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    set_error (folder, errno, &fault);
  lock->descriptor = -1;
  lock->path = g_build_filename (folder, name, NULL);
  for (guint i = 0; i < TRIES && fault == NULL; i++)
    if (try_lock (lock, folder, &fault))
      {
        sign (lock);
        return lock;
      }

  if (fault == NULL)
    set_in_use (lock, folder, &fault);
  g_propagate_error (error, g_steal_pointer (&fault));
  jd_lock_free (lock);
  return NULL;
}

void
jd_lock_free (JdLock *lock)
{
  if (lock->descriptor >= 0)
    {
      (void)unlink (lock->path);
      (void)close (lock->descriptor);
    }
  g_free (lock->path);
  g_free (lock);
}
