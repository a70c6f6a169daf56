/* cardinal.c - digits and scales: a numeral without its fraction
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cardinal.h"

#include <string.h>

#include "sign.h"
#include "utf8.h"

/* Chinese digits behind 点: more would not fit beside the whole part. */
#define LONGEST_FRACTION 15

typedef struct
{
  const char *at;
  const char *end;
  JdDecimal total;   /* what stands before the last 万 or 亿, scaled */
  JdDecimal section; /* what stands since, without the last digits */
  JdDecimal pending; /* the last digits, not yet scaled */
  gint64 spread;     /* of the pending digits: 1 for 三四 */
  JdDecimal range;   /* the spread, scaled as its digits were */
  gboolean has_pending;
  gboolean pending_is_han;
  gboolean has_zero; /* 零 since the last scale */
  gboolean has_more;
  gint last;    /* power of the last scale; 0: none yet */
  gint largest; /* of 万 and 亿 in `total` */
  gint tail;    /* power of the scales at the end of `total`: 12 for 万亿 */
  guint flags;
  guint digits;
} Reader;

/* Units that begin with a scale: after digits 300千瓦 is 300 of them. */
static const char *const scaled_units[]
    = { "千瓦", "千克", "千米", "千伏", "千卡", "千赫", "千焦", "千帕", "百帕", "百分" };

static void
scale_by (Reader *reader, JdDecimal *value, gint power)
{
  if (!jd_numeral_scale (value, power))
    reader->flags |= JD_NUMERAL_OVERFLOW;
}

static void
add_to (Reader *reader, JdDecimal *sum, JdDecimal value)
{
  if (!jd_decimal_add (*sum, value, sum))
    reader->flags |= JD_NUMERAL_OVERFLOW;
}

static gboolean
is_digit (const char *at, const char *end)
{
  return jd_sign_at (at, end).type == JD_SIGN_DIGIT;
}

/* Bytes of a comma that parts thousands: three digits after it, and no fourth. */
static gsize
comma_bytes (const char *at, const char *end)
{
  gsize bytes, n = 0;
  gunichar c = jd_utf8_get (at, end, &bytes);
  const char *p = at + bytes;
  JdSign sign;

  if (c != ',' && c != 0xff0c)
    return 0;
  for (sign = jd_sign_at (p, end); sign.type == JD_SIGN_DIGIT && n < 4;
       sign = jd_sign_at (p, end), n++)
    p += sign.bytes;
  return n == 3 ? bytes : 0;
}

/* Bytes of a blank inside a number whose digits are spaced out (1 6 5 5): the next group is one
 * digit too. */
static gsize
spacing_bytes (const char *at, const char *end)
{
  JdSign next;

  if (at == end || *at != ' ')
    return 0;
  next = jd_sign_at (at + 1, end);
  return next.type == JD_SIGN_DIGIT && !is_digit (at + 1 + next.bytes, end) ? 1 : 0;
}

static gsize
point_bytes (const char *at, const char *end)
{
  gsize bytes;
  gunichar c = jd_utf8_get (at, end, &bytes);

  return (c == '.' || c == 0xff0e) && is_digit (at + bytes, end) ? bytes : 0;
}

static void
take_digit (Reader *reader, gint value, gboolean behind_point)
{
  JdDecimal *pending = &reader->pending;

  if (__builtin_mul_overflow (pending->digits, (gint64)10, &pending->digits)
      || __builtin_add_overflow (pending->digits, (gint64)value, &pending->digits)
      || (behind_point && ++pending->scale > JD_DECIMAL_MAX_SCALE))
    {
      reader->flags |= JD_NUMERAL_OVERFLOW;
      *pending = (JdDecimal){ 0, 0 };
    }
}

static void
read_digits (Reader *reader)
{
  gboolean spaced = TRUE, point = FALSE;
  guint group = 0;
  gsize skip = 0;

  reader->pending = (JdDecimal){ 0, 0 };
  for (;;)
    {
      JdSign sign = jd_sign_at (reader->at + skip, reader->end);

      if (sign.type != JD_SIGN_DIGIT)
        break;
      reader->at += skip + sign.bytes;
      take_digit (reader, sign.value, point);
      reader->digits += point ? 0 : 1;
      group++;
      skip = 0;
      if (!point && group <= 3)
        skip = comma_bytes (reader->at, reader->end);
      if (skip == 0 && spaced && group == 1)
        skip = spacing_bytes (reader->at, reader->end);
      if (skip > 0)
        spaced = spaced && group == 1, group = 0;
      else if (!point && (skip = point_bytes (reader->at, reader->end)) > 0)
        point = TRUE, group = 4, spaced = FALSE;
    }
  reader->flags |= JD_NUMERAL_DIGITS | (point ? JD_NUMERAL_POINT : 0);
  reader->has_pending = TRUE;
  reader->pending_is_han = FALSE;
}

