/* decimal.h - exact decimal numbers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A figure in a report is a decimal fraction; as a binary one, 107.37 would come out as
 * 107.37000000000001.  A JdDecimal is digits / 10^scale and never rounds on its own: what does not
 * fit is refused.
 */
#pragma once

#include <jiandu/abi.h>

G_BEGIN_DECLS

/* Largest scale: 10^18 still fits into gint64. */
#define JD_DECIMAL_MAX_SCALE 18

/* Bytes that jd_decimal_format() needs at most, with the final NUL. */
#define JD_DECIMAL_BUFFER 24

typedef struct
{
  gint64 digits;
  gint32 scale; /* 0 .. JD_DECIMAL_MAX_SCALE: how many of the digits stand behind the point */
} JdDecimal;

/* Reads `[+-]digits[.digits]` in ASCII, all of `length` bytes (-1: up to the NUL).  Returns FALSE,
 * leaving `decimal` alone, when the text is something else or does not fit. */
JD_API gboolean jd_decimal_parse (const char *text, gssize length, JdDecimal *decimal);

/* Writes the shortest plain form ("238.3", "-0.5", "104590000000") into `buffer`, which holds at
 * least JD_DECIMAL_BUFFER bytes, and returns its length. */
JD_API gsize jd_decimal_format (JdDecimal decimal, char *buffer);

JD_API JdDecimal jd_decimal_from_integer (gint64 value);

/* The nearest double; for drawing and statistics, never for output of the figure itself. */
JD_API double jd_decimal_to_double (JdDecimal decimal);

/* Negative, 0 or positive as `a` is less than, equal to or greater than `b`; 7.50 equals 7.5. */
JD_API int jd_decimal_compare (JdDecimal a, JdDecimal b);

/* Exact; each returns FALSE, leaving `result` alone, when the result does not fit. */
JD_API gboolean jd_decimal_add (JdDecimal a, JdDecimal b, JdDecimal *result);
JD_API gboolean jd_decimal_subtract (JdDecimal a, JdDecimal b, JdDecimal *result);
JD_API gboolean jd_decimal_multiply (JdDecimal a, JdDecimal b, JdDecimal *result);

/* a / b, rounded half away from zero to `scale` digits behind the point.  FALSE for b = 0 and when
 * the result does not fit. */
JD_API gboolean jd_decimal_divide (JdDecimal a, JdDecimal b, gint32 scale, JdDecimal *result);

G_END_DECLS
