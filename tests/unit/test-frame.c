/* test-frame.c - messages whole, in parts and damaged
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/frame.h"

#include <string.h>

#include "mutate.h"
#include "suite.h"

static const char text[] = "云溪区政府工作报告";

static GByteArray *
make_frames (void)
{
  GByteArray *out = g_byte_array_new ();

  jd_frame_append (out, JD_FRAME_DOCUMENT, 7, text, sizeof text);
  jd_frame_append (out, JD_FRAME_CONCLUDE, 0, NULL, 0);

  return out;
}

START_TEST (frames_come_back_in_order)
{
  g_autoptr (GByteArray) out = make_frames ();
  JdFrame frame;
  gsize used, rest;

  ck_assert_int_eq (jd_frame_parse (out->data, out->len, &frame, &used), JD_FRAME_WHOLE);
  ck_assert_int_eq (frame.kind, JD_FRAME_DOCUMENT);
  ck_assert_uint_eq (frame.number, 7);
  ck_assert_uint_eq (frame.length, sizeof text);
  ck_assert_mem_eq (frame.payload, text, sizeof text);
  ck_assert_uint_eq (used, JD_FRAME_HEADER + sizeof text);
  ck_assert_int_eq (jd_frame_parse (out->data + used, out->len - used, &frame, &rest),
                    JD_FRAME_WHOLE);
  ck_assert_int_eq (frame.kind, JD_FRAME_CONCLUDE);
  ck_assert_uint_eq (frame.length, 0);
  ck_assert_uint_eq (used + rest, out->len);
}
END_TEST

START_TEST (waits_for_the_rest)
{
  g_autoptr (GByteArray) out = make_frames ();
  JdFrame frame;
  gsize used;

  for (gsize length = 0; length < JD_FRAME_HEADER + sizeof text; length++)
    ck_assert_int_eq (jd_frame_parse (out->data, length, &frame, &used), JD_FRAME_PARTIAL);
}
END_TEST

/* A wrong length may still become a frame, with bytes that never come: that is no frame either. */
START_TEST (believes_no_frame_with_a_wrong_bit)
{
  g_autoptr (GByteArray) out = make_frames ();
  gsize length = JD_FRAME_HEADER + sizeof text;
  JdFrame frame;
  gsize used;

  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      out->data[bit / 8] ^= (guint8)(1 << bit % 8);
      ck_assert_int_ne (jd_frame_parse (out->data, length, &frame, &used), JD_FRAME_WHOLE);
      out->data[bit / 8] ^= (guint8)(1 << bit % 8);
    }
}
END_TEST

START_TEST (refuses_at_once_what_is_no_frame)
{
  static const char *const wrong[] = { "x", "JDFx", "Segmentation fault" };
  g_autoptr (GByteArray) large = g_byte_array_new ();
  JdFrame frame;
  gsize used;
  guint64 length = GUINT64_TO_LE ((guint64)JD_FRAME_LIMIT + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    ck_assert_int_eq (jd_frame_parse ((const guint8 *)wrong[i], strlen (wrong[i]), &frame, &used),
                      JD_FRAME_BROKEN);
  jd_frame_append (large, JD_FRAME_DOCUMENT, 7, NULL, 0);
  memcpy (large->data + 16, &length, sizeof length);
  ck_assert_int_eq (jd_frame_parse (large->data, large->len, &frame, &used), JD_FRAME_BROKEN);
}
END_TEST

START_TEST (believes_no_damaged_frame)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GByteArray) out = make_frames ();
  gsize length = JD_FRAME_HEADER + sizeof text;

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GByteArray) damaged = mutate (random, out->data, length);
      JdFrame frame;
      gsize used;

      if (damaged->len >= length && memcmp (damaged->data, out->data, length) == 0)
        continue;
      ck_assert_int_ne (jd_frame_parse (damaged->data, damaged->len, &frame, &used),
                        JD_FRAME_WHOLE);
    }
}
END_TEST

JD_SUITE ("frame",
          frames_come_back_in_order,
          waits_for_the_rest,
          believes_no_frame_with_a_wrong_bit,
          refuses_at_once_what_is_no_frame,
          believes_no_damaged_frame)
