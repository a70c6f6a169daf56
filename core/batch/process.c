/* process.c - a worker's process: starting it, ending it, and how it ended
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/batch/worker.h"

/* How long a process whose socket is closed may take to be gone, in milliseconds. */
#define GRACE 200

typedef struct
{
  int ours;
  int theirs;
  int board;
} Ends;

static void
close_all (const Ends *ends)
{
  const int descriptors[] = { ends->ours, ends->theirs, ends->board };

  for (gsize i = 0; i < G_N_ELEMENTS (descriptors); i++)
    if (descriptors[i] >= 0)
      (void)close (descriptors[i]);
}

static gboolean
open_all (Ends *ends)
{
  int sockets[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return FALSE;
  ends->ours = sockets[0];
  ends->theirs = sockets[1];
  ends->board = memfd_create ("jiandu-board", MFD_CLOEXEC);

  return ends->board >= 0 && ftruncate (ends->board, 1) == 0;
}

/* --- Between fork and exec: only what a signal handler may do, too --- */

static void
place (int from, int to)
{
  if (from == to)
    (void)fcntl (to, F_SETFD, 0);
  else
    (void)dup2 (from, to);
}

/* Numbers that are free of each other's way first: a descriptor may have another's number. */
static void
arrange_descriptors (const Ends *ends)
{
  int theirs = fcntl (ends->theirs, F_DUPFD, JD_WORKER_BOARD + 1);
  int board = fcntl (ends->board, F_DUPFD, JD_WORKER_BOARD + 1);
  int nothing = open ("/dev/null", O_RDWR);

  place (nothing, STDIN_FILENO);
  place (nothing, STDOUT_FILENO);
  if (getenv ("JIANDU_DEBUG") == NULL)
    place (nothing, STDERR_FILENO);
  place (theirs, JD_WORKER_SOCKET);
  place (board, JD_WORKER_BOARD);
  (void)close_range (JD_WORKER_BOARD + 1, ~0U, 0);
}

static void
forget_signals (void)
{
  sigset_t none;

  (void)sigemptyset (&none);
  (void)sigprocmask (SIG_SETMASK, &none, NULL);
  (void)signal (SIGINT, SIG_DFL);
  (void)signal (SIGTERM, SIG_DFL);
  (void)signal (SIGPIPE, SIG_DFL);
}

static void
become_worker (const Ends *ends, pid_t parent)
{
  char *const arguments[] = { (char *)"jiandu", (char *)JD_WORKER_COMMAND, NULL };

  (void)setpgid (0, 0);
  (void)prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != parent)
    _exit (0);
  forget_signals ();
  arrange_descriptors (ends);
  (void)execv ("/proc/self/exe", arguments);
  _exit (127);
}

/* --- Here --- */

static gboolean
fail (const Ends *ends, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT, _ ("a worker cannot be started: %s"),
               g_strerror (errno));
  close_all (ends);

  return FALSE;
}

gboolean
jd_process_start (JdProcess *process, GError **error)
{
  Ends ends = { -1, -1, -1 };
  pid_t parent = getpid (), pid;
  gpointer board;

  if (!open_all (&ends))
    return fail (&ends, error);
  board = mmap (NULL, 1, PROT_READ, MAP_SHARED, ends.board, 0);
  pid = board != MAP_FAILED ? fork () : -1;
  if (pid < 0)
    return fail (&ends, error);
  if (pid == 0)
    become_worker (&ends, parent);
  (void)setpgid (pid, pid);
  process->pid = pid;
  process->watch = (int)syscall (SYS_pidfd_open, pid, 0);
  process->socket = ends.ours;
  process->board = board;
  ends.ours = -1;
  close_all (&ends);

  return TRUE;
}

/* Waits a moment for it to end by itself.  Must stay unreaped until its group is killed, or another
 * group may have got the number. */
static gboolean
has_ended (const JdProcess *process)
{
  struct pollfd end = { .fd = process->watch, .events = POLLIN };
  siginfo_t info = { .si_pid = 0 };

  if (process->watch >= 0)
    (void)poll (&end, 1, GRACE);

  return waitid (P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0
         && info.si_pid == process->pid;
}

static int
reap (pid_t pid)
{
  int status = -1;

  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    continue;

  return status;
}

int
jd_process_end (JdProcess *process, gboolean wait)
{
  gboolean ended;
  int status;

  if (process->pid == 0)
    return -1;
  ended = wait && has_ended (process);
  (void)kill (-process->pid, SIGKILL);
  (void)kill (process->pid, SIGKILL);
  status = reap (process->pid);
  (void)close (process->socket);
  if (process->watch >= 0)
    (void)close (process->watch);
  (void)munmap ((gpointer)process->board, 1);
  process->pid = 0;

  return ended ? status : -1;
}
