/* figure.c - finds every figure of a text: quantities, and what only looks like one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "figure.h"

#include <string.h>

#include "numeral.h"
#include "range.h"
#include "sign.h"
#include "utf8.h"

typedef struct
{
  const JdScanner *lists;
  const char *text;
  gsize length;
  gsize open; /* the opening mark of the quotation that we are in, + 1; 0: in none */
  GArray *figures;
} Scan;

/* What makes an ordinal or a name of the numeral before it. */
static const struct
{
  const char *suffix;
  gboolean takes_digits; /* after ASCII digits too */
  JdFigureKind kind;
} suffixes[] = {
  { "届", FALSE, JD_FIGURE_ORDINAL },      { "期", FALSE, JD_FIGURE_ORDINAL },
  { "中", FALSE, JD_FIGURE_ORDINAL },      { "大", FALSE, JD_FIGURE_NAME },
  { "级", TRUE, JD_FIGURE_NAME },          { "星", TRUE, JD_FIGURE_NAME },
  { "号", TRUE, JD_FIGURE_NAME },          { "强", TRUE, JD_FIGURE_NAME },
  { "次会议", TRUE, JD_FIGURE_ORDINAL },   { "次全会", TRUE, JD_FIGURE_ORDINAL },
  { "次全体", TRUE, JD_FIGURE_ORDINAL },   { "次党代", TRUE, JD_FIGURE_ORDINAL },
  { "次人大", TRUE, JD_FIGURE_ORDINAL },   { "次代表大会", TRUE, JD_FIGURE_ORDINAL },
  { "次人代会", TRUE, JD_FIGURE_ORDINAL }, { "次人民代表", TRUE, JD_FIGURE_ORDINAL },
  { "次常委会", TRUE, JD_FIGURE_ORDINAL }, { "次常务会", TRUE, JD_FIGURE_ORDINAL },
};

/* What turns a length of time into the name of a thing: 24小时自助厅, 15分钟生活圈. */
static const char *const timed_things[]
    = { "圈", "自助", "书房", "书屋", "便利店", "热线", "服务厅", "政务", "药店" };

static gboolean
stands_at (const Scan *scan, gsize at, const char *word)
{
  gsize n = strlen (word);

  return scan->length - at >= n && memcmp (scan->text + at, word, n) == 0;
}

static gboolean
stands_before (const Scan *scan, gsize at, const char *word)
{
  gsize n = strlen (word);

  return at >= n && memcmp (scan->text + at - n, word, n) == 0;
}

/* What belongs to the figure before stays there. */
static gsize
floor_of (const Scan *scan, gsize begin)
{
  const GArray *figures = scan->figures;

  if (figures->len == 0)
    return begin;
  return MAX (begin, g_array_index (figures, JdFigure, figures->len - 1).core.end);
}

static JdFigure *
append (Scan *scan, JdFigureKind kind, gsize begin, gsize end)
{
  gsize from = floor_of (scan, begin);
  JdFigure figure = { .core = { from, end }, .outer = { from, end }, .kind = kind };

  g_array_append_val (scan->figures, figure);
  return &g_array_index (scan->figures, JdFigure, scan->figures->len - 1);
}

/* Each reader below returns where it left off, or 0 when the numeral at `at` is not its matter. */

static gsize
read_quoted (Scan *scan, gsize at)
{
  gsize open = scan->open - 1, mark = strlen ("“");
  gsize end = scan->open > 0 ? jd_name_quoted_end (scan->text, scan->length, open) : 0;

  if (end <= at)
    return 0;
  append (scan, JD_FIGURE_NAME, open + mark, end);
  return end;
}

static gsize
read_enumerator (Scan *scan, gsize at)
{
  JdSpan span;

  return jd_name_is_enumerator (scan->text, scan->length, at, &span) ? span.end : 0;
}

/* Whether the digits at `at` are followed by a unit in Latin letters: 10kV, 35km. */
static gboolean
has_latin_unit (const Scan *scan, gsize at, gsize end)
{
  JdNumeral numeral;
  gsize n;

  if (!jd_numeral_read (scan->text + at, scan->length - at, &numeral))
    return FALSE;
  at += numeral.length;
  return at < end
         && jd_units_match (scan->lists->units, scan->text + at, scan->length - at, &n) != NULL
         && at + n >= end;
}

