/* test-text.c - bytes in, text and places out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/text.h"

#include <string.h>

#include "suite.h"

static JdText *
read_text (const char *bytes)
{
  g_autoptr (GError) error = NULL;
  JdText *text = jd_text_new (bytes, strlen (bytes), &error);

  jd_assert_no_error (error);
  ck_assert_ptr_nonnull (text);

  return text;
}

START_TEST (reads_an_empty_text)
{
  g_autoptr (JdText) text = read_text ("");
  JdPlace place;
  gsize length = 1;

  ck_assert_str_eq (jd_text_get (text, &length), "");
  ck_assert_uint_eq (length, 0);
  jd_text_place (text, 0, &place);
  ck_assert_uint_eq (place.line, 1);
  ck_assert_uint_eq (place.column, 1);
}
END_TEST

START_TEST (drops_a_byte_order_mark)
{
  g_autoptr (JdText) text = read_text ("\xef\xbb\xbf云溪");
  JdPlace place;

  ck_assert_str_eq (jd_text_raw (text, NULL), "云溪");
  ck_assert_str_eq (jd_text_get (text, NULL), "云溪");
  jd_text_place (text, 3, &place);
  ck_assert_uint_eq (place.byte, 3);
  ck_assert_uint_eq (place.character, 1);
}
END_TEST

START_TEST (places_count_every_kind_of_line_break_once)
{
  g_autoptr (JdText) text = read_text ("甲\r\n乙\n丙\r丁");
  JdPlace place;

  ck_assert_str_eq (jd_text_get (text, NULL), "甲\n乙\n丙\r丁");
  jd_text_place (text, strlen ("甲\n乙\n丙\r"), &place);
  ck_assert_uint_eq (place.line, 4);
  ck_assert_uint_eq (place.column, 1);
  ck_assert_uint_eq (place.character, 7);
  ck_assert_uint_eq (place.byte, strlen ("甲\r\n乙\n丙\r"));
}
END_TEST

START_TEST (places_hold_far_into_the_text)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (JdText) text = NULL;
  JdPlace place;

  for (int i = 0; i < 1000; i++)
    g_string_append (bytes, "增长。\n");
  text = read_text (bytes->str);
  for (gsize i = 0; i < 1000; i++)
    {
      jd_text_place (text, i * 10 + 6, &place);
      ck_assert_uint_eq (place.line, i + 1);
      ck_assert_uint_eq (place.column, 3);
      ck_assert_uint_eq (place.character, i * 4 + 2);
    }
}
END_TEST

START_TEST (a_source_span_is_in_code_points)
{
  g_autoptr (JdText) text = read_text ("甲\r\n乙");
  JdSpan all = jd_text_source_span (text, (JdSpan){ 0, strlen ("甲\n乙") });
  JdSpan first = jd_text_source_span (text, (JdSpan){ 0, strlen ("甲") });

  ck_assert_uint_eq (all.begin, 0);
  ck_assert_uint_eq (all.end, 4);
  ck_assert_uint_eq (first.end, 1);
}
END_TEST

START_TEST (knows_the_digest_of_the_bytes_as_they_came)
{
  g_autoptr (JdText) plain = read_text ("abc");
  g_autoptr (JdText) marked = read_text ("\xef\xbb\xbf"
                                         "abc");

  ck_assert_str_eq (jd_text_sha256 (plain),
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  ck_assert_str_ne (jd_text_sha256 (marked), jd_text_sha256 (plain));
}
END_TEST

JD_SUITE ("text",
          reads_an_empty_text,
          drops_a_byte_order_mark,
          places_count_every_kind_of_line_break_once,
          places_hold_far_into_the_text,
          a_source_span_is_in_code_points,
          knows_the_digest_of_the_bytes_as_they_came)
