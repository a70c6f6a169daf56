/* load.c - misbehaves as soon as it is loaded, in the way that its file is named for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One shared object, to be copied: load_abort.so aborts, load_loop.so never comes back.  Under any
 * other name, load_good.so say, it does nothing and is a sound plugin.
 */
#include "../fault.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MANY 20000

static void
be_stopped (void)
{
  raise (SIGSTOP);
}

static void
segfault (void)
{
  raise (SIGSEGV);
}

static void
divide (void)
{
  raise (SIGFPE);
}

static int
descend (volatile char *above)
{
  volatile char frame[4096];

  frame[0] = above[0];
  return above == NULL ? 0 : descend (frame) + frame[0];
}

static void
recurse (void)
{
  volatile char top = 0;

  exit (descend (&top));
}

static void
leave (void)
{
  exit (0);
}

static void
leave_at_once (void)
{
  _exit (0);
}

static void
leave_with_three (void)
{
  _exit (3);
}

static void
become_another (void)
{
  execl ("/bin/true", "true", (char *)NULL);
}

static void
close_all (void)
{
  for (int file = 0; file < 1024; file++)
    close (file);
}

static void
loop (void)
{
  for (volatile unsigned turns = 0;; turns++)
    continue;
}

static void
wait_for_ever (void)
{
  for (;;)
    pause ();
}

static void
loop_deaf (void)
{
  sigset_t all;

  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, NULL);
  loop ();
}

static void
eat_memory (void)
{
  for (;;)
    memset (malloc (1 << 20), 1, 1 << 20);
}

static void
print_records (void)
{
  for (int i = 0; i < MANY; i++)
    printf ("{\"document\":{\"id\":\"%d\"}}\n", i);
}

static void
print_without_end (void)
{
  static const char bytes[1 << 16];

  while (write (STDOUT_FILENO, bytes, sizeof bytes) > 0)
    continue;
}

/* A child that leaves its group and its session and lives on. */
static void
start_daemon (void)
{
  if (fork () == 0)
    {
      setsid ();
      if (fork () == 0)
        wait_for_ever ();
      wait_for_ever ();
    }
}

static void
start_seven (void)
{
  pid_t self = getpid ();

  for (int i = 0; i < 3; i++)
    if (fork () < 0)
      abort ();
  if (getpid () == self)
    return;
  setsid ();
  wait_for_ever ();
}

static void
change_folder (void)
{
  if (chdir ("/") != 0)
    abort ();
}

static void
change_environment (void)
{
  setenv ("LANGUAGE", "zh_CN", 1);
}

static void
change_mask (void)
{
  umask (0);
}

static void
start_alarm (void)
{
  alarm (1);
}

static void
let_alarm_ring (void)
{
  ualarm (1, 0);
  wait_for_ever ();
}

static void
kill_parent (void)
{
  kill (getppid (), SIGKILL);
  wait_for_ever ();
}

static void
stop_parent (void)
{
  kill (getppid (), SIGSTOP);
  wait_for_ever ();
}

static void
kill_group (void)
{
  kill (0, SIGTERM);
}

/* Counts in the file that $JIANDU_LOADS names how often it was loaded. */
static void
count (void)
{
  int file = open (getenv ("JIANDU_LOADS"), O_WRONLY | O_APPEND | O_CREAT, 0600);

  if (write (file, "x", 1) != 1)
    abort ();
  close (file);
}

static void
count_and_crash (void)
{
  count ();
  raise (SIGSEGV);
}

static const struct
{
  const char *name;
  void (*act) (void);
} acts[] = {
  { "load_abort", abort },
  { "load_alarm", start_alarm },
  { "load_blocked", loop_deaf },
  { "load_close", close_all },
  { "load_count", count },
  { "load_count_crash", count_and_crash },
  { "load_daemon", start_daemon },
  { "load_divide", divide },
  { "load_seven", start_seven },
  { "load_exec", become_another },
  { "load_exit", leave },
  { "load_exit_now", leave_at_once },
  { "load_exit_three", leave_with_three },
  { "load_flood", print_without_end },
  { "load_folder", change_folder },
  { "load_group", kill_group },
  { "load_loop", loop },
  { "load_mask", change_mask },
  { "load_memory", eat_memory },
  { "load_parent", kill_parent },
  { "load_pause", wait_for_ever },
  { "load_print", print_records },
  { "load_recurse", recurse },
  { "load_ring", let_alarm_ring },
  { "load_segfault", segfault },
  { "load_setenv", change_environment },
  { "load_stop", be_stopped },
  { "load_stop_parent", stop_parent },
};

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  JdRecord record;

  (void)state;
  (void)error;
  jd_document_text (document, &length);
  record = jd_output_append (output, "fault", 0, length);
  jd_record_set_integer (record, "length", (gint64)length);
  return TRUE;
}

static char own_name[64];

/* Its name is its file's, whatever that is. */
const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN (own_name, "misbehaves when it is loaded, as its name says"),
  .gives = fault_gives,
  .analyze = analyze,
};

static void __attribute__ ((constructor)) misbehave (void)
{
  Dl_info info;
  const char *slash;

  if (dladdr (&jd_analyzer, &info) == 0 || (slash = strrchr (info.dli_fname, '/')) == NULL)
    return;

  g_strlcpy (own_name, slash + 1, sizeof own_name);
  own_name[strcspn (own_name, ".")] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (strcmp (acts[i].name, own_name) == 0)
      acts[i].act ();
}