static gsize
read_code (Scan *scan, gsize at)
{
  JdSpan span;

  if (!jd_name_is_code (scan->text, scan->length, at, &span)
      || (span.begin == at && has_latin_unit (scan, at, span.end)))
    return 0;
  append (scan, JD_FIGURE_NAME, span.begin, span.end);
  return span.end;
}

static gsize
read_date (Scan *scan, gsize at)
{
  JdDate date;
  JdFigure *figure;

  if (stands_before (scan, at, "第") || !jd_date_read (scan->text + at, scan->length - at, &date))
    return 0;
  figure = append (scan, JD_FIGURE_DATE, at, at + date.length);
  figure->date = date;
  return at + date.length;
}

static gsize
read_listed (Scan *scan, gsize at)
{
  JdSpan span;
  JdFigure *figure;
  JdNameKind kind = jd_name_in_list (scan->lists->names, scan->text, scan->length, at, &span);

  if (kind == JD_NAME_NAME)
    append (scan, JD_FIGURE_NAME, span.begin, span.end);
  if (kind == JD_NAME_NUMBER && stands_at (scan, at, "零"))
    {
      figure = append (scan, JD_FIGURE_AMOUNT, at, at + strlen ("零"));
      figure->has_value = TRUE;
      return figure->core.end;
    }
  return kind == JD_NAME_NAME || kind == JD_NAME_WORD ? span.end : 0;
}

static gsize
append_ordinal (Scan *scan, gsize begin, gsize at, const JdNumeral *numeral)
{
  gsize end = at + numeral->length, n = 0;
  gsize unit_at = jd_utf8_skip_blanks (scan->text, scan->length, end);
  const JdUnit *unit
      = jd_units_match (scan->lists->units, scan->text + unit_at, scan->length - unit_at, &n);
  gboolean has_unit = unit != NULL && unit->group == JD_UNIT_COUNT;
  JdFigure *figure = append (scan, JD_FIGURE_ORDINAL, begin, has_unit ? unit_at + n : end);

  figure->value = numeral->value;
  figure->has_value = !(numeral->flags & JD_NUMERAL_OVERFLOW);
  figure->overflow = !figure->has_value;
  figure->unit = has_unit ? unit : NULL;
  return figure->core.end;
}

static gsize
read_ordinal (Scan *scan, gsize at)
{
  static const char *const marks[] = { "第", "前" };
  JdNumeral numeral;

  if (!jd_numeral_read (scan->text + at, scan->length - at, &numeral))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (stands_before (scan, at, marks[i]))
      return append_ordinal (scan, at - strlen (marks[i]), at, &numeral);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize end = at + numeral.length;
      JdFigure *figure;

      if (!stands_at (scan, end, suffixes[i].suffix)
          || (!suffixes[i].takes_digits && (numeral.flags & JD_NUMERAL_DIGITS))
          || stands_before (scan, at, "连续"))
        continue;
      figure = append (scan, suffixes[i].kind, at, end + strlen ("届"));
      figure->value = numeral.value;
      figure->has_value
          = figure->kind == JD_FIGURE_ORDINAL && !(numeral.flags & JD_NUMERAL_OVERFLOW);
      return figure->core.end;
    }
  return 0;
}

/* 翻一番 is 2 times, 翻两番 4. */
static gsize
read_doubling (Scan *scan, gsize at)
{
  gsize begin = at;
  JdNumeral numeral = { .value = { 1, 0 } };
  JdFigure *figure;

  at += strlen ("翻");
  at += stands_at (scan, at, "了") ? strlen ("了") : 0;
  if (jd_numeral_read (scan->text + at, scan->length - at, &numeral))
    at += numeral.length;
  if (!stands_at (scan, at, "番") || numeral.value.scale > 0 || numeral.value.digits < 1
      || numeral.value.digits > 9)
    return 0;
  figure = append (scan, JD_FIGURE_MULTIPLE, begin, at + strlen ("番"));
  figure->value = (JdDecimal){ (gint64)1 << numeral.value.digits, 0 };
  figure->has_value = TRUE;
  return figure->core.end;
}

