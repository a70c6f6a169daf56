/* test-names.c - what things may be called, and what somebody may have meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/names.h"
#include "tests/unit/suite.h"

static const char *const candidates[]
    = { "value", "value_high", "unit", "indicator", "kind", "measure", NULL };

START_TEST (takes_names_of_the_form)
{
  static const char *const names[]
      = { "a", "unit", "value_high", "x2", "a_", "abcdefghijklmnopqrstuvwxyz_01234" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_msg (jd_name_is_valid (names[i]), "%s", names[i]);
}
END_TEST

START_TEST (refuses_other_names)
{
  static const char *const names[]
      = { "",   "2x", "_a", "Unit", "value-high", "a b", "值", "abcdefghijklmnopqrstuvwxyz_012345",
          "a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_msg (!jd_name_is_valid (names[i]), "%s", names[i]);
  ck_assert (!jd_name_is_valid (NULL));
}
END_TEST

START_TEST (finds_what_was_meant)
{
  static const struct
  {
    const char *name;
    const char *nearest;
  } cases[] = {
    { "valu", "value" },           { "vlaue", "value" },         { "value", "value" },
    { "valuehigh", "value_high" }, { "units", "unit" },          { "Unit", "unit" },
    { "indicater", "indicator" },  { "indekator", "indicator" }, { "find", "kind" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_str_eq (jd_name_nearest (cases[i].name, candidates), cases[i].nearest);
}
END_TEST

START_TEST (suggests_nothing_far_off)
{
  static const char *const names[] = { "", "x", "ab", "colour", "值", "surprise" };
  static const char *const short_names[] = { "no", NULL };
  g_autofree char *long_name = g_strnfill (65, 'a');
  const char *const long_names[] = { long_name, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_ptr_null (jd_name_nearest (names[i], candidates));
  ck_assert_ptr_null (jd_name_nearest ("it", short_names));
  ck_assert_ptr_null (jd_name_nearest (long_name, candidates));
  ck_assert_ptr_null (jd_name_nearest (long_name + 1, long_names));
}
END_TEST

JD_SUITE ("names",
          takes_names_of_the_form,
          refuses_other_names,
          finds_what_was_meant,
          suggests_nothing_far_off)
