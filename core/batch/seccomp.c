/* seccomp.c - the few system calls that analyzing a text needs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/seccomp.h"

#include <jiandu/error.h>

#if defined HAVE_SECCOMP && GLIB_SIZEOF_VOID_P == 8
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Any of these bits, and open() changes something.  O_TRUNC empties a file opened for reading. */
#define CHANGES (O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY))

static const int allowed[] = {
  /* memory */
  SCMP_SYS (brk), SCMP_SYS (madvise), SCMP_SYS (mprotect), SCMP_SYS (mremap), SCMP_SYS (munmap),

  /* what is open; receiving and sending messages is out, for these carry descriptors */
  SCMP_SYS (close), SCMP_SYS (dup), SCMP_SYS (dup2), SCMP_SYS (dup3), SCMP_SYS (fstat),
  SCMP_SYS (getdents64), SCMP_SYS (lseek), SCMP_SYS (poll), SCMP_SYS (ppoll), SCMP_SYS (pread64),
  SCMP_SYS (preadv), SCMP_SYS (pselect6), SCMP_SYS (pwrite64), SCMP_SYS (pwritev), SCMP_SYS (read),
  SCMP_SYS (readv), SCMP_SYS (recvfrom), SCMP_SYS (select), SCMP_SYS (shutdown), SCMP_SYS (write),
  SCMP_SYS (writev),

  /* what there is, without opening it */
  SCMP_SYS (access), SCMP_SYS (faccessat), SCMP_SYS (faccessat2), SCMP_SYS (getcwd),
  SCMP_SYS (lstat), SCMP_SYS (newfstatat), SCMP_SYS (readlink), SCMP_SYS (readlinkat),
  SCMP_SYS (stat), SCMP_SYS (statx),

  /* time and waiting */
  SCMP_SYS (clock_getres), SCMP_SYS (clock_gettime), SCMP_SYS (clock_nanosleep), SCMP_SYS (futex),
  SCMP_SYS (getrusage), SCMP_SYS (gettimeofday), SCMP_SYS (nanosleep), SCMP_SYS (restart_syscall),
  SCMP_SYS (sched_yield), SCMP_SYS (time), SCMP_SYS (times),

  /* who and where one is */
  SCMP_SYS (getcpu), SCMP_SYS (getegid), SCMP_SYS (geteuid), SCMP_SYS (getgid), SCMP_SYS (getpid),
  SCMP_SYS (getppid), SCMP_SYS (getrandom), SCMP_SYS (getrlimit), SCMP_SYS (gettid),
  SCMP_SYS (getuid), SCMP_SYS (sched_getaffinity), SCMP_SYS (sysinfo), SCMP_SYS (uname),

  /* one's own signals, and the end */
  SCMP_SYS (exit), SCMP_SYS (exit_group), SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn), SCMP_SYS (sigaltstack)
};

typedef struct
{
  int call;
  struct scmp_arg_cmp argument;
} Condition;

/* Calls that are allowed with this argument only. */
static const Condition conditions[] = {
  { SCMP_SYS (mmap), SCMP_A3_64 (SCMP_CMP_MASKED_EQ, MAP_SHARED, 0) },
  { SCMP_SYS (open), SCMP_A1_64 (SCMP_CMP_MASKED_EQ, CHANGES, 0) },
  { SCMP_SYS (openat), SCMP_A2_64 (SCMP_CMP_MASKED_EQ, CHANGES, 0) },
  { SCMP_SYS (fcntl), SCMP_A1_64 (SCMP_CMP_EQ, F_DUPFD, 0) },
  { SCMP_SYS (fcntl), SCMP_A1_64 (SCMP_CMP_EQ, F_DUPFD_CLOEXEC, 0) },
  { SCMP_SYS (fcntl), SCMP_A1_64 (SCMP_CMP_EQ, F_GETFD, 0) },
  { SCMP_SYS (fcntl), SCMP_A1_64 (SCMP_CMP_EQ, F_SETFD, 0) },
  { SCMP_SYS (fcntl), SCMP_A1_64 (SCMP_CMP_EQ, F_GETFL, 0) },
  { SCMP_SYS (prlimit64), SCMP_A2_64 (SCMP_CMP_EQ, 0, 0) }, /* asks, sets nothing */
  { SCMP_SYS (sendto), SCMP_A4_64 (SCMP_CMP_EQ, 0, 0) },    /* without an address */
};

/* With the process itself as first argument: abort() and raise(). */
static const int to_itself[] = { SCMP_SYS (kill), SCMP_SYS (tgkill) };

gboolean
jd_seccomp_is_offered (void)
{
  guint32 action = SECCOMP_RET_ERRNO;

  return syscall (SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/* All of these give 0 or a negated errno. */
static int
add_allowed (scmp_filter_ctx filter)
{
  int fault = 0;

  for (gsize i = 0; fault == 0 && i < G_N_ELEMENTS (allowed); i++)
    fault = seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0);

  return fault;
}

static int
add_conditions (scmp_filter_ctx filter)
{
  int fault = 0;

  for (gsize i = 0; fault == 0 && i < G_N_ELEMENTS (conditions); i++)
    fault = seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, conditions[i].call, 1,
                                    &conditions[i].argument);

  return fault;
}

static int
add_to_itself (scmp_filter_ctx filter)
{
  struct scmp_arg_cmp self = SCMP_A0_64 (SCMP_CMP_EQ, (scmp_datum_t)getpid (), 0);
  int fault = 0;

  for (gsize i = 0; fault == 0 && i < G_N_ELEMENTS (to_itself); i++)
    fault = seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, to_itself[i], 1, &self);

  return fault;
}

static int
load (scmp_filter_ctx filter)
{
  int fault = add_allowed (filter);

  fault = fault != 0 ? fault : add_conditions (filter);
  fault = fault != 0 ? fault : add_to_itself (filter);

  return fault != 0 ? fault : seccomp_load (filter);
}

gboolean
jd_seccomp_enter (GError **error)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  int fault = -ENOMEM;

  if (filter != NULL)
    {
      fault = load (filter);
      seccomp_release (filter);
    }
  if (fault == 0)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "seccomp: %s", g_strerror (-fault));
  return FALSE;
}

#else

gboolean
jd_seccomp_is_offered (void)
{
  return FALSE;
}

gboolean
jd_seccomp_enter (GError **error)
{
  g_set_error_literal (error, JD_ERROR, JD_ERROR_CONFIG, "seccomp: not in this build");
  return FALSE;
}

#endif