static gboolean
is_word_at (const Scan *scan, gsize at)
{
  gsize n;
  gunichar c = jd_utf8_get (scan->text + at, scan->text + scan->length, &n);

  return n > 0 && (g_ascii_isalnum ((gchar)MIN (c, 0x7f)) || (c >= 0x3400 && c < 0xa000));
}

/* A figure without unit measures something only where its own form, or a bound, says so. */
static gboolean
is_plain_number (const Scan *scan, const JdRange *range, const JdSpan *outer)
{
  guint flags = range->flags;
  gboolean whole = outer->begin == 0 && outer->end == scan->length;
  gboolean bounded = outer->begin != range->begin || outer->end != range->end || range->has_high;
  gboolean long_enough = range->value.scale > 0 || ABS (range->value.digits) >= 10;

  if (whole || (flags & JD_NUMERAL_FRACTION))
    return TRUE;
  if (flags & JD_NUMERAL_BARE)
    return FALSE;
  if (flags & JD_NUMERAL_DIGITS)
    return (flags & (JD_NUMERAL_SCALED | JD_NUMERAL_MORE)) || bounded
           || ((flags & JD_NUMERAL_POINT) && !is_word_at (scan, outer->end));
  if ((flags & JD_NUMERAL_SERIAL) || !long_enough)
    return FALSE;
  return bounded || ((flags & JD_NUMERAL_SCALED) && !is_word_at (scan, outer->end));
}

/* 数十亿元, 几百个: nobody knows how many. */
static gboolean
is_vague (const Scan *scan, gsize at)
{
  JdSign sign = jd_sign_at (scan->text + at, scan->text + scan->length);

  return sign.type == JD_SIGN_SCALE
         && (stands_before (scan, at, "数") || stands_before (scan, at, "几"));
}

static gboolean
names_a_thing (const Scan *scan, gsize end)
{
  gsize limit = MIN (end + 8 * strlen ("圈"), scan->length);

  for (gsize at = end; at < limit && is_word_at (scan, at); at += strlen ("圈"))
    for (gsize i = 0; i < G_N_ELEMENTS (timed_things); i++)
      if (stands_at (scan, at, timed_things[i]))
        return TRUE;
  return FALSE;
}

/* 一个, 一年, 万人, 百家 are ways of speaking. */
static gboolean
is_manner_of_speaking (const JdRange *range)
{
  const JdUnit *unit = range->unit;
  gboolean one = !range->has_high && range->value.digits == 1 && range->value.scale == 0
                 && !(range->flags & (JD_NUMERAL_DIGITS | JD_NUMERAL_SCALED));

  if (unit->group == JD_UNIT_SHARE)
    return (range->flags & JD_NUMERAL_BARE) != 0;
  if ((range->flags & JD_NUMERAL_BARE) && !(range->flags & JD_NUMERAL_MORE))
    return unit->group == JD_UNIT_COUNT || unit->group == JD_UNIT_TIME;
  return one && !(range->flags & JD_NUMERAL_FRACTION);
}

static void
append_range (Scan *scan, const JdRange *range, const JdSpan *outer, JdBound bound)
{
  static const JdFigureKind kinds[]
      = { JD_FIGURE_AMOUNT, JD_FIGURE_PERCENT, JD_FIGURE_MULTIPLE, JD_FIGURE_RANK };
  gboolean percent = range->unit == NULL && (range->flags & JD_NUMERAL_PERCENT);
  JdFigureKind kind = range->unit != NULL ? kinds[range->unit->kind]
                      : percent           ? JD_FIGURE_PERCENT
                                          : JD_FIGURE_AMOUNT;
  gsize floor = floor_of (scan, 0);
  JdFigure *figure = append (scan, kind, range->begin, range->end);

  figure->outer = (JdSpan){ MIN (figure->core.begin, MAX (outer->begin, floor)), outer->end };
  figure->overflow = (range->flags & JD_NUMERAL_OVERFLOW) != 0;
  figure->has_value = !figure->overflow;
  figure->has_high = range->has_high && !figure->overflow;
  figure->value = range->value;
  figure->high = range->high;
  figure->is_bare = (range->flags & JD_NUMERAL_BARE) != 0;
  figure->bound = bound;
  figure->unit = range->unit;
}

