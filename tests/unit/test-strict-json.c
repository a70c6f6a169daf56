/* test-strict-json.c - only strict JSON passes, and every fault has its place
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/strict-json.h"

#include <stdio.h>
#include <string.h>

#include "suite.h"

static const struct
{
  const char *text;
  const char *message;
} REFUSED[] = {
  { "", "t:1:1: empty" },
  { " \n\t", "t:1:1: empty" },
  { "\xef\xbb\xbf{}", "t:1:1: byte order mark" },
  { "\xff\xfe{", "t:1:1: UTF-16" },
  { "\xfe\xff", "t:1:1: UTF-16" },
  { "[\"\xc3\x28\"]", "t:1:3: byte 0xc3 is not UTF-8" },
  { "[\"\xed\xa0\x80\"]", "t:1:3: byte 0xed is not UTF-8" },
  { "{} {}", "t:1:4: text after the end" },
  { "[1]\n]", "t:2:1: text after the end" },
  { "{\"a\": 1,\n \"b\": 2,\n\n \"a\": 3}", "t:4:2: key \"a\" twice (lines 1 and 4)" },
  { "{\"a\": 1, \"\\u0061\": 2}", "t:1:10: key \"a\" twice" },
  { "{\"x\": [{\"~/\": 1, \"~/\": 2}]}", "t:1:18: key \"~/\" twice" },
  { "9999999999999999999999", "t:1:1: number out of range: 9999999999999999999999" },
  { "[9223372036854775808]", "t:1:2: number out of range" },
  { "[-9223372036854775809]", "t:1:2: number out of range" },
  { "[1e400]", "t:1:2: number out of range: 1e400" },
  { "[-1.5e999]", "t:1:2: number out of range" },
  { "[010]", "t:1:2: a number must be decimal, without leading zeros" },
  { "[-01]", "t:1:2: a number must be decimal, without leading zeros" },
  { "[0x10]", "t:1:2: a number must be decimal, without leading zeros" },
  { "[.5]", "t:1:2: a number needs a digit before the point" },
  { "[+5]", "t:1:2: a number has no plus sign" },
  { "[5.]", "t:1:4: \"]\" where a digit after the point should be" },
  { "[5e]", "t:1:4: \"]\" where a digit of the exponent should be" },
  { "[-]", "t:1:3: \"]\" where a digit should be" },
  { "[-", "t:1:3: the text ends where a digit should be" },
  { "['a']", "t:1:2: strings stand in double quotes" },
  { "{a: 1}", "t:1:2: \"a\" where a key in double quotes should be" },
  { "{年: 1}", "t:1:2: \"年\" where a key in double quotes should be" },
  { "{\"年\" 1}", "t:1:6: \"1\" where \":\" should be" },
  { "var x = 1", "t:1:1: \"v\" where a value should be" },
  { "[NaN]", "t:1:2: \"N\" where a value should be" },
  { "[nul]", "t:1:2: \"n\" where a value should be" },
  { "[truest]", "t:1:6: \"s\" where \",\" or \"]\" should be" },
  { "[\n// so\n1]", "t:2:1: JSON has no comments" },
  { "{} # so", "t:1:4: text after the end" },
  { "{\"a\": 1 /* so */}", "t:1:9: JSON has no comments" },
  { "[1, 2, ]", "t:1:6: a comma after the last value" },
  { "{\"a\": 1,\n}", "t:1:8: a comma after the last value" },
  { "[,1]", "t:1:2: a comma with no value before it" },
  { "[1 2]", "t:1:4: \"2\" where \",\" or \"]\" should be" },
  { "[1}", "t:1:3: \"}\" where \",\" or \"]\" should be" },
  { "[1", "t:1:3: the text ends where \",\" or \"]\" should be" },
  { "{\"a\":1", "t:1:7: the text ends where \",\" or \"}\" should be" },
  { "{\"a\":", "t:1:6: the text ends where a value should be" },
  { "{", "t:1:2: the text ends where a key in double quotes should be" },
  { "[\"年", "t:1:2: a string without its closing quote" },
  { "[\"\\", "t:1:3: a backslash before none of" },
  { "[\"\\x\"]", "t:1:3: a backslash before none of" },
  { "[\"\\u12", "t:1:3: \\u without four hexadecimal digits" },
  { "[\"\\u12g4\"]", "t:1:3: \\u without four hexadecimal digits" },
  { "[\"\\u0000\"]", "t:1:3: \\u0000: text cannot hold a NUL" },
  { "[\"\\ud83d\"]", "t:1:3: \\ud83d is half a surrogate pair" },
  { "[\"\\ud83d\\u0041\"]", "t:1:3: \\ud83d is half a surrogate pair" },
  { "[\"\\udc00\\ud800\"]", "t:1:3: \\udc00 is half a surrogate pair" },
  { "[\"a\nb\"]", "t:1:4: control character in a string; write \\u000a" },
  { "[\"\x1f\"]", "t:1:3: control character in a string; write \\u001f" },
};

/* What json-glib is known to read right, once the gate has let it through. */
static const char *const TAKEN[] = {
  "null",
  "true",
  " false ",
  "0",
  "-0",
  "0e0",
  "-1.5E+3",
  "1e-400",
  "[]",
  "{}",
  " [ ] ",
  "{ }",
  "\"\"",
  "{\"\": 1}",
  "[[], {}, \"\"]",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
  "\"\x7f\"",
  "[1,\r\n\t2]",
  "{\"a\": {\"a\": 1}, \"b\": [{\"a\": 2}, {\"a\": 3}]}",
  "[-9223372036854775808, 9223372036854775807]",
  "1.7976931348623157e308",
};

