/* warden.c - the throw-away process that loads one plugin, to see whether it can be loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/plugin/warden.h"

#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/plugin/load.h"
#include "core/plugin/traces.h"

#define MEBIBYTE (1 << 20)
#define MEMORY_LIMIT 512 /* MiB */
#define OUTPUT_LIMIT 16  /* MiB */
#define LONGEST 60.0     /* seconds */
#define SWEEPS 200
#define SWEEP_PAUSE 500 /* microseconds */

/* In memory that both processes share: the plugin may close every descriptor. */
typedef struct
{
  atomic_bool decided;
  char reason[JD_WARDEN_ANSWER - 16]; /* "": none */
} Answer;

gint64
jd_warden_deadline (void)
{
  const char *value = getauxval (AT_SECURE) ? NULL : g_getenv ("JIANDU_SCAN_TIMEOUT");
  double seconds = value != NULL ? g_ascii_strtod (value, NULL) : 0;

  return seconds > 0 && seconds <= LONGEST ? (gint64)(seconds * 1000 + 0.5) : 1000;
}

char *
jd_warden_describe_delay (void)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%g", (double)jd_warden_deadline () / 1000);
  return g_strdup_printf (_ ("did not load within %s s"), seconds);
}

char *
jd_warden_describe_end (int status)
{
  if (WIFSIGNALED (status))
    return g_strdup_printf (_ ("crashed (%s) while loading"), strsignal (WTERMSIG (status)));

  return g_strdup_printf (_ ("left with status %d while loading"), WEXITSTATUS (status));
}

/* --- the child --- */

static void
set_limit (__rlimit_resource_t resource, rlim_t most)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) != 0)
    return;

  limit.rlim_max = MIN (limit.rlim_max, most);
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit (resource, &limit);
}

static void
set_limits (void)
{
  /* The address sanitizer reserves terabytes. */
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, (rlim_t)MEMORY_LIMIT * MEBIBYTE);
#endif
  set_limit (RLIMIT_CPU, (rlim_t)(jd_warden_deadline () / 1000 + 1));
  set_limit (RLIMIT_FSIZE, (rlim_t)OUTPUT_LIMIT * MEBIBYTE);
  set_limit (RLIMIT_CORE, 0);
}

/* A file as standard output shows whether anything was written. */
static void
catch_output (void)
{
  int file = memfd_create ("output", MFD_CLOEXEC);

  (void)dup2 (file, STDOUT_FILENO);
  (void)close (file);
}

/* NULL: it can be loaded, and did nothing else; free with g_free. */
static char *
try_plugin (const char *path)
{
  g_autoptr (JdTraces) traces = jd_traces_take ();
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *name = g_strndup (file, strcspn (file, "."));
  g_autofree JdAnalyzer *analyzer = NULL;
  g_autoptr (GError) error = NULL;

  analyzer = jd_plugin_load (path, name, &error);
  if (analyzer != NULL)
    return jd_traces_compare (traces);

  return g_strdup (error->message + strlen (path) + strlen (": "));
}

static void G_GNUC_NORETURN
run_child (const char *path, pid_t warden, Answer *answer)
{
  g_autofree char *reason = NULL;

  (void)setpgid (0, 0);
  (void)prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != warden)
    _exit (EXIT_FAILURE);

  (void)close (JD_WARDEN_CHANNEL);
  set_limits ();
  catch_output ();
  reason = try_plugin (path);
  g_strlcpy (answer->reason, reason != NULL ? reason : "", sizeof answer->reason);
  atomic_store (&answer->decided, TRUE);
  _exit (EXIT_SUCCESS);
}

/* --- the warden --- */

static void
kill_if_child (const char *process)
{
  g_autofree char *file = g_build_filename ("/proc", process, "stat", NULL);
  g_autofree char *text = NULL;
  const char *name_end;
  int parent;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return;

  name_end = strrchr (text, ')');
  if (name_end != NULL && sscanf (name_end, ") %*c %d", &parent) == 1 && parent == getpid ())
    (void)kill ((pid_t)g_ascii_strtoll (process, NULL, 10), SIGKILL);
}

