/* test-sandbox.c - core/batch/sandbox.c: nothing forbidden succeeds, and what is needed still does
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/sandbox.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/faults/acts.h"
#include "tests/unit/suite.h"

#define MIB ((gsize)1 << 20)
#define NOBODY 65534

/* How a child ends.  An act that runs another program ends with that one's status, which is 0. */
enum
{
  SUCCEEDED = 0,
  REFUSED = 3,
  NOT_ENTERED = 4,
};

static const JdLimits plain = { .memory = 512 * MIB };

/* In a child: exits. */
static void
enter_or_leave (JdIsolation isolation, const JdLimits *limits)
{
  g_autoptr (GError) error = NULL;

  if (jd_sandbox_enter (isolation, limits, NULL, &error))
    return;
  g_printerr ("%s\n", error->message);
  _exit (NOT_ENTERED);
}

static int
wait_for (pid_t child)
{
  int status;

  ck_assert_int_gt (child, 0);
  ck_assert_int_eq (waitpid (child, &status, 0), child);

  return status;
}

/* A folder that everybody may write to. */
static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("jiandu-sandbox-XXXXXX", NULL);

  ck_assert_ptr_nonnull (folder);
  ck_assert_int_eq (chmod (folder, 0777), 0);

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  ck_assert_int_eq (system (command), 0);
}

