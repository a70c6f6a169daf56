/* test-decimal.c - exact decimal numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/decimal.h>
#include <math.h>
#include <string.h>

#include "tests/unit/suite.h"

#define SEED 20240131
#define ROUNDS 20000

static JdDecimal
decimal (const char *text)
{
  JdDecimal result;

  ck_assert_msg (jd_decimal_parse (text, -1, &result), "%s", text);

  return result;
}

static const char *
formatted (JdDecimal value)
{
  static char buffer[JD_DECIMAL_BUFFER];
  gsize length = jd_decimal_format (value, buffer);

  ck_assert_uint_eq (length, strlen (buffer));
  ck_assert_uint_lt (length, JD_DECIMAL_BUFFER);

  return buffer;
}

/* Of any size: few digits as often as many. */
static JdDecimal
random_decimal (GRand *random)
{
  guint64 bits = (guint64)g_rand_int (random) << 32 | g_rand_int (random);

  return (JdDecimal){ .digits = (gint64)bits >> g_rand_int_range (random, 0, 64),
                      .scale = g_rand_int_range (random, 0, JD_DECIMAL_MAX_SCALE + 1) };
}

START_TEST (reads_and_writes_plain_numbers)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
    { "0", "0" },
    { "-0", "0" },
    { "0.000", "0" },
    { "7.50", "7.5" },
    { "+12", "12" },
    { "-0.5", "-0.5" },
    { "107.37", "107.37" },
    { "100", "100" },
    { "104590000000", "104590000000" },
    { "000000000000000000000000000001.10", "1.1" },
    { "0.000000000000000001", "0.000000000000000001" },
    { "1.10000000000000000000000000000", "1.1" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "9223372036854775807.0", "9223372036854775807" },
    { "-9.223372036854775808", "-9.223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_str_eq (formatted (decimal (cases[i].text)), cases[i].plain);
}
END_TEST

START_TEST (refuses_what_is_no_number_or_too_large)
{
  static const char *const cases[] = {
    "",
    "-",
    "+",
    ".",
    ".5",
    ".0",
    "5.",
    "1..2",
    "1.2.3",
    "1.2.0",
    "--1",
    "+-1",
    " 1",
    "1 ",
    "1e5",
    "0x10",
    "1,000",
    "１",
    "一",
    "9223372036854775808",
    "-9223372036854775809",
    "10000000000000000000.05",
    "93000000000000000000",
    "99999999999999999999999999999999999999999999",
    "0.0000000000000000001",
    "10.000000000000000001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdDecimal untouched = { 42, 1 };

      ck_assert_msg (!jd_decimal_parse (cases[i], -1, &untouched), "%s", cases[i]);
      ck_assert_int_eq (untouched.digits, 42);
      ck_assert_int_eq (untouched.scale, 1);
    }
}
END_TEST

START_TEST (reads_no_further_than_told)
{
  JdDecimal result;

  ck_assert (jd_decimal_parse ("12.5%", 4, &result));
  ck_assert_str_eq (formatted (result), "12.5");
  ck_assert (jd_decimal_parse ("100", 2, &result));
  ck_assert_str_eq (formatted (result), "10");
  ck_assert (!jd_decimal_parse ("12.5", 3, &result));
  ck_assert (!jd_decimal_parse ("12", 0, &result));
  ck_assert (!jd_decimal_parse ("1\0002", 3, &result));
}
END_TEST

START_TEST (reads_back_what_it_writes)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      JdDecimal value = random_decimal (random);
      JdDecimal again = decimal (formatted (value));

      ck_assert_int_eq (jd_decimal_compare (value, again), 0);
      ck_assert (again.scale == 0 || again.digits % 10 != 0);
    }
}
END_TEST

START_TEST (compares_by_value)
{
  static const char *const ascending[] = {
    "-9223372036854775808", "-7.5", "-7.49",  "-0.000000000000000001", "0", "0.1", "0.11", "7.5",
    "7.500000000000000001", "8",    "107.37", "9223372036854775807"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        int order = jd_decimal_compare (decimal (ascending[i]), decimal (ascending[j]));

        ck_assert_int_eq ((order > 0) - (order < 0), (i > j) - (i < j));
      }
  ck_assert_int_eq (jd_decimal_compare ((JdDecimal){ 750, 2 }, (JdDecimal){ 75, 1 }), 0);
}
END_TEST