static gsize
read_quantity (Scan *scan, gsize at)
{
  JdRange range;
  JdSpan outer;
  JdBound bound;

  if (!jd_range_read (scan->lists->units, scan->text, scan->length, at, &range))
    return 0;
  if (is_vague (scan, at))
    return range.end;
  bound = jd_bounds_find (scan->lists->bounds, scan->text, scan->length,
                          (JdSpan){ range.begin, range.end }, (range.flags & JD_NUMERAL_MORE) != 0,
                          &outer);
  if (range.unit == NULL && !(range.flags & JD_NUMERAL_PERCENT)
      && !is_plain_number (scan, &range, &outer))
    return range.end;
  if (range.unit != NULL && is_manner_of_speaking (&range))
    return range.end;
  if (range.unit != NULL && range.unit->group == JD_UNIT_HOURS && names_a_thing (scan, range.end))
    append (scan, JD_FIGURE_NAME, range.begin, range.end);
  else
    append_range (scan, &range, &outer, bound);
  return range.end;
}

static gsize
read_figure (Scan *scan, gsize at)
{
  static gsize (*const readers[]) (Scan *, gsize)
      = { read_quoted, read_enumerator, read_code,    read_date,
          read_listed, read_ordinal,    read_quantity };
  gsize end = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (readers) && end == 0; i++)
    end = readers[i](scan, at);
  return end;
}

/* Looks at the character `c` at `at`; returns where to go on. */
static gsize
visit (Scan *scan, gunichar c, gsize at, gsize bytes)
{
  gsize end = 0;

  switch (c)
    {
    case 0x201c: /* “ */
    case 0x300a: /* 《 */
      scan->open = at + 1;
      break;
    case 0x201d: /* ” */
    case 0x300b: /* 》 */
      scan->open = 0;
      break;
    case 0x7ffb: /* 翻 */
      end = read_doubling (scan, at);
      break;
    default:
      if (jd_numeral_begins (c))
        end = read_figure (scan, at);
    }
  return end > at ? end : at + bytes;
}

/* Which second bytes (0x80 and on, a bit each) may follow the lead bytes 0xe0 to 0xef where a
 * figure or a quotation begins: most characters are passed by without being read. */
static const guint64 seconds[16] = {
  [0x2] = 1ULL << 0x00 | 1ULL << 0x17,                /* “ ” ○ */
  [0x3] = 1ULL << 0x00,                               /* 〇 《 》 */
  [0x4] = 1ULL << 0x38 | 1ULL << 0x39 | 1ULL << 0x3a, /* 一七万三两 九 二五亿 */
  [0x5] = 1ULL << 0x04 | 1ULL << 0x05 | 1ULL << 0x0d | 1ULL << 0x1b, /* 億 八六 十千 四 */
  [0x7] = 1ULL << 0x19 | 1ULL << 0x3f,                               /* 百 翻 */
  [0x8] = 1ULL << 0x10,                                              /* 萬 */
  [0x9] = 1ULL << 0x1b,                                              /* 零 */
  [0xf] = 1ULL << 0x3c,                                              /* full-width digits */
};

/* Bytes of a character where nothing can begin; 0: something may. */
static gsize
dull_bytes (const char *p, gsize left)
{
  guchar lead = (guchar)*p;

  if (lead < 0x80)
    return g_ascii_isdigit (*p) ? 0 : 1;
  if (lead < 0xe0)
    return MIN (left, 2);
  if (lead >= 0xf0)
    return MIN (left, 4);
  return left >= 3 && (seconds[lead & 0xf] >> ((guchar)p[1] & 0x3f) & 1) ? 0 : MIN (left, 3);
}

void
jd_figure_scan (const JdScanner *scanner, const char *text, gsize length, GArray *figures)
{
  Scan scan = { .lists = scanner, .text = text, .length = length, .figures = figures };
  gsize at = 0;

  while (at < length)
    {
      gsize bytes = dull_bytes (text + at, length - at);

      if (bytes > 0)
        at += bytes;
      else
        {
          gunichar c = jd_utf8_get (text + at, text + length, &bytes);

          at = visit (&scan, c, at, bytes);
        }
    }
}
