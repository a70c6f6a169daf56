/* test-roles.c - which words tell what a section is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gstdio.h>

#include "plugins/section/roles.h"
#include "suite.h"

static Roles *
load (const char *content, GError **error)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("jiandu-roles-XXXXXX", &path, NULL);
  Roles *roles;

  ck_assert_int_ge (file, 0);
  g_close (file, NULL);
  ck_assert (g_file_set_contents (path, content, -1, NULL));
  roles = roles_load (path, error);
  g_unlink (path);

  return roles;
}

static Role
find (const Roles *roles, Place place, Role under, const char *text)
{
  return roles_find (roles, place, 2, under, text, (JdSpan){ 0, strlen (text) });
}

START_TEST (first_rule_that_holds_decides)
{
  static const char rules[] = "title\t2\tguidance\ttasks,targets\t指导思想|要求\n"
                              "title\t2\ttargets\t-\t主要…目标|要求\n";
  g_autoptr (Roles) roles = load (rules, NULL);

  ck_assert_ptr_nonnull (roles);
  ck_assert_int_eq (find (roles, PLACE_TITLE, ROLE_TASKS, "总体要求"), ROLE_GUIDANCE);
  ck_assert_int_eq (find (roles, PLACE_TITLE, ROLE_REVIEW, "总体要求"), ROLE_TARGETS);
  ck_assert_int_eq (find (roles, PLACE_TITLE, ROLE_NONE, "总体要求"), ROLE_GUIDANCE);
  ck_assert_int_eq (find (roles, PLACE_TITLE, ROLE_TASKS, "主要预期目标"), ROLE_TARGETS);
  ck_assert_int_eq (find (roles, PLACE_TITLE, ROLE_TASKS, "目标主要"), ROLE_NONE);
  ck_assert_int_eq (find (roles, PLACE_START, ROLE_TASKS, "总体要求"), ROLE_NONE);
}
END_TEST

START_TEST (places_are_kept_apart)
{
  static const char rules[] = "opener\t2\treview\t-\t去年\nstart\t2\tproblems\t-\t问题\n"
                              "lead\t2\tinsights\t-\t体会\nbody\t2\tthanks\t-\t感谢\n";
  static const struct
  {
    const char *line;
    Role role;
  } rows[] = {
    { "去年好。", ROLE_REVIEW },         { "看去年。", ROLE_NONE },
    { "有问题。好。", ROLE_PROBLEMS },   { "好。有问题。", ROLE_NONE },
    { "一。二。体会。", ROLE_INSIGHTS }, { "一。二。三。体会。", ROLE_NONE },
    { "一。二。三。感谢", ROLE_THANKS },
  };
  g_autoptr (Roles) roles = load (rules, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (roles_find_in_line (roles, 2, ROLE_REVIEW, rows[i].line,
                                       (JdSpan){ 0, strlen (rows[i].line) })
                       == rows[i].role,
                   "%s", rows[i].line);
}
END_TEST

START_TEST (counts_and_prefixes)
{
  g_autoptr (Roles) roles
      = load ("list\t-\t-\t-\t国防|档案|史志\nseries\t-\t-\t-\t五年来，\n", NULL);
  static const char text[] = "五年来，国防和档案";
  JdSpan all = { 0, strlen (text) };

  ck_assert_uint_eq (roles_count (roles, PLACE_LIST, text, all), 2);
  ck_assert_uint_eq (roles_prefix (roles, PLACE_SERIES, text, all), strlen ("五年来，"));
  ck_assert_uint_eq (roles_prefix (roles, PLACE_LIST, text, all), 0);
}
END_TEST

START_TEST (refuses_faulty_rows)
{
  static const char *const rows[][2] = {
    { "titel\t1\treview\t-\t回顾\n", "\"titel\" is no place" },
    { "title\t7\treview\t-\t回顾\n", "level \"7\"" },
    { "title\t1\trevue\t-\t回顾\n", "\"revue\" is no role" },
    { "title\t1\treview\ttask\t回顾\n", "\"task\" is no list" },
    { "title\t1\treview\n", "columns" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (load (rows[i][0], &error));
      jd_assert_error (error, JD_ERROR_CONFIG, rows[i][1]);
    }
}
END_TEST

JD_SUITE ("roles",
          first_rule_that_holds_decides,
          places_are_kept_apart,
          counts_and_prefixes,
          refuses_faulty_rows)
