/* sign.h - the characters that numerals are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JD_SIGN_OTHER,
  JD_SIGN_DIGIT, /* 0-9, half or full width */
  JD_SIGN_HAN,   /* 一, 两, 〇 */
  JD_SIGN_SCALE, /* 十, 百, 千, 万, 亿: the value is the power of ten */
  JD_SIGN_MORE,  /* 余, 多, 几 */
  JD_SIGN_SHARE, /* 分, of 分之 */
  JD_SIGN_POINT, /* 点 */
  JD_SIGN_HALF,  /* 半 */
} JdSignType;

typedef struct
{
  JdSignType type;
  gint value;
  gsize bytes;
} JdSign;

/* What the character `c` of `bytes` bytes is. */
JdSign jd_sign_of (gunichar c, gsize bytes);

/* What stands at `at`; JD_SIGN_OTHER at `end`. */
JdSign jd_sign_at (const char *at, const char *end);

G_END_DECLS
