/* scan.c - has a plugin been loaded once, by a process that may be lost?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/plugin/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/plugin/safety.h"
#include "core/plugin/verdicts.h"
#include "core/plugin/warden.h"

#define SELF "/proc/self/exe"
#define NOT_STARTED 127

/* The warden keeps the deadline; the host waits so many milliseconds more, for one that was lost.
 */
#define PATIENCE 80

struct JdScan
{
  JdVerdicts *verdicts;
  gboolean again;
};

/* A warden as its host sees it. */
typedef struct
{
  pid_t process;
  int ended;   /* pidfd */
  int channel; /* to be read */
} Warden;

JdScan *
jd_scan_new (gboolean again)
{
  JdScan *scan = g_new0 (JdScan, 1);
  g_autofree char *file = jd_verdicts_file ();

  scan->verdicts = jd_verdicts_load (file);
  scan->again = again;
  return scan;
}

void
jd_scan_free (JdScan *scan)
{
  if (scan == NULL)
    return;

  jd_verdicts_free (scan->verdicts);
  g_free (scan);
}

static void
move_descriptor (int from, int to)
{
  if (from == to)
    (void)fcntl (to, F_SETFD, 0);
  else
    (void)dup2 (from, to);
}

/* Between fork and exec: system calls only. */
static void G_GNUC_NORETURN
become_warden (int channel, pid_t host, char *const *arguments, char *const *environment)
{
  int nothing;

  (void)setpgid (0, 0);
  (void)prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != host)
    _exit (NOT_STARTED);

  move_descriptor (channel, JD_WARDEN_CHANNEL);
  nothing = open ("/dev/null", O_RDWR);
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (dup2 (nothing, stream) < 0)
      _exit (NOT_STARTED);
  (void)close_range (JD_WARDEN_CHANNEL + 1, ~0U, 0);

  (void)execve (SELF, arguments, environment);
  _exit (NOT_STARTED);
}

static gboolean
start (Warden *warden, const char *path)
{
  char *arguments[] = { (char *)"jiandu", (char *)"scan", (char *)path, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "LD_BIND_NOW", "1", TRUE);
  pid_t host = getpid ();
  int ends[2];

  if (pipe2 (ends, O_CLOEXEC) != 0)
    return FALSE;

  warden->process = fork ();
  if (warden->process == 0)
    become_warden (ends[1], host, arguments, environment);

  (void)close (ends[1]);
  warden->channel = ends[0];
  if (warden->process < 0)
    {
      (void)close (ends[0]);
      return FALSE;
    }
  (void)setpgid (warden->process, warden->process);
  warden->ended = (int)syscall (SYS_pidfd_open, warden->process, 0);
  return TRUE;
}

static gboolean
is_whole (const GString *answer)
{
  return g_str_has_suffix (answer->str, JD_WARDEN_END);
}

/* FALSE: nothing more will come. */
static gboolean
read_some (int channel, GString *answer)
{
  char bytes[JD_WARDEN_ANSWER];
  gssize length = read (channel, bytes, sizeof bytes);

  if (length < 0)
    return errno == EINTR;

  g_string_append_len (answer, bytes, length);
  return length > 0 && answer->len < JD_WARDEN_ANSWER;
}

/* Until the answer is whole, the warden has ended or its time is over (then FALSE). */
static gboolean
listen_to (const Warden *warden, GString *answer)
{
  gint64 end = g_get_monotonic_time () + (jd_warden_deadline () + PATIENCE) * 1000;
  struct pollfd sources[] = { { warden->channel, POLLIN, 0 }, { warden->ended, POLLIN, 0 } };
  gboolean more = TRUE;
  gint64 left;

  while (more && !is_whole (answer))
    {
      left = end - g_get_monotonic_time ();
      if (left <= 0)
        return FALSE;
      if (poll (sources, G_N_ELEMENTS (sources), (int)(left / 1000 + 1)) <= 0)
        continue;
      more = sources[0].revents != 0 && read_some (warden->channel, answer);
    }

  return TRUE;
}

static int
finish (Warden *warden)
{
  int status = 0;

  (void)kill (-warden->process, SIGKILL);
  while (waitpid (warden->process, &status, 0) < 0 && errno == EINTR)
    continue;
  (void)close (warden->channel);
  if (warden->ended >= 0)
    (void)close (warden->ended);
  return status;
}

/* What the warden said, or what became of it; NULL: it never started.  "" for a good plugin, else
 * the reason; free with g_free. */
static char *
ask_warden (const char *path)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  Warden warden;
  gboolean in_time;
  int status;

  if (!start (&warden, path))
    return NULL;

  in_time = listen_to (&warden, answer);
  status = finish (&warden);
  if (is_whole (answer))
    return g_strndup (answer->str, answer->len - strlen (JD_WARDEN_END));
  if (!in_time)
    return jd_warden_describe_delay ();
  if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_STARTED)
    return NULL;
  return jd_warden_describe_end (status);
}

static gboolean
refuse (const char *reason, GError **error)
{
  if (reason == NULL)
    return TRUE;

  g_set_error_literal (error, JD_ERROR, JD_ERROR_PLUGIN, reason);
  return FALSE;
}

static gboolean
check (JdScan *scan, const char *path, gboolean retry, GError **error)
{
  g_autofree char *reason = NULL;
  const char *kept;
  JdFileState state;

  if (!jd_safety_check (path, error))
    return FALSE;
  if (!jd_file_state_read (path, &state))
    return refuse (g_strerror (errno), error);
  if (!scan->again && jd_verdicts_find (scan->verdicts, path, &state, &kept)
      && (kept == NULL || !retry))
    return refuse (kept, error);

  reason = ask_warden (path);
  if (reason == NULL)
    return refuse (_ ("cannot be tried: jiandu could not start itself"), error);

  kept = *reason != '\0' ? reason : NULL;
  jd_verdicts_set (scan->verdicts, path, &state, kept);
  (void)jd_verdicts_save (scan->verdicts);
  return refuse (kept, error);
}

gboolean
jd_scan_check (JdScan *scan, const char *path, gboolean retry, GError **error)
{
  if (check (scan, path, retry, error))
    return TRUE;

  g_prefix_error (error, "%s: ", path);
  return FALSE;
}
