/* test-wire.c - numbers and bytes there and back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/wire.h"

#include <string.h>

#include "suite.h"

START_TEST (numbers_come_back)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint64 numbers[2000];
  JdWireReader reader;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint64 all = ((guint64)g_rand_int (random) << 32) | g_rand_int (random);

      numbers[i] = all >> (i % 64);
      jd_wire_put_number (out, numbers[i]);
      jd_wire_put_integer (out, (gint64)numbers[i]);
    }
  reader = jd_wire_reader (out->data, out->len);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ck_assert_uint_eq (jd_wire_get_number (&reader), numbers[i]);
      ck_assert_int_eq (jd_wire_get_integer (&reader), (gint64)numbers[i]);
    }
  ck_assert (jd_wire_is_done (&reader));
}
END_TEST

START_TEST (small_integers_take_one_byte)
{
  for (gint64 value = -64; value < 64; value++)
    {
      g_autoptr (GByteArray) out = g_byte_array_new ();
      JdWireReader reader;

      jd_wire_put_integer (out, value);
      ck_assert_uint_eq (out->len, 1);
      reader = jd_wire_reader (out->data, out->len);
      ck_assert_int_eq (jd_wire_get_integer (&reader), value);
    }
}
END_TEST

START_TEST (texts_come_back_and_none_is_not_empty)
{
  static const char *const lists[][3] = { { NULL }, { "", NULL }, { "云溪区", "x", NULL } };
  g_autoptr (GByteArray) out = g_byte_array_new ();
  JdWireReader reader;

  jd_wire_put_string (out, NULL);
  jd_wire_put_string (out, "");
  jd_wire_put_strings (out, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    jd_wire_put_strings (out, lists[i]);
  reader = jd_wire_reader (out->data, out->len);
  ck_assert_ptr_null (jd_wire_get_string (&reader));
  {
    g_autofree char *empty = jd_wire_get_string (&reader);

    ck_assert_str_eq (empty, "");
  }
  ck_assert_ptr_null (jd_wire_get_strings (&reader));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) list = jd_wire_get_strings (&reader);

      ck_assert (g_strv_equal ((const char *const *)list, lists[i]));
    }
  ck_assert (jd_wire_is_done (&reader));
}
END_TEST

START_TEST (refuses_what_is_no_number_or_text)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    gboolean text;
  } cases[] = {
    { "", 0, FALSE },
    { "\x80", 1, FALSE },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10, FALSE },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x81\x01", 11, FALSE },
    { "\x05"
      "abc",
      4, TRUE },
    { "\x03\xff\xfe", 3, TRUE },
    { "\x03"
      "a\0",
      3, TRUE },
    { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdWireReader reader = jd_wire_reader ((const guint8 *)cases[i].bytes, cases[i].length);

      if (cases[i].text)
        ck_assert_ptr_null (jd_wire_get_string (&reader));
      else
        ck_assert_uint_eq (jd_wire_get_number (&reader), 0);
      ck_assert (reader.failed);
      ck_assert_uint_eq (jd_wire_get_number (&reader), 0);
    }
}
END_TEST

START_TEST (survives_any_bytes)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (int i = 0; i < 20000; i++)
    {
      guint8 bytes[24];
      JdWireReader reader = jd_wire_reader (bytes, (gsize)g_rand_int_range (random, 0, 25));

      for (gsize n = 0; n < sizeof bytes; n++)
        bytes[n] = (guint8)(g_rand_int (random) >> (n % 3 == 0 ? 5 : 0) & 0x1f);
      while (!reader.failed && reader.at < reader.end)
        {
          g_auto (GStrv) texts = jd_wire_get_strings (&reader);
          gsize length;

          (void)jd_wire_get_bytes (&reader, &length);
          ck_assert (reader.at <= reader.end);
        }
    }
}
END_TEST

JD_SUITE ("wire",
          numbers_come_back,
          small_integers_take_one_byte,
          texts_come_back_and_none_is_not_empty,
          refuses_what_is_no_number_or_text,
          survives_any_bytes)
