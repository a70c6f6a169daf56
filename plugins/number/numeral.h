/* numeral.h - reads one numeral: ASCII, full-width and Chinese digits, scales, fractions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass, no backtracking, exact.  What is read: 1045.9, ４６８, 1 6 5 5 (digits spaced out),
 * 12,300 and 7，500, 1.2万亿, 2100余万, 3亿5千万, 三百二十万, 两, 二〇三五, 六点四二万,
 * 百分之六点五, 四分之一, 一半, 三四十.
 */
#pragma once

#include <jiandu/decimal.h>

G_BEGIN_DECLS

/* Bytes that the numeral of a year, a month or a list's item cannot fill; who wants no other one
 * need not read on, which would be a long way where no numeral ends: 两两两两…. */
#define JD_NUMERAL_SHORT 64

typedef enum
{
  JD_NUMERAL_DIGITS = 1 << 0,   /* has ASCII or full-width digits */
  JD_NUMERAL_HAN = 1 << 1,      /* has Chinese digits, or 十, 百, 千 */
  JD_NUMERAL_BARE = 1 << 2,     /* begins with its scale: 亿, 千万 */
  JD_NUMERAL_MORE = 1 << 3,     /* 余, 多 or 几 after it: the value is a lower limit */
  JD_NUMERAL_SERIAL = 1 << 4,   /* Chinese digits read one by one: 二〇三五 */
  JD_NUMERAL_SPREAD = 1 << 5,   /* 三四十: `value` to `high` */
  JD_NUMERAL_FRACTION = 1 << 6, /* 四分之一, 一半 */
  JD_NUMERAL_PERCENT = 1 << 7,  /* 百分之, 千分之: `value` is in percent */
  JD_NUMERAL_POINT = 1 << 8,    /* has a decimal point */
  JD_NUMERAL_SCALED = 1 << 9,   /* has 万 or 亿 */
  JD_NUMERAL_OVERFLOW = 1 << 10 /* does not fit: `value` means nothing */
} JdNumeralFlags;

typedef struct
{
  gsize length; /* in bytes, with 余 or 多 */
  JdDecimal value;
  JdDecimal high; /* with JD_NUMERAL_SPREAD only */
  guint flags;
  guint digits; /* how many digits stand before the point or the first scale */
  gint scale;   /* power of ten of 万 and 亿 at its end: 0, 4, 8, 12 */
} JdNumeral;

/* Reads the numeral that `text` begins with.  FALSE, leaving `numeral` alone, when there is none.
 */
gboolean jd_numeral_read (const char *text, gsize length, JdNumeral *numeral);

/* Whether a numeral can begin with this character. */
gboolean jd_numeral_begins (gunichar c);

/* `value` x 10^power; FALSE, leaving `value` alone, when the result does not fit. */
gboolean jd_numeral_scale (JdDecimal *value, gint power);

G_END_DECLS
