/* sandbox.c - what a worker may still do once documents come
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/sandbox.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "core/batch/landlock.h"
#include "core/batch/seccomp.h"

#include <jiandu/error.h>

static const char *const encodings[] = {
  "GB18030", "GBK", "GB2312", "BIG5", "BIG5-HKSCS", "UTF-16", "UTF-16LE", "UTF-16BE",
};

/* Catalogs are read at the first message looked up in them; every one has a message "". */
static const char *const catalogs[] = { GETTEXT_PACKAGE, "glib20", "libc" };

char *
jd_sandbox_probe (void)
{
  gboolean landlock = jd_landlock_version () > 0;
  gboolean seccomp = jd_seccomp_is_offered ();

  if (landlock && seccomp)
    return NULL;

  return g_strconcat (landlock ? "" : "Landlock", landlock || seccomp ? "" : ", ",
                      seccomp ? "" : "seccomp", NULL);
}

gboolean
jd_sandbox_check (GError **error)
{
  g_autofree char *missing = jd_sandbox_probe ();

  if (missing == NULL)
    return TRUE;
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("sandbox: not to be had here without %s; use --isolation process"), missing);

  return FALSE;
}

static void
close_converter (gpointer converter)
{
  (void)g_iconv_close ((GIConv)converter);
}

static void
open_converter (GPtrArray *converters, const char *to, const char *from)
{
  GIConv converter = g_iconv_open (to, from);

  if (converter != (GIConv)-1)
    g_ptr_array_add (converters, converter);
}

GPtrArray *
jd_sandbox_warm (void)
{
  GPtrArray *converters = g_ptr_array_new_with_free_func (close_converter);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      open_converter (converters, "UTF-8", encodings[i]);
      open_converter (converters, encodings[i], "UTF-8");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (catalogs); i++)
    (void)dgettext (catalogs[i], "");
  tzset ();
  g_time_zone_unref (g_time_zone_new_local ());

  return converters;
}

static gboolean
refuse_errno (const char *what, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "sandbox: %s: %s", what, g_strerror (errno));
  return FALSE;
}

/* No more than the hard limit, which only root could raise. */
static gboolean
set_limit (int resource, rlim_t value, GError **error)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) != 0)
    return refuse_errno ("getrlimit", error);
  limit.rlim_max = MIN (limit.rlim_max, value);
  limit.rlim_cur = limit.rlim_max;

  return setrlimit (resource, &limit) == 0 || refuse_errno ("setrlimit", error);
}

static gboolean
limit_memory (gsize bytes, GError **error)
{
#ifndef __SANITIZE_ADDRESS__
  return bytes == 0 || set_limit (RLIMIT_AS, bytes, error);
#else
  (void)bytes;
  (void)error;
  return TRUE;
#endif
}

static gboolean
limit_process (const JdLimits *limits, GError **error)
{
  return set_limit (RLIMIT_CORE, 0, error) && limit_memory (limits->memory, error);
}

/* A thread that an analyzer started while it was prepared would stay outside Landlock. */
static gboolean
check_alone (GError **error)
{
  struct stat tasks;
  guint threads;

  if (stat ("/proc/self/task", &tasks) != 0)
    return refuse_errno ("/proc/self/task", error);

  threads = (guint)tasks.st_nlink - 2;
  if (threads == 1)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("sandbox: %u threads run already, and only one can be locked in; analyzers that "
                  "start threads need --isolation process"),
               threads);
  return FALSE;
}

static gboolean
lock_in (const JdLimits *limits, GError **error)
{
  if (!check_alone (error) || !set_limit (RLIMIT_FSIZE, 0, error))
    return FALSE;
  if (signal (SIGXFSZ, SIG_IGN) == SIG_ERR)
    return refuse_errno ("signal", error);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return refuse_errno ("prctl", error);

  return jd_landlock_enter (limits->readable, error) && jd_seccomp_enter (error);
}

static gboolean
enter_sandbox (const JdLimits *limits, char **missing, GError **error)
{
  g_autofree char *lacking = missing != NULL ? jd_sandbox_probe () : NULL;

  if (lacking == NULL)
    return jd_sandbox_check (error) && lock_in (limits, error);

  *missing = g_steal_pointer (&lacking);
  return TRUE;
}

gboolean
jd_sandbox_enter (JdIsolation isolation, const JdLimits *limits, char **missing, GError **error)
{
  if (isolation == JD_ISOLATION_OFF)
    return TRUE;
  if (!limit_process (limits, error))
    return FALSE;

  return isolation == JD_ISOLATION_PROCESS || enter_sandbox (limits, missing, error);
}
