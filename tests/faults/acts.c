/* acts.c - what an analyzer must not be able to do to the machine
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "acts.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
opens (const char *path, int flags)
{
  int descriptor = open (path, flags | O_CLOEXEC, 0644);

  return descriptor >= 0 && close (descriptor) == 0;
}

static gboolean
makes (long descriptor)
{
  return descriptor >= 0 && close ((int)descriptor) == 0;
}

#define ACT(name, success)                                                                         \
  static gboolean name (const ActTarget *on)                                                       \
  {                                                                                                \
    (void)on;                                                                                      \
    return (success);                                                                              \
  }

/* files by name */
ACT (write_file, opens (on->file, O_WRONLY))
ACT (append, opens (on->file, O_RDWR | O_APPEND))
ACT (create, opens (on->absent, O_WRONLY | O_CREAT))
ACT (create_to_read, opens (on->absent, O_RDONLY | O_CREAT))
ACT (create_nameless, opens (on->empty, O_TMPFILE | O_WRONLY))
ACT (empty_file, truncate (on->file, 0) == 0)
ACT (empty_to_read, opens (on->file, O_RDONLY | O_TRUNC))
ACT (remove_file, unlink (on->file) == 0)
ACT (rename_file, rename (on->file, on->absent) == 0)
ACT (link_file, link (on->file, on->absent) == 0)
ACT (make_link, symlink ("/etc/passwd", on->absent) == 0)
ACT (make_folder, mkdir (on->absent, 0755) == 0)
ACT (remove_folder, rmdir (on->empty) == 0)
ACT (make_pipe, mkfifo (on->absent, 0644) == 0)
ACT (make_device, mknod (on->absent, S_IFCHR | 0600, 0x103) == 0)
ACT (change_mode, chmod (on->file, 0777) == 0)
ACT (change_owner, chown (on->file, getuid (), getgid ()) == 0)
ACT (change_times, utimensat (AT_FDCWD, on->file, NULL, 0) == 0)
ACT (read_file, opens (on->file, O_RDONLY))
ACT (read_folder, opens (on->empty, O_RDONLY | O_DIRECTORY))
ACT (read_shadow, opens ("/etc/shadow", O_RDONLY))
ACT (read_environment, opens ("/proc/self/environ", O_RDONLY))
ACT (change_folder, chdir (on->folder) == 0)
ACT (change_root, chroot (on->empty) == 0)
ACT (mount_folder, mount ("none", on->empty, "tmpfs", 0, NULL) == 0 && umount (on->empty) == 0)

static gboolean
open_how (const ActTarget *on)
{
  guint64 how[3] = { O_WRONLY, 0, 0 };

  return makes (syscall (SYS_openat2, AT_FDCWD, on->file, how, sizeof how));
}

/* files that are open */
ACT (write_open, pwrite (on->descriptor, "harm", 4, 100) == 4)
ACT (write_below, pwrite (on->descriptor, "harm", 4, 0) == 4)
ACT (empty_open, ftruncate (on->descriptor, 0) == 0)
ACT (change_mode_open, fchmod (on->descriptor, 0777) == 0)
ACT (allocate, fallocate (on->descriptor, 0, 0, 4096) == 0)
ACT (own_signals, fcntl (on->descriptor, F_SETOWN, getppid ()) == 0)
ACT (control, ioctl (on->descriptor, FIGETBSZ, &(int){ 0 }) == 0)
ACT (map_to_write, mmap (NULL, 4, PROT_WRITE, MAP_SHARED, on->descriptor, 0) != MAP_FAILED)

/* descriptors of other kinds */
ACT (tcp, makes (socket (AF_INET, SOCK_STREAM, 0)))
ACT (udp, makes (socket (AF_INET, SOCK_DGRAM, 0)))
ACT (unix_socket, makes (socket (AF_UNIX, SOCK_STREAM, 0)))
ACT (netlink, makes (socket (AF_NETLINK, SOCK_RAW, 0)))
ACT (socket_pair, socketpair (AF_UNIX, SOCK_DGRAM, 0, (int[2]){ 0 }) == 0)
ACT (memory_file, makes (memfd_create ("acts", MFD_CLOEXEC)))
ACT (watch, makes (inotify_init1 (IN_CLOEXEC)))
ACT (io_uring, makes (syscall (SYS_io_uring_setup, 1, (char[256]){ 0 })))
ACT (process_handle, makes (syscall (SYS_pidfd_open, getppid (), 0)))

/* processes */
ACT (run_program, execl ("/bin/true", "true", NULL) == 0)
ACT (run_open, syscall (SYS_execveat, on->descriptor, "", (char *[]){ NULL }, environ, 0x1000) == 0)
ACT (trace_me, ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0)
ACT (trace_parent, ptrace (PTRACE_SEIZE, getppid (), NULL, NULL) == 0)
ACT (signal_parent, kill (getppid (), SIGCONT) == 0)
ACT (signal_group, kill (0, SIGCONT) == 0)
ACT (signal_thread, syscall (SYS_tgkill, getppid (), getppid (), SIGCONT) == 0)
ACT (queue_signal, sigqueue (getppid (), SIGCONT, (union sigval){ 0 }) == 0)
ACT (outlive_parent, prctl (PR_SET_PDEATHSIG, 0) == 0)
ACT (be_dumpable, prctl (PR_SET_DUMPABLE, 1) == 0)
ACT (leave_session, setsid () >= 0)
ACT (new_user, unshare (CLONE_NEWUSER) == 0)
ACT (be_root, setresuid (0, 0, 0) == 0)
ACT (slow_down, setpriority (PRIO_PROCESS, 0, 19) == 0)

