/* numeral.c - reads one numeral: ASCII, full-width and Chinese digits, scales, fractions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "numeral.h"

#include <string.h>

#include "cardinal.h"
#include "sign.h"

gboolean
jd_numeral_begins (gunichar c)
{
  JdSignType type = jd_sign_of (c, 0).type;

  return type == JD_SIGN_DIGIT || type == JD_SIGN_HAN || type == JD_SIGN_SCALE;
}

gboolean
jd_numeral_scale (JdDecimal *value, gint power)
{
  gint64 digits = value->digits;
  gint32 scale = value->scale;

  for (; power > 0 && scale > 0; power--)
    scale--;
  for (; power > 0; power--)
    if (__builtin_mul_overflow (digits, (gint64)10, &digits))
      return FALSE;
  for (; power < 0; power++, scale++)
    if (scale == JD_DECIMAL_MAX_SCALE)
      return FALSE;
  *value = (JdDecimal){ digits, scale };
  return TRUE;
}

static gboolean
is_power (JdDecimal value, gint64 power)
{
  return value.digits == power && value.scale == 0;
}

/* How many places a share in 百, 千 or 万 lies behind percent; -1: another denominator. */
static gint
hundredths (JdDecimal denominator)
{
  if (is_power (denominator, 100))
    return 0;
  if (is_power (denominator, 1000))
    return 1;
  return is_power (denominator, 10000) ? 2 : -1;
}

/* DENOMINATOR分之NUMERATOR.  12 places are more than any report's figure needs. */
static void
read_share (const char *text, gsize length, JdNumeral *numeral)
{
  static const char share[] = "分之";
  gsize at = numeral->length;
  JdNumeral part;
  JdDecimal value = numeral->value;
  gint places = hundredths (value);

  if (length - at < strlen (share) || memcmp (text + at, share, strlen (share)) != 0)
    return;
  at += strlen (share);
  if (!jd_cardinal_read (text + at, length - at, &part))
    return;
  part.length += at;
  part.flags &= ~(guint)JD_NUMERAL_BARE;
  part.flags |= places >= 0 ? JD_NUMERAL_PERCENT : JD_NUMERAL_FRACTION;
  if (places >= 0 && !jd_numeral_scale (&part.value, -places))
    part.flags |= JD_NUMERAL_OVERFLOW;
  else if (places < 0 && !jd_decimal_divide (part.value, value, 12, &part.value))
    return;
  *numeral = part;
}

/* 一半. */
static void
read_half (const char *text, gsize length, JdNumeral *numeral)
{
  JdSign sign = jd_sign_at (text + numeral->length, text + length);

  if (sign.type != JD_SIGN_HALF || !is_power (numeral->value, 1) || numeral->digits != 1)
    return;
  numeral->value = (JdDecimal){ 5, 1 };
  numeral->flags |= JD_NUMERAL_FRACTION;
  numeral->length += sign.bytes;
}

gboolean
jd_numeral_read (const char *text, gsize length, JdNumeral *numeral)
{
  JdNumeral whole;

  if (!jd_cardinal_read (text, length, &whole) || whole.flags == 0)
    return FALSE;
  read_share (text, length, &whole);
  read_half (text, length, &whole);
  *numeral = whole;
  return TRUE;
}
