/* traces.c - what loading a plugin must leave as it was
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/traces.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#define N_STREAMS (STDERR_FILENO + 1)

struct JdTraces
{
  struct stat streams[N_STREAMS];
  struct stat folder;
  char **environment;
  mode_t mask;
};

static gboolean streams_changed (const JdTraces *before);
static gboolean has_output (const JdTraces *before);
static gboolean folder_changed (const JdTraces *before);
static gboolean environment_changed (const JdTraces *before);
static gboolean mask_changed (const JdTraces *before);
static gboolean has_timer (const JdTraces *before);

static const struct
{
  gboolean (*is_there) (const JdTraces *before);
  const char *reason;
} traces[] = {
  { streams_changed, N_ ("closes or replaces the standard streams while loading") },
  { has_output, N_ ("writes to standard output while loading") },
  { folder_changed, N_ ("changes the working folder while loading") },
  { environment_changed, N_ ("changes the environment while loading") },
  { mask_changed, N_ ("changes the file mode mask while loading") },
  { has_timer, N_ ("starts a timer while loading") },
};

static mode_t
current_mask (void)
{
  mode_t mask = umask (0);

  (void)umask (mask);
  return mask;
}

JdTraces *
jd_traces_take (void)
{
  JdTraces *now = g_new0 (JdTraces, 1);

  for (int i = 0; i < N_STREAMS; i++)
    (void)fstat (i, &now->streams[i]);
  (void)stat (".", &now->folder);
  now->environment = g_get_environ ();
  now->mask = current_mask ();
  return now;
}

void
jd_traces_free (JdTraces *before)
{
  if (before == NULL)
    return;

  g_strfreev (before->environment);
  g_free (before);
}

static gboolean
is_same (const struct stat *one, const struct stat *other)
{
  return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

static gboolean
streams_changed (const JdTraces *before)
{
  struct stat now;

  for (int i = 0; i < N_STREAMS; i++)
    if (fstat (i, &now) != 0 || !is_same (&now, &before->streams[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_output (const JdTraces *before)
{
  struct stat now;

  (void)fflush (stdout);
  return fstat (STDOUT_FILENO, &now) != 0 || now.st_size != before->streams[STDOUT_FILENO].st_size;
}

static gboolean
folder_changed (const JdTraces *before)
{
  struct stat now;

  return stat (".", &now) != 0 || !is_same (&now, &before->folder);
}

static gboolean
environment_changed (const JdTraces *before)
{
  g_auto (GStrv) now = g_get_environ ();

  return !g_strv_equal ((const char *const *)before->environment, (const char *const *)now);
}

static gboolean
mask_changed (const JdTraces *before)
{
  return current_mask () != before->mask;
}

static gboolean
has_timer (const JdTraces *before)
{
  static const int timers[] = { ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF };
  struct itimerval now;

  (void)before;
  for (gsize i = 0; i < G_N_ELEMENTS (timers); i++)
    if (getitimer (timers[i], &now) == 0 && timerisset (&now.it_value))
      return TRUE;

  return FALSE;
}

char *
jd_traces_compare (const JdTraces *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    if (traces[i].is_there (before))
      return g_strdup (_ (traces[i].reason));

  return NULL;
}