static void
become_nobody (void)
{
  if (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
    _exit (NOT_ENTERED);
}

static void
try_act (const Act *act, const char *folder, gboolean as_nobody, JdIsolation isolation)
{
  ActTarget *target;

  if (as_nobody)
    become_nobody ();
  target = act_target_new (folder);
  enter_or_leave (isolation, &plain);
  _exit (act->try (target) ? SUCCEEDED : REFUSED);
}

static void
check_untouched (const char *name, const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_autofree char *content = NULL;
  struct stat info;

  ck_assert_msg (g_file_get_contents (file, &content, NULL, NULL), "%s: the file is gone", name);
  ck_assert_msg (g_str_equal (content, "untouched\n"), "%s: the file holds %s", name, content);
  ck_assert_int_eq (stat (file, &info), 0);
  ck_assert_msg ((info.st_mode & 0133) == 0, "%s: mode %04o", name, info.st_mode & 07777);
  ck_assert_msg (info.st_nlink == 1, "%s: linked", name);
  ck_assert_msg (lstat (absent, &info) != 0, "%s: made something", name);
  ck_assert_msg (g_file_test (empty, G_FILE_TEST_IS_DIR), "%s: the folder is gone", name);
}

/* How the child that tries it ends. */
static int
outcome_of (const Act *act, gboolean as_nobody, JdIsolation isolation)
{
  g_autofree char *folder = make_folder ();
  pid_t child = fork ();
  int status;

  if (child == 0)
    try_act (act, folder, as_nobody, isolation);
  status = wait_for (child);
  if (isolation == JD_ISOLATION_SANDBOX)
    check_untouched (act->name, folder);
  remove_folder (folder);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

static void
check_acts (gboolean as_nobody)
{
  for (const Act *act = acts; act->name != NULL; act++)
    {
      int inside = outcome_of (act, as_nobody, JD_ISOLATION_SANDBOX);

      ck_assert_msg (inside == REFUSED, "%s: %d inside the sandbox", act->name, inside);
    }
}

START_TEST (refuses_every_act) { check_acts (FALSE); }
END_TEST

START_TEST (refuses_every_act_of_an_ordinary_user)
{
  if (geteuid () == 0)
    check_acts (TRUE);
}
END_TEST

/* Else the two tests above could not fail. */
START_TEST (acts_succeed_without_the_sandbox)
{
  for (const Act *act = acts; act->name != NULL; act++)
    {
      int outside = act->free ? outcome_of (act, geteuid () == 0, JD_ISOLATION_PROCESS) : SUCCEEDED;

      ck_assert_msg (outside == SUCCEEDED, "%s: %d without the sandbox", act->name, outside);
    }
}
END_TEST

/* What is needed inside: each gives TRUE. */
static gboolean
allocates (void)
{
  gsize size = 64 * MIB;
  char *volatile bytes = malloc (size);
  gboolean done = bytes != NULL && memset (bytes, 7, size) == bytes && bytes[size - 1] == 7;

  free (bytes);
  return done;
}

static gboolean
converts (void)
{
  g_autofree char *text = g_convert ("\xd5\xfe\xb8\xae", 4, "UTF-8", "GB18030", NULL, NULL, NULL);
  g_autofree char *back = g_convert ("政府", -1, "UTF-16LE", "UTF-8", NULL, NULL, NULL);

  return g_strcmp0 (text, "政府") == 0 && back != NULL;
}

static gboolean
says (void)
{
  g_warning ("a warning from inside");
  return strstr (g_strerror (ENOENT), "No such file") != NULL && fputs ("", stderr) >= 0;
}

static gboolean
matches (void)
{
  return g_regex_match_simple ("^(\\d{4})年.*报告$", "2024年政府工作报告", G_REGEX_OPTIMIZE, 0);
}

static gboolean
tells_the_time (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = now != NULL ? g_date_time_format (now, "%F %T %Z") : NULL;

  return text != NULL && g_get_monotonic_time () > 0;
}

static gboolean
knows_itself (void)
{
  struct rlimit limit;

  return getpid () > 0 && g_random_int () + 1 != 0 && getrlimit (RLIMIT_AS, &limit) == 0
         && limit.rlim_cur == plain.memory && raise (0) == 0;
}

static const struct
{
  const char *name;
  gboolean (*works) (void);
} needs[] = {
  { "malloc", allocates },           { "g_convert", converts },  { "messages", says },
  { "regular expression", matches }, { "time", tells_the_time }, { "itself", knows_itself },
};

static void
meet_needs (void)
{
  g_autoptr (GPtrArray) warmth = jd_sandbox_warm ();

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  enter_or_leave (JD_ISOLATION_SANDBOX, &plain);
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (!needs[i].works ())
      _exit (10 + (int)i);
  _exit (SUCCEEDED);
}

START_TEST (leaves_what_is_needed)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    meet_needs ();
  status = wait_for (child);
  ck_assert_msg (WIFEXITED (status), "ended by signal %d", WTERMSIG (status));
  ck_assert_msg (WEXITSTATUS (status) < 10, "%s", needs[WEXITSTATUS (status) % 10].name);
  ck_assert_int_eq (WEXITSTATUS (status), SUCCEEDED);
}
END_TEST

static void
read_inside (const char *folder)
{
  const char *const readable[] = { folder, NULL };
  const JdLimits limits = { .readable = readable };
  ActTarget *target = act_target_new (folder);

  enter_or_leave (JD_ISOLATION_SANDBOX, &limits);
  _exit (act_find ("read")->try (target) && act_find ("list")->try (target)
                 && !act_find ("write")->try (target) && !act_find ("create")->try (target)
                 && !act_find ("shadow")->try (target)
             ? SUCCEEDED
             : REFUSED);
}

START_TEST (reads_a_folder_that_is_given)
{
  g_autofree char *folder = make_folder ();
  pid_t child = fork ();

  if (child == 0)
    read_inside (folder);
  ck_assert_int_eq (wait_for (child), 0);
  remove_folder (folder);
}
END_TEST

START_TEST (refuses_a_folder_that_is_not_there)
{
  const char *const readable[] = { "/no/such/folder", NULL };
  const JdLimits limits = { .readable = readable };
  g_autoptr (GError) error = NULL;

  ck_assert (!jd_sandbox_enter (JD_ISOLATION_SANDBOX, &limits, NULL, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/no/such/folder: No such file or directory");
}
END_TEST

static void
echo_inside (int end)
{
  char letter;

  enter_or_leave (JD_ISOLATION_SANDBOX, &plain);
  for (int i = 0; i < 2; i++)
    if (read (end, &letter, 1) != 1 || write (end, &letter, 1) != 1)
      _exit (REFUSED);
  if (recv (end, &letter, 1, 0) != 1 || send (end, &letter, 1, MSG_NOSIGNAL) != 1)
    _exit (REFUSED);
  _exit (SUCCEEDED);
}

START_TEST (talks_over_an_open_socket)
{
  int ends[2];
  char back[3];
  pid_t child;

  ck_assert_int_eq (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), 0);
  child = fork ();
  if (child == 0)
    echo_inside (ends[1]);
  ck_assert_int_eq (write (ends[0], "abc", 3), 3);
  ck_assert_int_eq (recv (ends[0], back, sizeof back, MSG_WAITALL), 3);
  ck_assert_mem_eq (back, "abc", 3);
  ck_assert_int_eq (wait_for (child), 0);
}
END_TEST

START_TEST (dies_of_its_own_signal)
{
  pid_t child = fork ();

  if (child == 0)
    {
      enter_or_leave (JD_ISOLATION_SANDBOX, &plain);
      abort ();
    }
  ck_assert_int_eq (WTERMSIG (wait_for (child)), SIGABRT);
}
END_TEST

START_TEST (limits_memory)
{
  const JdIsolation kinds[] = { JD_ISOLATION_PROCESS, JD_ISOLATION_SANDBOX };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      pid_t child = fork ();

      if (child == 0)
        {
          void *volatile bytes;

          enter_or_leave (kinds[i], &plain);
          bytes = malloc (plain.memory);
          _exit (bytes == NULL ? REFUSED : SUCCEEDED);
        }
      ck_assert_int_eq (WEXITSTATUS (wait_for (child)), REFUSED);
    }
}
END_TEST

static gpointer
wait_for_ever (gpointer data)
{
  pause ();
  return data;
}

START_TEST (refuses_a_process_with_threads)
{
  g_autoptr (GThread) thread = g_thread_new ("other", wait_for_ever, NULL);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (thread);
  ck_assert (!jd_sandbox_enter (JD_ISOLATION_SANDBOX, &plain, NULL, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "2 threads run already");
}
END_TEST

START_TEST (leaves_off_alone)
{
  const JdLimits limits = { .memory = MIB };
  struct rlimit limit;

  ck_assert (jd_sandbox_enter (JD_ISOLATION_OFF, &limits, NULL, NULL));
  ck_assert_int_eq (getrlimit (RLIMIT_AS, &limit), 0);
  ck_assert_uint_ne (limit.rlim_cur, MIB);
}
END_TEST

/* Memory limits and the leak checker do not go together. */
static char *
why_not (void)
{
#ifdef __SANITIZE_ADDRESS__
  return g_strdup ("the address sanitizer is on");
#else
  g_autofree char *missing = jd_sandbox_probe ();

  return missing != NULL ? g_strconcat ("there is no ", missing, NULL) : NULL;
#endif
}

int
main (void)
{
  const TTest *const cases[] = {
    refuses_every_act,
    refuses_every_act_of_an_ordinary_user,
    acts_succeed_without_the_sandbox,
    leaves_what_is_needed,
    reads_a_folder_that_is_given,
    refuses_a_folder_that_is_not_there,
    talks_over_an_open_socket,
    dies_of_its_own_signal,
    limits_memory,
    refuses_a_process_with_threads,
    leaves_off_alone,
  };
  g_autofree char *reason = why_not ();

  if (reason != NULL)
    {
      printf ("sandbox: skipped, %s\n", reason);
      return 77;
    }
  (void)setlocale (LC_ALL, "");
  return jd_suite_run ("sandbox", cases, G_N_ELEMENTS (cases));
}