static JdJson *
parse (const char *text, GError **error)
{
  return jd_json_parse ("t", text, strlen (text), error);
}

static void
assert_place (const JdJson *json, const char *pointer, gboolean key, const char *wanted)
{
  g_autofree char *place = jd_json_place (json, pointer, key);

  ck_assert_str_eq (place, wanted);
}

START_TEST (refuses_what_is_not_strict_json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (parse (REFUSED[i].text, &error) == NULL, "took %s", REFUSED[i].text);
      jd_assert_error (error, JD_ERROR_CONFIG, REFUSED[i].message);
    }
}
END_TEST

START_TEST (takes_strict_json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JdJson) json = parse (TAKEN[i], &error);

      jd_assert_no_error (error);
      ck_assert_ptr_nonnull (jd_json_root (json));
    }
}
END_TEST

START_TEST (refuses_a_nul_byte)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jd_json_parse ("t", "[1,\0 2]", 7, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "t:1:4: NUL byte");
}
END_TEST

START_TEST (refuses_more_than_64_levels)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *open = g_strnfill (64, '[');
  g_autofree char *close = g_strnfill (64, ']');
  g_autofree char *level = g_strconcat (open, close, NULL);
  g_autoptr (JdJson) json = parse (level, &error);

  jd_assert_no_error (error);
  ck_assert_ptr_null (parse (deep, &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "t:1:65: nested deeper than 64");
}
END_TEST

START_TEST (values_come_through_unchanged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json
      = parse ("{\"a\": [-9223372036854775808, \"\\u9547\\ud83d\\ude00\"], \"b\": 0.5}", &error);
  JsonObject *root = json_node_get_object (jd_json_root (json));
  JsonArray *list = json_object_get_array_member (root, "a");

  ck_assert_int_eq (json_array_get_int_element (list, 0), G_MININT64);
  ck_assert_str_eq (json_array_get_string_element (list, 1), "镇😀");
  ck_assert_double_eq (json_object_get_double_member (root, "b"), 0.5);
}
END_TEST

START_TEST (places_count_lines_and_code_points)
{
  g_autoptr (JdJson) json = parse ("{\n  \"区域\": \"云溪区\", \"a/b~\": [1,\n {\"x\": 2}]}", NULL);

  assert_place (json, "", FALSE, "t:1:1: ");
  assert_place (json, "/区域", TRUE, "t:2:3: ");
  assert_place (json, "/区域", FALSE, "t:2:9: ");
  assert_place (json, "/a~1b~0", TRUE, "t:2:16: ");
  assert_place (json, "/a~1b~0/0", FALSE, "t:2:25: ");
  assert_place (json, "/a~1b~0/1/x", TRUE, "t:3:3: ");
  assert_place (json, "/a~1b~0/1/x", FALSE, "t:3:8: ");
}
END_TEST

START_TEST (place_of_what_is_not_there_is_that_of_the_nearest_above)
{
  g_autoptr (JdJson) json = parse ("{\"a\":\n [1]}", NULL);

  assert_place (json, "/a/7/x", TRUE, "t:2:2: ");
  assert_place (json, "/b", FALSE, "t:1:1: ");
}
END_TEST

START_TEST (pointers_escape_their_keys)
{
  g_autofree char *pointer = jd_json_pointer ("/a", "b/~c");

  ck_assert_str_eq (pointer, "/a/b~1~0c");
}
END_TEST

START_TEST (failure_names_the_place_and_the_fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json = parse ("{\"a\": 5}", NULL);

  ck_assert (!jd_json_fail (json, "/a", FALSE, &error, "%d is odd", 5));
  jd_assert_error (error, JD_ERROR_CONFIG, "t:1:7: 5 is odd");
}
END_TEST

START_TEST (loads_a_file_and_tells_its_hash)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_autoptr (JdJson) json = NULL;
  g_autofree char *hash = NULL;

  ck_assert (g_file_set_contents (path, "{}", 2, NULL));
  json = jd_json_load (path, &error);
  jd_assert_no_error (error);
  hash = jd_json_sha256 (json);
  ck_assert_str_eq (hash, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  ck_assert_int_eq (remove (path), 0);
  ck_assert_int_eq (remove (folder), 0);
}
END_TEST

START_TEST (names_the_file_that_cannot_be_read)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (jd_json_load ("/no/such/file.json", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/no/such/file.json: No such file or directory");
  ck_assert_ptr_null (jd_json_load ("/", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/: Is a directory");
  ck_assert_ptr_null (jd_json_load ("/dev/zero", &error));
  jd_assert_error (error, JD_ERROR_CONFIG, "/dev/zero: larger than 64 MiB");
}
END_TEST

START_TEST (every_prefix_of_a_document_is_refused)
{
  static const char TEXT[] = "{\"a\": [1.5e3, true, \"\\u00e9x\"], \"b\": {\"c\": null}}";

  for (gsize length = 0; length < sizeof TEXT - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *prefix = g_memdup2 (TEXT, MAX (length, 1));

      ck_assert_ptr_null (jd_json_parse ("t", prefix, length, &error));
      jd_assert_error (error, JD_ERROR_CONFIG, "t:1:");
    }
}
END_TEST

JD_SUITE ("strict-json",
          refuses_what_is_not_strict_json,
          takes_strict_json,
          refuses_a_nul_byte,
          refuses_more_than_64_levels,
          values_come_through_unchanged,
          places_count_lines_and_code_points,
          place_of_what_is_not_there_is_that_of_the_nearest_above,
          pointers_escape_their_keys,
          failure_names_the_place_and_the_fault,
          loads_a_file_and_tells_its_hash,
          names_the_file_that_cannot_be_read,
          every_prefix_of_a_document_is_refused)
