/* decode.c - from bytes to valid text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/decode.h"

#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <string.h>

static const char byte_order_mark[] = "\xef\xbb\xbf";
enum
{
  MARK_LENGTH = sizeof byte_order_mark - 1
};

static gboolean
refuse (const char *bytes, const char *at, GError **error)
{
  gsize offset = (gsize)(at - bytes);

  if (*at == '\0')
    g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("NUL at byte %zu"), offset);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_INPUT,
                 _ ("not valid UTF-8 at byte %zu; convert it to UTF-8"), offset);

  return FALSE;
}

gboolean
jd_decode (const char *bytes, gsize length, const char **raw, gsize *raw_length, GError **error)
{
  gboolean marked = length >= MARK_LENGTH && memcmp (bytes, byte_order_mark, MARK_LENGTH) == 0;
  const char *begin = marked ? bytes + MARK_LENGTH : bytes;
  gsize rest = marked ? length - MARK_LENGTH : length;
  const char *invalid;

  if (rest > G_MAXUINT32)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%zu bytes; at most %u can be read"), rest,
                   G_MAXUINT32);
      return FALSE;
    }
  if (rest > 0 && !g_utf8_validate_len (begin, rest, &invalid))
    return refuse (bytes, invalid, error);

  *raw = begin;
  *raw_length = rest;

  return TRUE;
}
