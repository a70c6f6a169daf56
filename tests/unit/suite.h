/* suite.h - one main() for every unit test
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A test file lists its cases once:  JD_SUITE ("decimal", parses_plain, refuses_the_rest)
 * A case is named for the behaviour it holds.
 */
#pragma once

#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include <jiandu/jiandu.h>

#define JD_SUITE(name, ...)                                                                        \
  int main (void)                                                                                  \
  {                                                                                                \
    const TTest *const cases[] = { __VA_ARGS__ };                                                  \
    return jd_suite_run (name, cases, G_N_ELEMENTS (cases));                                       \
  }

static inline int
jd_suite_run (const char *name, const TTest *const cases[], size_t n_cases)
{
  Suite *suite = suite_create (name);
  TCase *group = tcase_create (name);
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (group, 60);
  for (size_t i = 0; i < n_cases; i++)
    tcase_add_test (group, cases[i]);
  suite_add_tcase (suite, group);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);

  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Fails the case with the error's own message. */
#define jd_assert_no_error(error)                                                                  \
  ck_assert_msg ((error) == NULL, "%s", (error) != NULL ? (error)->message : "")

/* The error has this code and its message contains `part`; then forgets it. */
#define jd_assert_error(error, wanted, part)                                                       \
  do                                                                                               \
    {                                                                                              \
      ck_assert_msg ((error) != NULL, "no error where one was expected: %s", part);                \
      ck_assert_msg (g_error_matches (error, JD_ERROR, wanted), "wrong code: %s",                  \
                     (error)->message);                                                            \
      ck_assert_msg (strstr ((error)->message, part) != NULL, "\"%s\" lacks \"%s\"",               \
                     (error)->message, part);                                                      \
      g_clear_error (&(error));                                                                    \
    }                                                                                              \
  while (0)
