/* name.c - numerals that measure nothing: names, codes, slogans, function words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "name.h"

#include <string.h>

#include "numeral.h"
#include "utf8.h"

/* Longest slogan or title in quotation marks, in bytes; what is longer is a sentence. */
#define LONGEST_QUOTED 72
#define LONGEST_TITLE 240

/* How far a code is followed to either side, in bytes. */
#define LONGEST_CODE 64

const char *const jd_name_classes[] = { "none", "number", "word", "name", NULL };

JdNameKind
jd_name_in_list (const JdWords *names, const char *text, gsize length, gsize at, JdSpan *span)
{
  gsize begin = at;
  JdNameKind kind = JD_NAME_NONE;
  JdWord word;

  *span = (JdSpan){ at, at };
  for (guint i = 0; i < 3; i++)
    {
      gsize n = jd_words_match (names, text + begin, length - begin, &word);

      if (begin + n > span->end)
        {
          *span = (JdSpan){ begin, begin + n };
          kind = (JdNameKind)word.group;
        }
      if (begin == 0 || text[begin - 1] == '\n')
        break;
      begin = jd_utf8_before (text, begin);
    }
  return kind;
}

static gboolean
is_code_byte (char c)
{
  return g_ascii_isalnum (c) || c == '#' || c == '+';
}

/* A point or hyphen belongs to a code when code goes on behind it. */
static gboolean
continues (const char *text, gsize length, gsize at)
{
  if (is_code_byte (text[at]))
    return TRUE;
  return (text[at] == '.' || text[at] == '-') && at + 1 < length && is_code_byte (text[at + 1]);
}

gboolean
jd_name_is_code (const char *text, gsize length, gsize at, JdSpan *span)
{
  gsize begin = at, end = at, low = at > LONGEST_CODE ? at - LONGEST_CODE : 0;
  gboolean marked = FALSE;

  length = MIN (length, at + LONGEST_CODE);

  if (!g_ascii_isdigit (text[at]))
    return FALSE;
  while (begin > low
         && (is_code_byte (text[begin - 1])
             || (begin > 1 && text[begin - 1] == '-' && is_code_byte (text[begin - 2]))))
    begin--;
  while (end < length && continues (text, length, end))
    end++;
  for (gsize i = begin; i < end; i++)
    marked |= g_ascii_isalpha (text[i]) || text[i] == '#' || text[i] == '+';
  *span = (JdSpan){ begin, end };
  return marked;
}

static gboolean
is_clause_start (const char *text, gsize at)
{
  gsize before, n;

  if (at == 0)
    return TRUE;
  before = jd_utf8_before (text, at);
  switch (jd_utf8_get (text + before, text + at, &n))
    {
    case '\n':
    case ' ':
    case '*':
    case ':':
    case ';':
    case 0x3000:
    case 0x3002: /* 。 */
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case 0xff1b: /* ； */
    case 0x3001: /* 、 */
    case 0xff01: /* ！ */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_line_start (const char *text, gsize at)
{
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '*'))
    at--;
  return at == 0 || text[at - 1] == '\n';
}

/* What stands around an enumerator: before it an opening mark or a start, behind it a mark. */
gboolean
jd_name_is_enumerator (const char *text, gsize length, gsize at, JdSpan *span)
{
  JdNumeral numeral;
  gunichar before = 0, after;
  gsize n, end, next;

  if (!jd_numeral_read (text + at, MIN (length - at, JD_NUMERAL_SHORT), &numeral)
      || numeral.digits > 2 || (numeral.flags & ~(guint)(JD_NUMERAL_DIGITS | JD_NUMERAL_HAN)))
    return FALSE;
  end = at + numeral.length;
  if (at > 0)
    {
      gsize b = jd_utf8_before (text, at);

      before = jd_utf8_get (text + b, text + at, &n);
    }
  after = jd_utf8_get (text + end, text + length, &n);
  next = end + n;
  *span = (JdSpan){ at, next };
  if ((before == 0xff08 || before == '(') && (after == 0xff09 || after == ')'))
    return TRUE;
  if (after == 0x662f) /* 是 */
    return (numeral.flags & JD_NUMERAL_HAN) && is_clause_start (text, at);
  if (after == '.' || after == 0xff0e)
    return is_line_start (text, at) && !g_ascii_isdigit (next < length ? text[next] : 'x');
  return (after == 0x3001 || after == 0xff09 || after == ')') && is_line_start (text, at);
}

gsize
jd_name_quoted_end (const char *text, gsize length, gsize open)
{
  gboolean title = memcmp (text + open, "《", strlen ("《")) == 0;
  const char *close = title ? "》" : "”";
  gsize limit = MIN (length - open, (gsize)(title ? LONGEST_TITLE : LONGEST_QUOTED));
  const char *found = g_strstr_len (text + open, (gssize)limit, close);

  return found != NULL ? (gsize)(found - text) : 0;
}
