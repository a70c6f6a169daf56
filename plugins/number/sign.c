/* sign.c - the characters that numerals are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sign.h"

#include "utf8.h"

/* Sorted by character. */
static const struct
{
  gunichar c;
  guint8 type;
  guint8 value;
} signs[] = {
  { 0x25cb, JD_SIGN_HAN, 0 },   /* ○ */
  { 0x3007, JD_SIGN_HAN, 0 },   /* 〇 */
  { 0x4e00, JD_SIGN_HAN, 1 },   /* 一 */
  { 0x4e03, JD_SIGN_HAN, 7 },   /* 七 */
  { 0x4e07, JD_SIGN_SCALE, 4 }, /* 万 */
  { 0x4e09, JD_SIGN_HAN, 3 },   /* 三 */
  { 0x4e24, JD_SIGN_HAN, 2 },   /* 两 */
  { 0x4e5d, JD_SIGN_HAN, 9 },   /* 九 */
  { 0x4e8c, JD_SIGN_HAN, 2 },   /* 二 */
  { 0x4e94, JD_SIGN_HAN, 5 },   /* 五 */
  { 0x4ebf, JD_SIGN_SCALE, 8 }, /* 亿 */
  { 0x4f59, JD_SIGN_MORE, 0 },  /* 余 */
  { 0x5104, JD_SIGN_SCALE, 8 }, /* 億 */
  { 0x5169, JD_SIGN_HAN, 2 },   /* 兩 */
  { 0x516b, JD_SIGN_HAN, 8 },   /* 八 */
  { 0x516d, JD_SIGN_HAN, 6 },   /* 六 */
  { 0x51e0, JD_SIGN_MORE, 1 },  /* 几 */
  { 0x5206, JD_SIGN_SHARE, 0 }, /* 分 */
  { 0x5341, JD_SIGN_SCALE, 1 }, /* 十 */
  { 0x5343, JD_SIGN_SCALE, 3 }, /* 千 */
  { 0x534a, JD_SIGN_HALF, 0 },  /* 半 */
  { 0x56db, JD_SIGN_HAN, 4 },   /* 四 */
  { 0x591a, JD_SIGN_MORE, 0 },  /* 多 */
  { 0x70b9, JD_SIGN_POINT, 0 }, /* 点 */
  { 0x767e, JD_SIGN_SCALE, 2 }, /* 百 */
  { 0x842c, JD_SIGN_SCALE, 4 }, /* 萬 */
  { 0x96f6, JD_SIGN_HAN, 0 },   /* 零 */
  { 0x9918, JD_SIGN_MORE, 0 },  /* 餘 */
};

JdSign
jd_sign_of (gunichar c, gsize bytes)
{
  gsize low = 0, high = G_N_ELEMENTS (signs);

  if (c >= '0' && c <= '9')
    return (JdSign){ JD_SIGN_DIGIT, (gint)(c - '0'), bytes };
  if (c >= 0xff10 && c <= 0xff19)
    return (JdSign){ JD_SIGN_DIGIT, (gint)(c - 0xff10), bytes };
  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (signs[middle].c < c)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < G_N_ELEMENTS (signs) && signs[low].c == c)
    return (JdSign){ (JdSignType)signs[low].type, signs[low].value, bytes };
  return (JdSign){ JD_SIGN_OTHER, 0, bytes };
}

JdSign
jd_sign_at (const char *at, const char *end)
{
  gsize bytes;
  gunichar c = jd_utf8_get (at, end, &bytes);

  return jd_sign_of (c, bytes);
}
