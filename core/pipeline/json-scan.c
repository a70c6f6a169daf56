/* json-scan.c - whether bytes are strict JSON, and where each value stands
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "core/pipeline/strict-json.h"

#define MAX_DEPTH 64

typedef struct
{
  const char *bytes;
  gsize length;
  gsize at;      /* the byte to be read next */
  guint depth;   /* how many brackets are open */
  GString *text; /* the string read last, decoded */
  GHashTable *marks;
  char *fault; /* once set, nothing more is read */
  gsize fault_at;
} Scan;

static gboolean scan_value (Scan *scan, const char *pointer, gsize key);

static const struct
{
  char escape;
  char meaning;
} ESCAPES[] = { { '"', '"' },  { '\\', '\\' }, { '/', '/' },  { 'b', '\b' },
                { 'f', '\f' }, { 'n', '\n' },  { 'r', '\r' }, { 't', '\t' } };

/* What people write who think of another language. */
static const struct
{
  char first;
  const char *what;
} HABITS[] = {
  { '/', N_ ("JSON has no comments") },
  { '#', N_ ("JSON has no comments") },
  { '\'', N_ ("strings stand in double quotes") },
  { '+', N_ ("a number has no plus sign") },
  { '.', N_ ("a number needs a digit before the point") },
  { ',', N_ ("a comma with no value before it") },
};

static gboolean fail_at (Scan *scan, gsize at, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail_at (Scan *scan, gsize at, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  scan->fault = g_strdup_vprintf (format, arguments);
  scan->fault_at = at;
  va_end (arguments);

  return FALSE;
}

/* The next byte; NUL at the end (the text itself holds none, see check_encoding()). */
static char
peek (const Scan *scan)
{
  return scan->at < scan->length ? scan->bytes[scan->at] : '\0';
}

static void
skip_blanks (Scan *scan)
{
  while (scan->at < scan->length && strchr (" \t\r\n", scan->bytes[scan->at]) != NULL)
    scan->at++;
}

static gboolean
fail_here (Scan *scan, const char *wanted)
{
  const char *next = scan->bytes + scan->at;

  if (scan->at >= scan->length)
    return fail_at (scan, scan->at, _ ("the text ends where %s should be"), wanted);

  if (*next == '"')
    return fail_at (scan, scan->at, _ ("a string where %s should be"), wanted);
  for (gsize i = 0; i < G_N_ELEMENTS (HABITS); i++)
    if (*next == HABITS[i].first)
      return fail_at (scan, scan->at, "%s", _ (HABITS[i].what));

  return fail_at (scan, scan->at, _ ("\"%.*s\" where %s should be"),
                  (int)(g_utf8_next_char (next) - next), next, wanted);
}

/* Four hexadecimal digits at scan->at; -1 when there are others. */
static gint32
scan_hex (Scan *scan)
{
  gint32 unit = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
      scan->at++;
    }

  return unit;
}

