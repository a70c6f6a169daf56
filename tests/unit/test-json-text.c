/* test-json-text.c - JSON written straight into a buffer
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/json-text.h"

#include "suite.h"

START_TEST (escapes_what_json_demands_and_nothing_else)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "", "\"\"" },
    { "云溪区", "\"云溪区\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"" },
    { "\x01\x1b\x1f\x7f", "\"\\u0001\\u001b\\u001f\x7f\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      jd_json_append_string (out, cases[i].text, -1);
      ck_assert_str_eq (out->str, cases[i].wanted);
    }
}
END_TEST

START_TEST (stops_at_the_given_length)
{
  g_autoptr (GString) out = g_string_new (NULL);

  jd_json_append_string (out, "abc\n", 2);
  ck_assert_str_eq (out->str, "\"ab\"");
}
END_TEST

START_TEST (writes_numbers_exactly)
{
  g_autoptr (GString) out = g_string_new (NULL);

  jd_json_append_decimal (out, (JdDecimal){ 10737, 2 });
  g_string_append_c (out, ' ');
  jd_json_append_integer (out, G_MININT64);
  ck_assert_str_eq (out->str, "107.37 -9223372036854775808");
}
END_TEST

START_TEST (sets_commas_between_members_only)
{
  g_autoptr (GString) out = g_string_new ("{");

  jd_json_append_string_member (out, "a", "{");
  jd_json_append_key (out, "b");
  g_string_append (out, "[");
  for (int i = 0; i < 3; i++)
    {
      jd_json_append_comma (out);
      jd_json_append_integer (out, i);
    }
  g_string_append (out, "]");
  jd_json_append_integer_member (out, "c", 1);
  ck_assert_str_eq (out->str, "{\"a\":\"{\",\"b\":[0,1,2],\"c\":1");
}
END_TEST

JD_SUITE ("json-text",
          escapes_what_json_demands_and_nothing_else,
          stops_at_the_given_length,
          writes_numbers_exactly,
          sets_commas_between_members_only)