static void
kill_children (void)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while (processes != NULL && (name = g_dir_read_name (processes)) != NULL)
    if (g_ascii_isdigit (*name))
      kill_if_child (name);
}

/* What the plugin started became the warden's when its parent ended.  Each sweep ends one
 * generation.  TRUE: there was something. */
static gboolean
sweep (void)
{
  gboolean found = FALSE;

  for (guint i = 0; i < SWEEPS; i++)
    {
      pid_t process = waitpid (-1, NULL, WNOHANG);

      if (process < 0)
        return found;
      found = TRUE;
      if (process > 0)
        continue;
      kill_children ();
      g_usleep (SWEEP_PAUSE);
    }

  return found;
}

/* FALSE: the time was over. */
static gboolean
wait_for (pid_t child)
{
  gint64 end = g_get_monotonic_time () + jd_warden_deadline () * 1000;
  struct pollfd ended = { (int)syscall (SYS_pidfd_open, child, 0), POLLIN, 0 };
  gint64 left;
  int n_ready = 0;

  while (n_ready <= 0 && (left = end - g_get_monotonic_time ()) > 0)
    n_ready = poll (&ended, 1, (int)(left / 1000 + 1));

  if (ended.fd >= 0)
    (void)close (ended.fd);
  return n_ready > 0;
}

/* A process that could get no more memory dies of something else. */
static gboolean
was_out_of_memory (int status, const struct rusage *usage)
{
  return WIFSIGNALED (status) && usage->ru_maxrss > (long)MEMORY_LIMIT * 1024 / 8 * 7;
}

/* NULL: nothing against the plugin; free with g_free. */
static char *
judge (pid_t child, const Answer *answer)
{
  struct rusage usage = { 0 };
  int status = 0;
  gboolean in_time = wait_for (child);
  gboolean left_something;

  (void)kill (-child, SIGKILL);
  (void)kill (child, SIGKILL);
  (void)wait4 (child, &status, 0, &usage);
  left_something = sweep ();

  if (!in_time)
    return jd_warden_describe_delay ();
  if (!atomic_load (&answer->decided))
    return was_out_of_memory (status, &usage)
               ? g_strdup_printf (_ ("took more than %d MiB of memory while loading"), MEMORY_LIMIT)
               : jd_warden_describe_end (status);
  if (answer->reason[0] != '\0')
    return g_strdup (answer->reason);
  return left_something ? g_strdup (_ ("starts a process while loading")) : NULL;
}

static void
tell (const char *reason)
{
  g_autofree char *line = g_strdup (reason != NULL ? reason : "");
  g_autofree char *text = g_strconcat (g_strdelimit (line, "\n", ' '), JD_WARDEN_END, NULL);

  if (write (JD_WARDEN_CHANNEL, text, strlen (text)) < 0)
    _exit (EXIT_FAILURE);
}

/* The host may ignore or block signals that matter here. */
static void
reset_signals (void)
{
  sigset_t none;

  (void)sigemptyset (&none);
  (void)sigprocmask (SIG_SETMASK, &none, NULL);
  (void)signal (SIGCHLD, SIG_DFL);
}

void
jd_warden_run (const char *path)
{
  Answer *answer
      = mmap (NULL, sizeof *answer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_autofree char *reason = NULL;
  pid_t self = getpid ();
  pid_t child;

  reset_signals ();
  if (answer == MAP_FAILED || prctl (PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0)
    _exit (EXIT_FAILURE);

  child = fork ();
  if (child < 0)
    _exit (EXIT_FAILURE);
  if (child == 0)
    run_child (path, self, answer);

  reason = judge (child, answer);
  tell (reason);
  _exit (EXIT_SUCCESS);
}