/* Two Chinese digits that stand side by side and mean "three or four". */
static gint64
spread_of (gint first, gint second)
{
  return first > 0 && (second == first + 1 || (first == 3 && second == 5)) ? second - first : 0;
}

static void
read_han (Reader *reader)
{
  gint first = -1, second = -1;
  guint n = 0;
  JdSign sign = jd_sign_at (reader->at, reader->end);

  reader->pending = (JdDecimal){ 0, 0 };
  for (; sign.type == JD_SIGN_HAN; sign = jd_sign_at (reader->at, reader->end), n++)
    {
      reader->at += sign.bytes;
      take_digit (reader, sign.value, FALSE);
      first = n == 0 ? sign.value : first;
      second = n == 1 ? sign.value : second;
    }
  reader->spread = n == 2 ? spread_of (first, second) : 0;
  if (reader->spread > 0)
    reader->pending.digits = first;
  else if (n > 1)
    reader->flags |= JD_NUMERAL_SERIAL;
  reader->digits += n;
  reader->flags |= JD_NUMERAL_HAN;
  reader->has_pending = TRUE;
  reader->pending_is_han = TRUE;
}

/* 零 that only fills a place: 三千零五十. */
static gboolean
skip_zero (Reader *reader, JdSign sign)
{
  JdSign next = jd_sign_at (reader->at + sign.bytes, reader->end);

  if (reader->last == 0 || sign.value != 0 || next.type == JD_SIGN_OTHER)
    return FALSE;
  reader->at += sign.bytes;
  reader->has_zero = TRUE;
  return TRUE;
}

/* 六点四二: digits after 点, and no 十 behind them (八点三十 is a time). */
static gboolean
read_point (Reader *reader)
{
  const char *at = reader->at + strlen ("点");
  JdSign sign = jd_sign_at (at, reader->end);
  JdDecimal pending = reader->has_pending ? reader->pending : (JdDecimal){ 0, 0 };

  if (sign.type != JD_SIGN_HAN || !(reader->flags & JD_NUMERAL_HAN)
      || (reader->flags & (JD_NUMERAL_POINT | JD_NUMERAL_SERIAL)) || reader->spread > 0)
    return FALSE;
  for (; sign.type == JD_SIGN_HAN; sign = jd_sign_at (at, reader->end))
    {
      at += sign.bytes;
      if (pending.scale == LONGEST_FRACTION)
        return FALSE;
      pending = (JdDecimal){ pending.digits * 10 + sign.value, pending.scale + 1 };
    }
  if (sign.type == JD_SIGN_SCALE && sign.value < 4)
    return FALSE;
  reader->pending = pending;
  reader->has_pending = TRUE;
  reader->flags |= JD_NUMERAL_POINT;
  reader->at = at;
  return TRUE;
}

