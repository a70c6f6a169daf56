/* markup.c - Markdown and inline HTML out of the text, and a note of what they marked
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/markup.h"

#include <string.h>

enum
{
  LONGEST_BRACES = 32, /* bytes that _{...} may hold */
};

/* Deals with the mark at `at`; gives the first byte behind what it has dealt with, `at` when it is
 * no mark after all. */
typedef gsize (*Rule) (JdMarkupScan *scan, gsize at, gsize end);

typedef struct
{
  const char *name;
  void (*mark) (JdMarkupScan *scan);
} Tag;

static void
leave_out (JdMarkupScan *scan, gsize begin, gsize end)
{
  jd_repair_copy (scan->out, scan->raw, scan->copied, begin);
  scan->copied = end;
}

static void
note (JdMarkupScan *scan, JdMarkupKind kind, gsize begin, int level)
{
  JdMarkup markup = { .span = { begin, scan->out->length }, .kind = kind, .level = level };

  if (markup.span.begin < markup.span.end)
    g_array_append_val (scan->out->markup, markup);
}

/* Bold that ends where it begins anew, at a page break say, is one. */
static void
note_bold (JdMarkupScan *scan)
{
  GArray *markup = scan->out->markup;
  JdMarkup *last = markup->len > 0 ? &g_array_index (markup, JdMarkup, markup->len - 1) : NULL;

  if (last != NULL && last->kind == JD_MARKUP_BOLD && last->span.end == scan->bold)
    last->span.end = scan->out->length;
  else
    note (scan, JD_MARKUP_BOLD, scan->bold, 0);
}

/* Two open or close, four close and open again; a third one (bold italics) goes with the two. */
static gsize
take_asterisks (JdMarkupScan *scan, gsize at, gsize end)
{
  gsize behind = at;

  while (behind < end && scan->raw[behind] == '*')
    behind++;
  if (behind - at < 2)
    return at;

  leave_out (scan, at, behind);
  if ((behind - at) / 2 % 2 == 0)
    return behind;
  if (scan->in_bold)
    note_bold (scan);
  scan->in_bold = !scan->in_bold;
  scan->bold = scan->out->length;

  return behind;
}

static void
open_subscript (JdMarkupScan *scan)
{
  scan->in_subscript = TRUE;
  scan->subscript = scan->out->length;
}

static void
close_subscript (JdMarkupScan *scan)
{
  if (scan->in_subscript)
    note (scan, JD_MARKUP_SUBSCRIPT, scan->subscript, 0);
  scan->in_subscript = FALSE;
}

static const Tag tags[] = {
  { "<sub>", open_subscript },
  { "</sub>", close_subscript },
  { "<sup>", NULL },
  { "</sup>", NULL },
};

static gsize
take_tag (JdMarkupScan *scan, gsize at, gsize end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gsize length = strlen (tags[i].name);

      if (length > end - at || g_ascii_strncasecmp (scan->raw + at, tags[i].name, length) != 0)
        continue;
      leave_out (scan, at, at + length);
      if (tags[i].mark != NULL)
        tags[i].mark (scan);
      return at + length;
    }

  return at;
}

static gsize
take_braces (JdMarkupScan *scan, gsize at, gsize end)
{
  gsize inside = at + 2;
  const char *close;
  gsize begin;

  if (inside >= end || scan->raw[at + 1] != '{')
    return at;
  close = memchr (scan->raw + inside, '}', MIN (end - inside, LONGEST_BRACES));
  if (close == NULL)
    return at;

  leave_out (scan, at, inside);
  begin = scan->out->length;
  inside = (gsize)(close - scan->raw);
  leave_out (scan, inside, inside + 1);
  note (scan, JD_MARKUP_SUBSCRIPT, begin, 0);

  return inside + 1;
}

static gsize
take_escape (JdMarkupScan *scan, gsize at, gsize end)
{
  if (at + 1 >= end || !g_ascii_ispunct (scan->raw[at + 1]))
    return at;
  leave_out (scan, at, at + 1);

  return at + 2;
}

static const Rule rules[256] = {
  ['*'] = take_asterisks,
  ['<'] = take_tag,
  ['_'] = take_braces,
  ['\\'] = take_escape,
};

void
jd_markup_scan_init (JdMarkupScan *scan, JdRepair *out, const char *raw)
{
  memset (scan, 0, sizeof *scan);
  scan->out = out;
  scan->raw = raw;
}

void
jd_markup_begin_paragraph (JdMarkupScan *scan, int level)
{
  scan->level = level;
  scan->heading = scan->out->length;
  scan->in_bold = FALSE;
  scan->in_subscript = FALSE;
}

void
jd_markup_copy_line (JdMarkupScan *scan, const JdLine *line)
{
  gsize at = line->begin;

  scan->copied = line->begin;
  while (at < line->end)
    {
      Rule rule = rules[(guchar)scan->raw[at]];
      gsize behind = rule != NULL ? rule (scan, at, line->end) : at;

      at = behind > at ? behind : at + 1;
    }
  leave_out (scan, line->end, line->end);
}

void
jd_markup_end_paragraph (JdMarkupScan *scan)
{
  if (scan->level > 0)
    note (scan, JD_MARKUP_HEADING, scan->heading, scan->level);
  scan->level = 0;
}

gboolean
jd_markup_is_open (const JdMarkupScan *scan)
{
  return scan->in_bold || scan->in_subscript;
}
