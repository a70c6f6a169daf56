/* test-checksum.c - 64 bits that tell whether bytes are still what was written
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/checksum.h"

#include <string.h>

#include "tests/unit/suite.h"

START_TEST (notices_every_bit)
{
  guint8 bytes[45];
  guint64 before;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8)(i * 7);
  before = jd_checksum (1, bytes, sizeof bytes);

  for (guint bit = 0; bit < 8 * sizeof bytes; bit++)
    {
      bytes[bit / 8] ^= (guint8)(1U << (bit % 8));
      ck_assert_uint_ne (jd_checksum (1, bytes, sizeof bytes), before);
      bytes[bit / 8] ^= (guint8)(1U << (bit % 8));
    }
  ck_assert_uint_eq (jd_checksum (1, bytes, sizeof bytes), before);
}
END_TEST

/* The top bit of a product depends on nothing but the top bit of the factor. */
START_TEST (notices_the_top_bits_of_two_words)
{
  guint64 words[4] = { 1, 2, 3, 4 };
  guint64 before = jd_checksum (0, words, sizeof words);

  words[1] ^= G_GUINT64_CONSTANT (1) << 63;
  words[2] ^= G_GUINT64_CONSTANT (1) << 63;
  ck_assert_uint_ne (jd_checksum (0, words, sizeof words), before);
}
END_TEST

START_TEST (depends_on_seed_and_length)
{
  static const guint8 zeros[24];

  ck_assert_uint_ne (jd_checksum (1, zeros, 24), jd_checksum (2, zeros, 24));
  for (gsize i = 0; i < 24; i++)
    ck_assert_uint_ne (jd_checksum (1, zeros, i), jd_checksum (1, zeros, i + 1));
}
END_TEST

START_TEST (tells_the_order_of_words)
{
  static const guint64 there[] = { 1, 2 };
  static const guint64 back[] = { 2, 1 };

  ck_assert_uint_ne (jd_checksum (0, there, sizeof there), jd_checksum (0, back, sizeof back));
}
END_TEST

/* Journals outlive the machine that wrote them. */
START_TEST (stays_what_it_is)
{
  ck_assert_uint_eq (jd_checksum (0, "", 0), 0);
  ck_assert_uint_eq (jd_checksum (0, "jiandu journal", 14),
                     G_GUINT64_CONSTANT (1360776478139951812));
}
END_TEST

JD_SUITE ("checksum",
          notices_every_bit,
          notices_the_top_bits_of_two_words,
          depends_on_seed_and_length,
          tells_the_order_of_words,
          stays_what_it_is)
