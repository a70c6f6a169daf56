/* repair.c - from the raw text to the text that analyzers read
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/repair.h"

#include <string.h>

#include "core/text/line.h"
#include "core/text/markup.h"
#include "core/text/page-break.h"

typedef struct
{
  JdRepair *out;
  const char *raw;
  gsize length;
  JdMarkupScan markup;
  JdReading reading;
  gsize gap; /* the line break behind the last line with words */
} Repairer;

void
jd_repair_copy (JdRepair *repair, const char *raw, gsize begin, gsize end)
{
  memcpy (repair->text + repair->length, raw + begin, end - begin);
  repair->length += end - begin;
  jd_offset_map_append (&repair->map, begin, end - begin);
}

/* What stands between two lines with words that are two paragraphs. */
static void
copy_gap (Repairer *repairer, gsize end)
{
  JdLine line;

  for (gsize at = repairer->gap; at < end; at = line.next)
    {
      jd_line_read (repairer->raw, repairer->length, at, &line);
      jd_repair_copy (repairer->out, repairer->raw, line.begin, line.end);
      jd_repair_copy (repairer->out, repairer->raw, line.stop, line.next);
    }
}

static gboolean
is_followed_by_blank (const Repairer *repairer, const JdLine *line)
{
  JdLine next;

  if (line->next == repairer->length)
    return TRUE;
  jd_line_read (repairer->raw, repairer->length, line->next, &next);

  return jd_line_is_blank (&next);
}

/* A line between two lines with words, as far as can be told before the second one. */
static gboolean
is_gap (Repairer *repairer, const JdLine *line)
{
  JdReading *reading = &repairer->reading;
  gboolean alone;

  if (jd_line_is_blank (line))
    {
      reading->blank_lines++;
      return TRUE;
    }
  alone = reading->blank_lines > 0 && is_followed_by_blank (repairer, line);
  if (!jd_line_is_furniture (repairer->raw, line, alone))
    return FALSE;
  reading->page_ended = TRUE;

  return TRUE;
}

static void
read_words (Repairer *repairer, const JdLine *line, gsize begin)
{
  JdReading *reading = &repairer->reading;
  gboolean joined = reading->line.next > 0 && jd_page_break_joins (repairer->raw, reading, line);

  if (!joined)
    {
      jd_markup_end_paragraph (&repairer->markup);
      copy_gap (repairer, begin);
      jd_markup_begin_paragraph (&repairer->markup, line->level);
    }
  jd_markup_copy_line (&repairer->markup, line);

  jd_page_break_read (repairer->raw, reading, line, joined);
  reading->in_markup = jd_markup_is_open (&repairer->markup);
  repairer->gap = line->stop;
}

static void
read_all (Repairer *repairer)
{
  JdLine line;

  for (gsize at = 0; at < repairer->length; at = line.next)
    {
      jd_line_read (repairer->raw, repairer->length, at, &line);
      if (!is_gap (repairer, &line))
        read_words (repairer, &line, at);
    }
  jd_markup_end_paragraph (&repairer->markup);
  copy_gap (repairer, repairer->length);
}

static gint
compare_markup (gconstpointer one, gconstpointer other)
{
  const JdMarkup *a = one;
  const JdMarkup *b = other;

  if (a->span.begin != b->span.begin)
    return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end)
    return a->span.end > b->span.end ? -1 : 1;

  return (int)a->kind - (int)b->kind;
}

void
jd_repair_init (JdRepair *repair, const char *raw, gsize length)
{
  Repairer repairer = { .out = repair, .raw = raw, .length = length };

  repair->text = g_malloc (length + 1);
  repair->length = 0;
  repair->markup = g_array_new (FALSE, FALSE, sizeof (JdMarkup));
  jd_offset_map_init (&repair->map);
  jd_markup_scan_init (&repairer.markup, repair, raw);

  read_all (&repairer);
  repair->text[repair->length] = '\0';
  repair->text = g_realloc (repair->text, repair->length + 1);
  g_array_sort (repair->markup, compare_markup);
}

void
jd_repair_clear (JdRepair *repair)
{
  g_clear_pointer (&repair->text, g_free);
  g_clear_pointer (&repair->markup, g_array_unref);
  jd_offset_map_clear (&repair->map);
}
