/* decimal.c - exact decimal numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * 64-bit digits scaled by at most 10^18 stay below 10^37, so 128 bits hold every intermediate sum
 * and product.
 */
#include <jiandu/decimal.h>

#include <string.h>

typedef __int128 Wide;

/* Even with a last 0 behind the point, which trim_fraction() leaves, digits that fit are less. */
#define TOO_LARGE ((Wide)1 << 67)

static const gint64 powers[JD_DECIMAL_MAX_SCALE + 1] = {
  1,
  10,
  100,
  1000,
  10000,
  100000,
  1000000,
  10000000,
  100000000,
  1000000000,
  10000000000,
  100000000000,
  1000000000000,
  10000000000000,
  100000000000000,
  1000000000000000,
  10000000000000000,
  100000000000000000,
  1000000000000000000,
};

static gboolean
is_scale (gint32 scale)
{
  return scale >= 0 && scale <= JD_DECIMAL_MAX_SCALE;
}

/* Takes `digits` / 10^`scale` without its last zeros, so that what fits as a value is never refused
 * for how it was come by. */
static gboolean
store (Wide digits, gint32 scale, JdDecimal *result)
{
  while (scale > 0 && digits % 10 == 0)
    {
      digits /= 10;
      scale--;
    }
  if (scale > JD_DECIMAL_MAX_SCALE || digits > G_MAXINT64 || digits < G_MININT64)
    return FALSE;

  *result = (JdDecimal){ .digits = (gint64)digits, .scale = scale };

  return TRUE;
}

/* Appends the ASCII digits at `text` to `number` and returns how many there are.  What is too long
 * for any JdDecimal stops growing above TOO_LARGE. */
static gsize
read_digits (const char *text, const char *end, Wide *number)
{
  const char *at = text;

  for (; at < end && g_ascii_isdigit (*at); at++)
    if (*number <= TOO_LARGE)
      *number = *number * 10 + (*at - '0');

  return (gsize)(at - text);
}

/* A fraction without its last zeros: 0.1000… with any number of zeros is 0.1. */
static const char *
trim_fraction (const char *text, const char *end)
{
  if (memchr (text, '.', (gsize)(end - text)) == NULL)
    return end;
  while (end[-1] == '0' && end[-2] != '.')
    end--;

  return end;
}

gboolean
jd_decimal_parse (const char *text, gssize length, JdDecimal *decimal)
{
  const char *end = text + (length >= 0 ? (gsize)length : strlen (text));
  gboolean negative = text < end && *text == '-';
  Wide digits = 0;
  gsize n_digits;
  gsize scale = 0;

  if (text < end && (*text == '-' || *text == '+'))
    text++;
  end = trim_fraction (text, end);
  n_digits = read_digits (text, end, &digits);
  text += n_digits;
  if (text < end && *text == '.')
    {
      scale = read_digits (text + 1, end, &digits);
      text += 1 + scale;
      if (scale == 0)
        return FALSE;
    }
  if (n_digits == 0 || text != end || digits > TOO_LARGE || scale > JD_DECIMAL_MAX_SCALE)
    return FALSE;

  return store (negative ? -digits : digits, (gint32)scale, decimal);
}

gsize
jd_decimal_format (JdDecimal decimal, char *buffer)
{
  char reversed[JD_DECIMAL_BUFFER];
  gint32 scale = decimal.scale;
  guint64 rest = decimal.digits < 0 ? -(guint64)decimal.digits : (guint64)decimal.digits;
  gsize n = 0;

  g_return_val_if_fail (is_scale (decimal.scale), 0);

  for (; scale > 0 && rest % 10 == 0; rest /= 10)
    scale--;
  for (gint32 place = 0; rest > 0 || place <= scale; place++)
    {
      if (place == scale && scale > 0)
        reversed[n++] = '.';
      reversed[n++] = (char)('0' + rest % 10);
      rest /= 10;
    }
  if (decimal.digits < 0)
    reversed[n++] = '-';
  for (gsize i = 0; i < n; i++)
    buffer[i] = reversed[n - 1 - i];
  buffer[n] = '\0';

  return n;
}

JdDecimal
jd_decimal_from_integer (gint64 value)
{
  return (JdDecimal){ .digits = value, .scale = 0 };
}

/* Digits above 2^53 would be rounded before the division and the result once more after it;
 * strtod() rounds once. */
double
jd_decimal_to_double (JdDecimal decimal)
{
  char buffer[JD_DECIMAL_BUFFER];

  g_return_val_if_fail (is_scale (decimal.scale), 0);

  jd_decimal_format (decimal, buffer);

  return g_ascii_strtod (buffer, NULL);
}

/* Brings `a` and `b` to the larger of their scales, and returns it. */
static gint32
align (JdDecimal a, JdDecimal b, Wide *a_digits, Wide *b_digits)
{
  gint32 scale = MAX (a.scale, b.scale);

  *a_digits = (Wide)a.digits * powers[scale - a.scale];
  *b_digits = (Wide)b.digits * powers[scale - b.scale];

  return scale;
}

int
jd_decimal_compare (JdDecimal a, JdDecimal b)
{
  Wide left, right;

  g_return_val_if_fail (is_scale (a.scale) && is_scale (b.scale), 0);

  align (a, b, &left, &right);

  return (left > right) - (left < right);
}

gboolean
jd_decimal_add (JdDecimal a, JdDecimal b, JdDecimal *result)
{
  Wide left, right;
  gint32 scale;

  g_return_val_if_fail (is_scale (a.scale) && is_scale (b.scale), FALSE);

  scale = align (a, b, &left, &right);

  return store (left + right, scale, result);
}

gboolean
jd_decimal_subtract (JdDecimal a, JdDecimal b, JdDecimal *result)
{
  Wide left, right;
  gint32 scale;

  g_return_val_if_fail (is_scale (a.scale) && is_scale (b.scale), FALSE);

  scale = align (a, b, &left, &right);

  return store (left - right, scale, result);
}

gboolean
jd_decimal_multiply (JdDecimal a, JdDecimal b, JdDecimal *result)
{
  g_return_val_if_fail (is_scale (a.scale) && is_scale (b.scale), FALSE);

  return store ((Wide)a.digits * b.digits, a.scale + b.scale, result);
}

gboolean
jd_decimal_divide (JdDecimal a, JdDecimal b, gint32 scale, JdDecimal *result)
{
  Wide numerator, denominator, quotient, rest;

  g_return_val_if_fail (is_scale (a.scale) && is_scale (b.scale) && is_scale (scale), FALSE);

  if (b.digits == 0)
    return FALSE;
  align (a, b, &numerator, &denominator);
  numerator = a.digits < 0 ? -numerator : numerator;
  denominator = b.digits < 0 ? -denominator : denominator;
  quotient = numerator / denominator;
  rest = numerator % denominator;
  if (quotient > (Wide)G_MAXINT64 + 1)
    return FALSE;
  for (gint32 place = 0; place < scale; place++)
    {
      rest *= 10;
      quotient = quotient * 10 + rest / denominator;
      rest %= denominator;
    }
  if (2 * rest >= denominator)
    quotient++;

  return store ((a.digits < 0) != (b.digits < 0) ? -quotient : quotient, scale, result);
}