static gboolean
is_unit_of_scale (const char *at, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scaled_units); i++)
    {
      gsize n = strlen (scaled_units[i]);

      if ((gsize)(end - at) >= n && memcmp (at, scaled_units[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
apply_small (Reader *reader, gint power)
{
  JdDecimal group = reader->has_pending ? reader->pending : (JdDecimal){ 1, 0 };
  JdDecimal range = { reader->spread, 0 };

  scale_by (reader, &group, power);
  add_to (reader, &reader->section, group);
  if (reader->spread > 0)
    {
      scale_by (reader, &range, power);
      reader->range = range;
    }
  reader->spread = 0;
}

static void
apply_large (Reader *reader, gint power)
{
  JdDecimal group = reader->section;

  if (reader->has_pending)
    add_to (reader, &group, reader->pending);
  else if (reader->last == 0)
    group = (JdDecimal){ 1, 0 };
  if (reader->spread > 0)
    reader->range = (JdDecimal){ reader->spread, 0 };
  if (power >= reader->largest)
    {
      add_to (reader, &reader->total, group);
      scale_by (reader, &reader->total, power);
    }
  else
    {
      scale_by (reader, &group, power);
      add_to (reader, &reader->total, group);
    }
  scale_by (reader, &reader->range, power);
  reader->tail = reader->has_pending || reader->last < 4 ? power : reader->tail + power;
  reader->section = (JdDecimal){ 0, 0 };
  reader->largest = MAX (reader->largest, power);
  reader->spread = 0;
}

static gboolean
read_scale (Reader *reader, JdSign sign)
{
  if (sign.value < 4 && reader->has_pending && !reader->pending_is_han
      && is_unit_of_scale (reader->at, reader->end))
    return FALSE;
  if (sign.value < 4 && !reader->has_pending && reader->last > 0
      && is_unit_of_scale (reader->at, reader->end))
    return FALSE;
  if (!reader->has_pending && reader->last == 0)
    reader->flags |= sign.value > 1 ? JD_NUMERAL_BARE : 0;
  if (sign.value < 4)
    apply_small (reader, sign.value);
  else
    apply_large (reader, sign.value);
  reader->flags |= sign.value < 4 ? JD_NUMERAL_HAN : JD_NUMERAL_SCALED;
  reader->has_pending = FALSE;
  reader->has_zero = FALSE;
  reader->last = sign.value;
  reader->at += sign.bytes;
  return TRUE;
}

/* 余 and 多 follow digits or a scale (1000余, 十多), 几 a scale only (二十几). */
static gboolean
read_more (Reader *reader, JdSign sign)
{
  gboolean after_scale = reader->last > 0 && !reader->has_pending;
  gboolean after_digits = reader->has_pending && !reader->pending_is_han;

  if (reader->has_more || !(after_scale || (after_digits && sign.value == 0)))
    return FALSE;
  reader->has_more = TRUE;
  reader->flags |= JD_NUMERAL_MORE;
  reader->at += sign.bytes;
  return TRUE;
}

/* Blanks inside a numeral: before 万, 亿 and 余, 多 (238.3 亿, 1080 余次). */
static gboolean
skip_blanks (Reader *reader)
{
  gsize left = (gsize)(reader->end - reader->at);
  gsize blanks = jd_utf8_skip_blanks (reader->at, left, 0);
  JdSign next = jd_sign_at (reader->at + blanks, reader->end);

  if (blanks == 0 || !(reader->flags & (JD_NUMERAL_DIGITS | JD_NUMERAL_SCALED)))
    return FALSE;
  if (next.type == JD_SIGN_SCALE && next.value >= 4 && reader->has_pending)
    return reader->at += blanks, TRUE;
  if (next.type == JD_SIGN_MORE && next.value == 0 && !reader->has_more)
    return reader->at += blanks, TRUE;
  return FALSE;
}

static gboolean
may_read_number (const Reader *reader)
{
  return !reader->has_pending && !reader->has_more && !(reader->flags & JD_NUMERAL_SERIAL)
         && (reader->last > 0 || reader->flags == 0);
}

static gboolean
read_next (Reader *reader)
{
  JdSign sign = jd_sign_at (reader->at, reader->end);

  switch (sign.type)
    {
    case JD_SIGN_DIGIT:
      if (!may_read_number (reader) || (reader->flags & JD_NUMERAL_BARE))
        return FALSE;
      read_digits (reader);
      return TRUE;
    case JD_SIGN_HAN:
      if (!may_read_number (reader))
        return FALSE;
      if (!skip_zero (reader, sign))
        read_han (reader);
      return TRUE;
    case JD_SIGN_SCALE:
      return !(reader->flags & JD_NUMERAL_SERIAL) && read_scale (reader, sign);
    case JD_SIGN_MORE:
      return read_more (reader, sign);
    case JD_SIGN_POINT:
      return read_point (reader);
    case JD_SIGN_OTHER:
      return skip_blanks (reader);
    default:
      return FALSE;
    }
}

/* 三万五 is 35000: a lone last digit counts in the next lower place. */
static void
apply_rest (Reader *reader)
{
  JdDecimal rest = reader->pending;

  if (!reader->has_pending)
    return;
  if (reader->last >= 2 && reader->pending_is_han && !reader->has_zero && reader->spread == 0
      && rest.digits < 10 && rest.scale == 0)
    scale_by (reader, &rest, reader->last - 1);
  add_to (reader, &reader->section, rest);
  if (reader->spread > 0)
    reader->range = (JdDecimal){ reader->spread, 0 };
}

gboolean
jd_cardinal_read (const char *text, gsize length, JdNumeral *numeral)
{
  Reader reader = { .at = text, .end = text + length };
  JdDecimal value;

  while (read_next (&reader))
    ;
  if (reader.at == text)
    return FALSE;
  apply_rest (&reader);
  value = reader.total;
  add_to (&reader, &value, reader.section);
  *numeral = (JdNumeral){ .length = (gsize)(reader.at - text),
                          .value = value,
                          .flags = reader.flags,
                          .digits = reader.digits,
                          .scale = reader.last >= 4 && !reader.has_pending ? reader.tail : 0 };
  if (reader.range.digits > 0)
    {
      numeral->flags |= JD_NUMERAL_SPREAD;
      if (!jd_decimal_add (value, reader.range, &numeral->high))
        numeral->flags |= JD_NUMERAL_OVERFLOW;
    }
  return TRUE;
}