START_TEST (calculates_exactly)
{
  static const struct
  {
    gboolean (*operation) (JdDecimal, JdDecimal, JdDecimal *);
    const char *a;
    const char *b;
    const char *result; /* NULL: does not fit */
  } cases[] = {
    { jd_decimal_add, "0.1", "0.2", "0.3" },
    { jd_decimal_add, "238.3", "-238.3", "0" },
    { jd_decimal_add, "9223372036854775807", "1", NULL },
    { jd_decimal_add, "9223372036854775807", "0.1", NULL },
    { jd_decimal_add, "9.5", "922337203685477500.5", "922337203685477510" },
    { jd_decimal_subtract, "107.37", "100", "7.37" },
    { jd_decimal_subtract, "-9223372036854775808", "1", NULL },
    { jd_decimal_subtract, "0", "-9223372036854775808", NULL },
    { jd_decimal_subtract, "-1", "-9223372036854775808", "9223372036854775807" },
    { jd_decimal_multiply, "1045.9", "100000000", "104590000000" },
    { jd_decimal_multiply, "-0.5", "0.5", "-0.25" },
    { jd_decimal_multiply, "0.000000001", "0.000000001", "0.000000000000000001" },
    { jd_decimal_multiply, "0.0000000001", "0.000000001", NULL },
    { jd_decimal_multiply, "0.0000000005", "0.000000002", "0.000000000000000001" },
    { jd_decimal_multiply, "3037000500", "3037000500", NULL },
    { jd_decimal_multiply, "-9223372036854775808", "-9223372036854775808", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdDecimal result = { 42, 1 };
      gboolean fits = cases[i].operation (decimal (cases[i].a), decimal (cases[i].b), &result);

      ck_assert_msg (fits == (cases[i].result != NULL), "row %zu", i);
      ck_assert_str_eq (formatted (result), fits ? cases[i].result : "4.2");
    }
}
END_TEST

START_TEST (divides_and_rounds_half_away_from_zero)
{
  static const struct
  {
    const char *a;
    const char *b;
    gint32 scale;
    const char *result; /* NULL: refused */
  } cases[] = {
    { "1", "3", 4, "0.3333" },
    { "2", "3", 4, "0.6667" },
    { "-2", "3", 0, "-1" },
    { "1", "2", 0, "1" },
    { "-1", "2", 0, "-1" },
    { "1", "-2", 0, "-1" },
    { "0.49", "1", 0, "0" },
    { "12.5", "10", 1, "1.3" },
    { "238.3", "221.94", 4, "1.0737" },
    { "20", "1", 18, "20" },
    { "1", "0.000000000000000001", 18, "1000000000000000000" },
    { "10", "0.000000000000000001", 0, NULL },
    { "9223372036854775807", "0.1", 0, NULL },
    { "-9223372036854775808", "1", 18, "-9223372036854775808" },
    { "-9223372036854775808", "-1", 0, NULL },
    { "9223372036854775807", "3", 18, NULL },
    { "9223372036854775807", "3", 0, "3074457345618258602" },
    { "9.223372036854775807", "3", 18, "3.074457345618258602" },
    { "1", "0", 2, NULL },
    { "0", "-7", 2, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JdDecimal result = { 42, 1 };
      gboolean fits
          = jd_decimal_divide (decimal (cases[i].a), decimal (cases[i].b), cases[i].scale, &result);

      ck_assert_msg (fits == (cases[i].result != NULL), "row %zu", i);
      ck_assert_str_eq (formatted (result), fits ? cases[i].result : "4.2");
    }
}
END_TEST

START_TEST (subtraction_undoes_addition)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  int n_sums = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      JdDecimal a = random_decimal (random);
      JdDecimal b = random_decimal (random);
      JdDecimal sum, swapped, back;

      if (!jd_decimal_add (a, b, &sum))
        continue;
      n_sums++;
      ck_assert (jd_decimal_add (b, a, &swapped));
      ck_assert_int_eq (jd_decimal_compare (sum, swapped), 0);
      ck_assert (jd_decimal_subtract (sum, b, &back));
      ck_assert_int_eq (jd_decimal_compare (back, a), 0);
    }
  ck_assert_int_gt (n_sums, ROUNDS / 10);
}
END_TEST

START_TEST (division_undoes_multiplication)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  int n_products = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      JdDecimal a = random_decimal (random);
      JdDecimal b = random_decimal (random);
      JdDecimal product, back;

      if (b.digits == 0 || !jd_decimal_multiply (a, b, &product))
        continue;
      n_products++;
      ck_assert (jd_decimal_divide (product, b, JD_DECIMAL_MAX_SCALE, &back));
      ck_assert_int_eq (jd_decimal_compare (back, a), 0);
    }
  ck_assert_int_gt (n_products, ROUNDS / 10);
}
END_TEST

/* |a - quotient * b| <= |b| / 2 / 10^scale, with numbers small enough for 128 bits. */
START_TEST (quotient_is_the_nearest)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 a = g_rand_int_range (random, -1000000, 1000000);
      gint64 b = g_rand_int_range (random, 1, 1000000);
      gint32 scale = g_rand_int_range (random, 0, 7);
      gint64 shifted = a;
      JdDecimal quotient;
      gint64 rest;

      for (gint32 i = 0; i < scale; i++)
        shifted *= 10;
      ck_assert (jd_decimal_divide (jd_decimal_from_integer (a), jd_decimal_from_integer (b), scale,
                                    &quotient));
      for (; quotient.scale < scale; quotient.scale++)
        quotient.digits *= 10;
      rest = shifted - quotient.digits * b;
      ck_assert_int_le (2 * ABS (rest), b);
      /* A half is rounded away from zero: what is left points back to it. */
      ck_assert (2 * ABS (rest) != b || (rest < 0) == (a > 0));
    }
}
END_TEST

START_TEST (converts_to_the_nearest_double)
{
  ck_assert (jd_decimal_to_double (decimal ("107.37")) == 107.37);
  ck_assert (jd_decimal_to_double (decimal ("-0.1")) == -0.1);
  ck_assert (jd_decimal_to_double (decimal ("9007199254740993.0")) == 9007199254740992.0);
  ck_assert (jd_decimal_to_double (decimal ("9.007199254740993001")) == 9.007199254740993001);
  ck_assert (jd_decimal_to_double (jd_decimal_from_integer (G_MININT64)) == -ldexp (1, 63));
}
END_TEST

JD_SUITE ("decimal",
          reads_and_writes_plain_numbers,
          refuses_what_is_no_number_or_too_large,
          reads_no_further_than_told,
          reads_back_what_it_writes,
          compares_by_value,
          calculates_exactly,
          divides_and_rounds_half_away_from_zero,
          subtraction_undoes_addition,
          division_undoes_multiplication,
          quotient_is_the_nearest,
          converts_to_the_nearest_double)
