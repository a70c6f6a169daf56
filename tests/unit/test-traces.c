/* test-traces.c - what a plugin changed while it was loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/plugin/traces.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

static void
do_nothing (void)
{
}

static void
close_stream (void)
{
  close (STDERR_FILENO);
}

static void
replace_stream (void)
{
  ck_assert_int_eq (dup2 (STDERR_FILENO, STDIN_FILENO), STDIN_FILENO);
}

static void
write_buffered (void)
{
  printf ("x");
}

static void
change_folder (void)
{
  ck_assert_int_eq (chdir ("/"), 0);
}

static void
add_variable (void)
{
  g_setenv ("JIANDU_TEST_NEW", "1", TRUE);
}

static void
change_variable (void)
{
  g_setenv ("JIANDU_TEST", "other", TRUE);
}

static void
change_mask (void)
{
  umask (0123);
}

static void
start_timer (void)
{
  alarm (100);
}

static const struct
{
  void (*act) (void);
  const char *reason;
} acts[] = {
  { do_nothing, NULL },
  { close_stream, "closes or replaces the standard streams while loading" },
  { replace_stream, "closes or replaces the standard streams while loading" },
  { write_buffered, "writes to standard output while loading" },
  { change_folder, "changes the working folder while loading" },
  { add_variable, "changes the environment while loading" },
  { change_variable, "changes the environment while loading" },
  { change_mask, "changes the file mode mask while loading" },
  { start_timer, "starts a timer while loading" },
};

/* Each act in a process of its own, with files of their own as streams. */
START_TEST (tells_each_act)
{
  int output = memfd_create ("output", 0), other = memfd_create ("other", 0);
  int nothing = open ("/dev/null", O_RDONLY);
  g_autoptr (JdTraces) before = NULL;
  g_autofree char *reason = NULL;

  fflush (stdout);
  ck_assert (dup2 (nothing, STDIN_FILENO) == STDIN_FILENO && dup2 (output, STDOUT_FILENO) >= 0);
  ck_assert_int_eq (dup2 (other, STDERR_FILENO), STDERR_FILENO);
  g_setenv ("JIANDU_TEST", "one", TRUE);
  before = jd_traces_take ();
  acts[_i].act ();
  reason = jd_traces_compare (before);
  ck_assert_pstr_eq (reason, acts[_i].reason);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("traces");
  TCase *group = tcase_create ("traces");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_loop_test (group, tells_each_act, 0, G_N_ELEMENTS (acts));
  suite_add_tcase (suite, group);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
