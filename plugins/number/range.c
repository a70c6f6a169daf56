/* range.c - a numeral with its unit, or two of them: 12.6余万人, 2-3家, 6.5%－7%, 1万到5万元
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "range.h"

#include <string.h>

#include "numeral.h"
#include "utf8.h"

typedef struct
{
  const JdUnits *units;
  const char *text;
  gsize length;
} Reader;

typedef struct
{
  JdNumeral numeral;
  const JdUnit *unit;
  gsize end;
} Part;

static const char *const separators[] = { "-", "－", "—", "–", "~", "～", "至", "到", "─", "、" };

static gboolean
read_part (const Reader *reader, gsize at, Part *part)
{
  gsize n = 0;

  if (!jd_numeral_read (reader->text + at, reader->length - at, &part->numeral))
    return FALSE;
  part->end = at + part->numeral.length;
  at = jd_utf8_skip_blanks (reader->text, reader->length, part->end);
  part->unit = jd_units_match (reader->units, reader->text + at, reader->length - at, &n);
  if (part->unit != NULL && part->unit->after_digits && !(part->numeral.flags & JD_NUMERAL_DIGITS))
    part->unit = NULL;
  if (part->unit != NULL)
    part->end = at + n;
  return TRUE;
}

/* Where the second number begins; 0: no separator here. */
static gsize
skip_separator (const Reader *reader, gsize at, gboolean *enumerating)
{
  gsize begin = at = jd_utf8_skip_blanks (reader->text, reader->length, at);

  *enumerating = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize n = strlen (separators[i]);

      while (reader->length - at >= n && memcmp (reader->text + at, separators[i], n) == 0)
        {
          at += n;
          *enumerating = i == G_N_ELEMENTS (separators) - 1;
        }
    }
  return at > begin ? jd_utf8_skip_blanks (reader->text, reader->length, at) : 0;
}

/* 三、四个: neighbours, one Chinese digit each. */
static gboolean
are_neighbours (const Part *first, const Part *second)
{
  return first->numeral.flags
             == (second->numeral.flags | (first->numeral.flags & JD_NUMERAL_PERCENT))
         && (second->numeral.flags == JD_NUMERAL_HAN) && first->unit == NULL
         && first->numeral.digits == 1 && second->numeral.digits == 1
         && first->numeral.value.digits + 1 == second->numeral.value.digits
         && (second->unit != NULL || (first->numeral.flags & JD_NUMERAL_PERCENT));
}

/* 1-5万元, 一千到两千万元: the first takes the scale of the second. */
static void
share_scale (Part *first, const Part *second)
{
  JdDecimal count = second->numeral.value;

  if (first->unit != NULL || first->numeral.scale > 0 || second->numeral.scale == 0)
    return;
  if (jd_numeral_scale (&count, -second->numeral.scale)
      && jd_decimal_compare (first->numeral.value, count) < 0
      && !jd_numeral_scale (&first->numeral.value, second->numeral.scale))
    first->numeral.flags |= JD_NUMERAL_OVERFLOW;
}

static gboolean
read_second (const Reader *reader, Part *first, Part *second)
{
  gboolean enumerating;
  gsize at = skip_separator (reader, first->end, &enumerating);

  if (at == 0 || !read_part (reader, at, second)
      || ((first->numeral.flags ^ second->numeral.flags) & JD_NUMERAL_DIGITS))
    return FALSE;
  if (enumerating)
    return are_neighbours (first, second);
  if (first->unit != NULL ? second->unit != first->unit
                          : second->unit == NULL
                                && !((first->numeral.flags | second->numeral.flags)
                                     & (JD_NUMERAL_PERCENT | JD_NUMERAL_SCALED | JD_NUMERAL_HAN)))
    return FALSE;
  share_scale (first, second);
  return jd_decimal_compare (first->numeral.value, second->numeral.value) < 0;
}

static gboolean
is_sign_at (const Reader *reader, gsize at)
{
  gsize before, n;
  gunichar c = jd_utf8_get (reader->text + at, reader->text + reader->length, &n);

  if (c == 0x8d1f) /* 负 */
    return TRUE;
  if (c != '-' && c != 0xff0d)
    return FALSE;
  before = jd_utf8_before (reader->text, at);
  return at == 0
         || jd_utf8_is_blank (
             jd_utf8_get (reader->text + before, reader->text + reader->length, &n));
}

static void
apply_sign (const Reader *reader, JdRange *range)
{
  gsize at = jd_utf8_before (reader->text, range->begin);

  if (range->begin == 0 || !is_sign_at (reader, at))
    return;
  range->begin = at;
  range->value.digits = -range->value.digits;
  range->high.digits = -range->high.digits;
}

/* 两米半. */
static void
add_half (const Reader *reader, JdRange *range)
{
  static const char half[] = "半";
  JdDecimal sum;

  if (range->unit == NULL || range->has_high || reader->length - range->end < strlen (half)
      || memcmp (reader->text + range->end, half, strlen (half)) != 0 || range->value.digits >= 100
      || !jd_decimal_add (range->value, (JdDecimal){ 5, 1 }, &sum))
    return;
  range->value = sum;
  range->end += strlen (half);
}

/* $5, ￥13.5: the sign stands before the number. */
static void
find_currency (const Reader *reader, JdRange *range)
{
  static const struct
  {
    const char *sign;
    const char *unit;
  } signs[] = { { "$", "美元" }, { "￥", "元" }, { "¥", "元" }, { "人民币", "元" } };
  gsize matched;

  for (gsize i = 0; range->unit == NULL && i < G_N_ELEMENTS (signs); i++)
    {
      gsize n = strlen (signs[i].sign);

      if (range->begin < n || memcmp (reader->text + range->begin - n, signs[i].sign, n) != 0)
        continue;
      range->unit = jd_units_match (reader->units, signs[i].unit, strlen (signs[i].unit), &matched);
      range->begin -= n;
    }
}

gboolean
jd_range_read (const JdUnits *units, const char *text, gsize length, gsize at, JdRange *range)
{
  const Reader reader = { units, text, length };
  Part first, second;

  if (!read_part (&reader, at, &first))
    return FALSE;
  *range = (JdRange){ .begin = at, .end = first.end, .unit = first.unit };
  if (read_second (&reader, &first, &second))
    {
      range->end = second.end;
      range->has_high = TRUE;
      range->high = second.numeral.value;
      range->unit = second.unit;
      first.numeral.flags |= second.numeral.flags & (JD_NUMERAL_OVERFLOW | JD_NUMERAL_SCALED);
    }
  else if (first.numeral.flags & JD_NUMERAL_SPREAD)
    {
      range->has_high = TRUE;
      range->high = first.numeral.high;
    }
  range->value = first.numeral.value;
  range->flags = first.numeral.flags;
  if (range->unit != NULL
      && (!jd_numeral_scale (&range->value, range->unit->power)
          || !jd_numeral_scale (&range->high, range->unit->power)))
    range->flags |= JD_NUMERAL_OVERFLOW;
  add_half (&reader, range);
  find_currency (&reader, range);
  apply_sign (&reader, range);
  return TRUE;
}
