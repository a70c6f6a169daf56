/* test-decode.c - what is text and what is not
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/decode.h"

#include <string.h>

#include "suite.h"

typedef struct
{
  const char *bytes;
  gsize length;
  const char *message;
} Refusal;

START_TEST (refuses_what_is_no_text_and_says_where)
{
  static const Refusal refusals[] = {
    { "\xff", 1, "not valid UTF-8 at byte 0" },
    { "\xe4\xba\x91\xe6\xba", 5, "not valid UTF-8 at byte 3" }, /* cut inside a character */
    { "ab\xd4\xc6\xcf\xaa", 6, "not valid UTF-8 at byte 2" },   /* GB18030 */
    { "\xc0\xaf", 2, "not valid UTF-8 at byte 0" },             /* not the shortest form */
    { "\xed\xa0\x80", 3, "not valid UTF-8 at byte 0" },         /* a surrogate */
    { "\xf4\x90\x80\x80", 4, "not valid UTF-8 at byte 0" },     /* behind the last code point */
    { "ab\0c", 4, "NUL at byte 2" },
    { "\xef\xbb\xbf\0", 4, "NUL at byte 3" },
    { "\xef\xbb\xbf\xfe", 4, "not valid UTF-8 at byte 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *raw = "untouched";
      gsize length = 42;

      ck_assert (!jd_decode (refusals[i].bytes, refusals[i].length, &raw, &length, &error));
      jd_assert_error (error, JD_ERROR_INPUT, refusals[i].message);
      ck_assert_str_eq (raw, "untouched");
      ck_assert_uint_eq (length, 42);
    }
}
END_TEST

START_TEST (takes_off_one_byte_order_mark)
{
  static const char bytes[] = "\xef\xbb\xbf\xef\xbb\xbf甲";
  const char *raw = NULL;
  gsize length = 0;

  ck_assert (jd_decode (bytes, strlen (bytes), &raw, &length, NULL));
  ck_assert_ptr_eq (raw, bytes + 3);
  ck_assert_uint_eq (length, 6);
}
END_TEST

START_TEST (takes_nothing_for_a_text)
{
  const char *raw = NULL;
  gsize length = 42;

  ck_assert (jd_decode (NULL, 0, &raw, &length, NULL));
  ck_assert_uint_eq (length, 0);
}
END_TEST

JD_SUITE ("decode",
          refuses_what_is_no_text_and_says_where,
          takes_off_one_byte_order_mark,
          takes_nothing_for_a_text)