/* What follows \u; `start` is the place of the backslash. */
static gboolean
scan_unicode (Scan *scan, gsize start)
{
  gint32 unit = scan_hex (scan);

  if (unit < 0)
    return fail_at (scan, start, _ ("\\u without four hexadecimal digits"));
  if (unit == 0)
    return fail_at (scan, start, _ ("\\u0000: text cannot hold a NUL"));
  if (unit >= 0xd800 && unit < 0xdc00 && scan->length - scan->at >= 6
      && memcmp (scan->bytes + scan->at, "\\u", 2) == 0)
    {
      gint32 low;

      scan->at += 2;
      low = scan_hex (scan);
      if (low >= 0xdc00 && low < 0xe000)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (unit >= 0xd800 && unit < 0xe000)
    return fail_at (scan, start, _ ("\\u%04x is half a surrogate pair"), (guint)unit);
  g_string_append_unichar (scan->text, (gunichar)unit);

  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  gsize start = scan->at++;
  char escape = peek (scan);

  scan->at++;
  if (escape == 'u')
    return scan_unicode (scan, start);
  for (gsize i = 0; i < G_N_ELEMENTS (ESCAPES); i++)
    if (escape == ESCAPES[i].escape)
      {
        g_string_append_c (scan->text, ESCAPES[i].meaning);
        return TRUE;
      }

  return fail_at (scan, start, _ ("a backslash before none of \" \\ / b f n r t u"));
}

static gboolean
scan_string (Scan *scan)
{
  gsize start = scan->at++;

  g_string_truncate (scan->text, 0);
  while (scan->at < scan->length)
    {
      gsize plain = scan->at;
      guchar stop;

      while (scan->at < scan->length && (guchar)scan->bytes[scan->at] >= 0x20
             && scan->bytes[scan->at] != '"' && scan->bytes[scan->at] != '\\')
        scan->at++;
      g_string_append_len (scan->text, scan->bytes + plain, (gssize)(scan->at - plain));
      stop = (guchar)peek (scan);
      if (stop == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (stop == '\\' && !scan_escape (scan))
        return FALSE;
      if (stop < 0x20 && scan->at < scan->length)
        return fail_at (scan, scan->at, _ ("control character in a string; write \\u%04x"), stop);
    }

  return fail_at (scan, start, _ ("a string without its closing quote"));
}

static gboolean
skip_digits (Scan *scan)
{
  gsize start = scan->at;

  while (g_ascii_isdigit (peek (scan)))
    scan->at++;

  return scan->at > start;
}

static gboolean
number_fits (const char *number, gboolean whole)
{
  errno = 0;
  if (!whole)
    return isfinite (g_ascii_strtod (number, NULL));
  g_ascii_strtoll (number, NULL, 10);

  return errno == 0;
}

/* Fraction and exponent, where there are any. */
static gboolean
scan_tail (Scan *scan)
{
  if (peek (scan) == '.')
    {
      scan->at++;
      if (!skip_digits (scan))
        return fail_here (scan, _ ("a digit after the point"));
    }
  if (g_ascii_tolower (peek (scan)) == 'e')
    {
      scan->at++;
      if (peek (scan) == '+' || peek (scan) == '-')
        scan->at++;
      if (!skip_digits (scan))
        return fail_here (scan, _ ("a digit of the exponent"));
    }

  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  g_autofree char *number = NULL;
  gsize start = scan->at, digits, whole;

  if (peek (scan) == '-')
    scan->at++;
  digits = scan->at;
  if (!skip_digits (scan))
    return fail_here (scan, _ ("a digit"));
  if (scan->bytes[digits] == '0' && (scan->at > digits + 1 || g_ascii_tolower (peek (scan)) == 'x'))
    return fail_at (scan, start, _ ("a number must be decimal, without leading zeros"));

  whole = scan->at;
  if (!scan_tail (scan))
    return FALSE;
  number = g_strndup (scan->bytes + start, scan->at - start);
  if (!number_fits (number, scan->at == whole))
    return fail_at (scan, start, _ ("number out of range: %.40s"), number);

  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const WORDS[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      gsize length = strlen (WORDS[i]);

      if (scan->length - scan->at >= length
          && memcmp (scan->bytes + scan->at, WORDS[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }

  return fail_here (scan, _ ("a value"));
}

/* After a member of an object or an array: TRUE with `more` when a comma promises another. */
static gboolean
scan_comma (Scan *scan, char close, gboolean *more)
{
  gsize comma;

  skip_blanks (scan);
  comma = scan->at;
  *more = peek (scan) == ',';
  if (!*more && peek (scan) != close)
    return fail_here (scan, close == '}' ? _ ("\",\" or \"}\"") : _ ("\",\" or \"]\""));
  scan->at++;
  if (!*more)
    return TRUE;

  skip_blanks (scan);
  if (peek (scan) == close)
    return fail_at (scan, comma, _ ("a comma after the last value"));

  return TRUE;
}

/* One `"key": value` of the object at `pointer`. */
static gboolean
scan_member (Scan *scan, const char *pointer)
{
  g_autofree char *inner = NULL;
  const JdJsonMark *twin;
  gsize key = scan->at;

  if (peek (scan) != '"')
    return fail_here (scan, _ ("a key in double quotes"));
  if (!scan_string (scan))
    return FALSE;

  inner = jd_json_pointer (pointer, scan->text->str);
  twin = g_hash_table_lookup (scan->marks, inner);
  if (twin != NULL)
    {
      gsize first, second, column;

      jd_json_line_column (scan->bytes, twin->key, &first, &column);
      jd_json_line_column (scan->bytes, key, &second, &column);
      if (first == second)
        return fail_at (scan, key, _ ("key \"%s\" twice"), scan->text->str);
      return fail_at (scan, key, _ ("key \"%s\" twice (lines %zu and %zu)"), scan->text->str, first,
                      second);
    }

  skip_blanks (scan);
  if (peek (scan) != ':')
    return fail_here (scan, "\":\"");
  scan->at++;
  skip_blanks (scan);

  return scan_value (scan, inner, key);
}

static gboolean
scan_element (Scan *scan, const char *pointer, guint index)
{
  g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, index);

  return scan_value (scan, inner, scan->at);
}

static gboolean
scan_container (Scan *scan, const char *pointer)
{
  gboolean object = peek (scan) == '{';
  char close = object ? '}' : ']';
  gboolean more = TRUE;

  if (++scan->depth > MAX_DEPTH)
    return fail_at (scan, scan->at, _ ("nested deeper than %d"), MAX_DEPTH);
  scan->at++;
  skip_blanks (scan);
  if (peek (scan) == close)
    {
      scan->at++;
      more = FALSE;
    }
  for (guint i = 0; more; i++)
    {
      if (!(object ? scan_member (scan, pointer) : scan_element (scan, pointer, i)))
        return FALSE;
      if (!scan_comma (scan, close, &more))
        return FALSE;
    }
  scan->depth--;

  return TRUE;
}

static gboolean
scan_value (Scan *scan, const char *pointer, gsize key)
{
  JdJsonMark *mark = g_new (JdJsonMark, 1);
  char first = peek (scan);

  *mark = (JdJsonMark){ .key = key, .value = scan->at };
  g_hash_table_insert (scan->marks, g_strdup (pointer), mark);
  if (first == '{' || first == '[')
    return scan_container (scan, pointer);
  if (first == '"')
    return scan_string (scan);
  if (first == '-' || g_ascii_isdigit (first))
    return scan_number (scan);

  return scan_word (scan);
}

static gboolean
check_encoding (Scan *scan)
{
  const char *end;

  if (scan->length >= 2
      && (memcmp (scan->bytes, "\xff\xfe", 2) == 0 || memcmp (scan->bytes, "\xfe\xff", 2) == 0))
    return fail_at (scan, 0, _ ("UTF-16; save it as UTF-8"));
  if (scan->length >= 3 && memcmp (scan->bytes, "\xef\xbb\xbf", 3) == 0)
    return fail_at (scan, 0, _ ("byte order mark; save it as UTF-8 without one"));
  if (g_utf8_validate_len (scan->bytes, scan->length, &end))
    return TRUE;
  if (*end == '\0')
    return fail_at (scan, (gsize)(end - scan->bytes), _ ("NUL byte; save it as UTF-8"));

  return fail_at (scan, (gsize)(end - scan->bytes), _ ("byte 0x%02x is not UTF-8"), (guchar)*end);
}

static gboolean
scan_text (Scan *scan)
{
  if (!check_encoding (scan))
    return FALSE;

  skip_blanks (scan);
  if (scan->at == scan->length)
    return fail_at (scan, 0, _ ("empty"));
  if (!scan_value (scan, "", scan->at))
    return FALSE;

  skip_blanks (scan);
  if (scan->at < scan->length)
    return fail_at (scan, scan->at, _ ("text after the end"));

  return TRUE;
}

char *
jd_json_scan (const char *bytes, gsize length, GHashTable *marks, gsize *at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Scan scan = { .bytes = bytes, .length = length, .text = text, .marks = marks };

  if (scan_text (&scan))
    return NULL;
  *at = scan.fault_at;

  return scan.fault;
}

void
jd_json_line_column (const char *bytes, gsize at, gsize *line, gsize *column)
{
  *line = 1;
  *column = 1;
  for (gsize i = 0; i < at; i++)
    if (bytes[i] == '\n')
      {
        ++*line;
        *column = 1;
      }
    else if (((guchar)bytes[i] & 0xc0) != 0x80)
      ++*column;
}
