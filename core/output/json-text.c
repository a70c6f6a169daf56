/* json-text.c - JSON written straight into a buffer, decimals exact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/output/json-text.h"

#include <string.h>

/* What stands behind the backslash; 0: \u00XX. */
static const char short_escapes[] = {
  ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\',
};

static gboolean
must_escape (guchar byte)
{
  return byte < 0x20 || byte == '"' || byte == '\\';
}

static void
append_escape (GString *out, guchar byte)
{
  if (short_escapes[byte] == 0)
    g_string_append_printf (out, "\\u%04x", byte);
  else
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, short_escapes[byte]);
    }
}

void
jd_json_append_string (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize)length);

  g_string_append_c (out, '"');
  while (text < end)
    {
      const char *plain = text;

      while (text < end && !must_escape ((guchar)*text))
        text++;
      g_string_append_len (out, plain, text - plain);
      if (text < end)
        append_escape (out, (guchar)*text++);
    }
  g_string_append_c (out, '"');
}

void
jd_json_append_integer (GString *out, gint64 value)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

void
jd_json_append_decimal (GString *out, JdDecimal value)
{
  char buffer[JD_DECIMAL_BUFFER];
  gsize length = jd_decimal_format (value, buffer);

  g_string_append_len (out, buffer, (gssize)length);
}

void
jd_json_append_comma (GString *out)
{
  char last = out->len == 0 ? '[' : out->str[out->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
}

void
jd_json_append_key (GString *out, const char *key)
{
  jd_json_append_comma (out);
  jd_json_append_string (out, key, -1);
  g_string_append_c (out, ':');
}

void
jd_json_append_string_member (GString *out, const char *key, const char *text)
{
  jd_json_append_key (out, key);
  jd_json_append_string (out, text, -1);
}

void
jd_json_append_integer_member (GString *out, const char *key, gint64 value)
{
  jd_json_append_key (out, key);
  jd_json_append_integer (out, value);
}
