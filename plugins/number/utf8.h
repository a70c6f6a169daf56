/* utf8.h - one character at a time out of text that is known to be valid UTF-8
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* The character at `p`, and its length in bytes; 0 and 0 at `end`. */
static inline gunichar
jd_utf8_get (const char *p, const char *end, gsize *bytes)
{
  const guchar *u = (const guchar *)p;
  gsize left = (gsize)(end - p);

  if (left == 0 || u[0] < 0x80)
    return (*bytes = left > 0 ? 1 : 0) > 0 ? u[0] : 0;
  if (u[0] < 0xe0 && left >= 2)
    return *bytes = 2, (gunichar)(u[0] & 0x1f) << 6 | (u[1] & 0x3f);
  if (u[0] < 0xf0 && left >= 3)
    return *bytes = 3, (gunichar)(u[0] & 0x0f) << 12 | (gunichar)(u[1] & 0x3f) << 6 | (u[2] & 0x3f);
  if (left >= 4)
    return *bytes = 4, (gunichar)(u[0] & 0x07) << 18 | (gunichar)(u[1] & 0x3f) << 12
                           | (gunichar)(u[2] & 0x3f) << 6 | (u[3] & 0x3f);
  return *bytes = left, 0xfffd;
}

/* Where the character before `at` begins; 0 at 0. */
static inline gsize
jd_utf8_before (const char *text, gsize at)
{
  while (at > 0 && ((guchar)text[--at] & 0xc0) == 0x80)
    ;
  return at;
}

static inline gboolean
jd_utf8_is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000 || (c >= 0x2002 && c <= 0x200a);
}

/* The first place at `at` or after it that holds no blank. */
static inline gsize
jd_utf8_skip_blanks (const char *text, gsize length, gsize at)
{
  gsize n;

  while (at < length && jd_utf8_is_blank (jd_utf8_get (text + at, text + length, &n)))
    at += n;
  return at;
}