static gboolean
ends_well (pid_t child)
{
  if (child == 0)
    _exit (EXIT_SUCCESS);
  return child > 0 && waitpid (child, NULL, 0) == child;
}

ACT (fork_process, ends_well (fork ()))
ACT (clone_process, ends_well ((pid_t)syscall (SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL)))

static void *
idle (void *data)
{
  return data;
}

static gboolean
start_thread (const ActTarget *on)
{
  pthread_t thread;

  (void)on;
  return pthread_create (&thread, NULL, idle, NULL) == 0 && pthread_join (thread, NULL) == 0;
}

static gboolean
read_memory (const ActTarget *on)
{
  char copy[4];
  struct iovec to = { copy, sizeof copy };
  struct iovec from = { (void *)on->file, sizeof copy };

  return process_vm_readv (getpid (), &to, 1, &from, 1, 0) == sizeof copy;
}

static gboolean
raise_limit (const ActTarget *on)
{
  struct rlimit limit;

  (void)on;
  return getrlimit (RLIMIT_NOFILE, &limit) == 0 && setrlimit (RLIMIT_NOFILE, &limit) == 0;
}

const Act acts[] = {
  { "write", TRUE, write_file },
  { "append", TRUE, append },
  { "create", TRUE, create },
  { "create-to-read", TRUE, create_to_read },
  { "create-nameless", FALSE, create_nameless },
  { "truncate", TRUE, empty_file },
  { "truncate-to-read", TRUE, empty_to_read },
  { "unlink", TRUE, remove_file },
  { "rename", TRUE, rename_file },
  { "link", TRUE, link_file },
  { "symlink", TRUE, make_link },
  { "mkdir", TRUE, make_folder },
  { "rmdir", TRUE, remove_folder },
  { "mkfifo", TRUE, make_pipe },
  { "mknod", FALSE, make_device },
  { "chmod", TRUE, change_mode },
  { "chown", TRUE, change_owner },
  { "utimes", TRUE, change_times },
  { "read", TRUE, read_file },
  { "list", TRUE, read_folder },
  { "shadow", FALSE, read_shadow },
  { "environ", FALSE, read_environment },
  { "chdir", TRUE, change_folder },
  { "chroot", FALSE, change_root },
  { "mount", FALSE, mount_folder },
  { "openat2", FALSE, open_how },
  { "write-open", TRUE, write_open },
  { "write-below", TRUE, write_below },
  { "truncate-open", TRUE, empty_open },
  { "chmod-open", TRUE, change_mode_open },
  { "fallocate", FALSE, allocate },
  { "own-signals", TRUE, own_signals },
  { "ioctl", TRUE, control },
  { "map-to-write", TRUE, map_to_write },
  { "tcp", TRUE, tcp },
  { "udp", TRUE, udp },
  { "unix", TRUE, unix_socket },
  { "netlink", TRUE, netlink },
  { "socketpair", TRUE, socket_pair },
  { "memfd", TRUE, memory_file },
  { "inotify", TRUE, watch },
  { "io-uring", FALSE, io_uring },
  { "pidfd", TRUE, process_handle },
  { "exec", TRUE, run_program },
  { "execveat", FALSE, run_open },
  { "ptrace-me", TRUE, trace_me },
  { "ptrace-parent", FALSE, trace_parent },
  { "kill-parent", TRUE, signal_parent },
  { "kill-group", TRUE, signal_group },
  { "tgkill-parent", TRUE, signal_thread },
  { "sigqueue-parent", TRUE, queue_signal },
  { "pdeathsig", TRUE, outlive_parent },
  { "dumpable", TRUE, be_dumpable },
  { "setsid", TRUE, leave_session },
  { "new-user", FALSE, new_user },
  { "setuid", FALSE, be_root },
  { "priority", TRUE, slow_down },
  { "fork", TRUE, fork_process },
  { "clone", TRUE, clone_process },
  { "thread", TRUE, start_thread },
  { "process-vm", TRUE, read_memory },
  { "setrlimit", TRUE, raise_limit },
  { NULL },
};

const Act *
act_find (const char *name)
{
  for (const Act *act = acts; act->name != NULL; act++)
    if (g_str_equal (act->name, name))
      return act;

  return NULL;
}

ActTarget *
act_target_new (const char *folder)
{
  ActTarget *target = g_new0 (ActTarget, 1);

  target->folder = g_strdup (folder);
  target->file = g_build_filename (folder, "file", NULL);
  target->absent = g_build_filename (folder, "absent", NULL);
  target->empty = g_build_filename (folder, "empty", NULL);
  (void)g_file_set_contents (target->file, "untouched\n", -1, NULL);
  (void)mkdir (target->empty, 0755);
  target->descriptor = open (target->file, O_RDWR | O_CLOEXEC);

  return target;
}

void
act_target_free (ActTarget *target)
{
  if (target->descriptor >= 0)
    (void)close (target->descriptor);
  g_free (target->folder);
  g_free (target->file);
  g_free (target->absent);
  g_free (target->empty);
  g_free (target);
}
