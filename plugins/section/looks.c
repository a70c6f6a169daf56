/* looks.c - what every line of a report could be, before its place in the whole is known
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "looks.h"

#include <string.h>

/* In code points. */
#define SERIES_MAX 50      /* 五年来，我们… */
#define ALONE_MAX 20       /* a topic that fills its line */
#define ALONE_MAX_APART 64 /* the same where all other lines are indented */

/* Finds the lead sentence of a line, and whether it begins like those of other lines. */
static void
find_lead (const LeadContext *with, Look *look, gsize alone)
{
  JdSpan line = look->line.span, sentence = lines_sentence (with->text, line.begin, line.end);
  gsize series = roles_prefix (with->roles, PLACE_SERIES, with->text, line);

  if (series > 0 && lines_find (with->text, sentence, "：") == JD_NO_ROW
      && lines_characters (with->text, sentence) <= SERIES_MAX)
    {
      look->lead = sentence;
      look->series = series;
    }
  else if (look->numbering.kind == NUMBERING_NONE)
    look->lead = leads_of_line (with, line, alone);
}

static gsize
alone_max (const GArray *lines, gsize i, gboolean apart)
{
  gboolean follows = i + 1 < lines->len;

  if (!apart)
    return follows ? ALONE_MAX : 0;

  return follows && !g_array_index (lines, Line, i).indented
                 && !g_array_index (lines, Line, i + 1).indented
             ? ALONE_MAX_APART
             : 0;
}

/* Whether paragraphs are indented, so that a line which is not says something by it. */
static gboolean
are_indented (const GArray *lines)
{
  gsize n = 0;

  for (gsize i = 0; i < lines->len; i++)
    n += g_array_index (lines, Line, i).indented;

  return n * 4 >= lines->len;
}

static gboolean
is_border (const Look *look)
{
  return look->numbering.kind == NUMBERING_PART || look->numbering.kind == NUMBERING_CHAPTER;
}

static gboolean
belong_together (const char *text, const Look *a, const Look *b)
{
  return a->series == b->series
         && memcmp (text + a->lead.begin, text + b->lead.begin, a->series) == 0;
}

/* Headings come in series: a lead sentence that is the only one of its kind between two numbered
 * headings is none. */
static void
drop_lone_leads (const char *text, GArray *looks)
{
  g_autofree gboolean *kept = g_new0 (gboolean, looks->len);
  gsize last[2] = { JD_NO_ROW, JD_NO_ROW }; /* topic, series */

  for (gsize i = 0; i < looks->len; i++)
    {
      const Look *look = &g_array_index (looks, Look, i);
      gsize *before = &last[look->series > 0];

      if (is_border (look))
        last[0] = last[1] = JD_NO_ROW;
      if (lines_is_empty (look->lead))
        continue;
      if (*before != JD_NO_ROW
          && belong_together (text, &g_array_index (looks, Look, *before), look))
        kept[*before] = kept[i] = TRUE;
      *before = i;
    }
  for (gsize i = 0; i < looks->len; i++)
    if (!kept[i])
      g_array_index (looks, Look, i).lead = (JdSpan){ 0, 0 };
}

static void
look_ahead (GArray *looks)
{
  gboolean last = TRUE;
  guint next = 0;

  for (gsize i = looks->len; i-- > 0;)
    {
      Look *look = &g_array_index (looks, Look, i);

      look->last = last;
      look->next = next;
      if (look->numbering.kind == NUMBERING_PART)
        next = 0;
      else if (look->numbering.kind == NUMBERING_CHAPTER)
        next = look->numbering.value;
      if (look->numbering.kind == NUMBERING_PART)
        last = TRUE;
      else if (next > 0 || (look->series > 0 && !lines_is_empty (look->lead)))
        last = FALSE;
    }
}

GArray *
looks_new (const LeadContext *with, gsize length)
{
  g_autoptr (GArray) lines = lines_new (with->text, length);
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (Look));
  gboolean apart = are_indented (lines);

  for (gsize i = 0; i < lines->len; i++)
    {
      Look look = { .line = g_array_index (lines, Line, i) };
      JdSpan line = look.line.span;

      look.numbering = numbering_read (with->text, line.begin, line.end);
      find_lead (with, &look, alone_max (lines, i, apart));
      g_array_append_val (looks, look);
    }

  drop_lone_leads (with->text, looks);
  look_ahead (looks);

  return looks;
}
