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
#define INDENTED_SHARE 8   /* one line in so many */

/* Finds the lead sentence of a line, and whether it begins like those of other lines. */
static void
find_lead (const LeadContext *with, Look *look, gsize alone, gboolean announced)
{
  JdSpan line = look->line, sentence = lines_sentence (with->text, line.begin, line.end);
  gsize series = roles_prefix (with->roles, PLACE_SERIES, with->text, line);

  if (series > 0 && lines_find (with->text, sentence, "：") == JD_NO_ROW
      && lines_characters (with->text, sentence) <= SERIES_MAX)
    {
      look->lead = sentence;
      look->series = series;
    }
  else if (look->numbering.kind == NUMBERING_NONE && !announced)
    look->lead = leads_of_line (with, line, alone);
}

static gboolean
is_indented (const LeadContext *with, JdSpan line)
{
  return with->indented != NULL && with->indented (with->data, line.begin);
}

/* Whether paragraphs are indented, so that a line which is not says something by it. */
static gboolean
are_indented (const LeadContext *with, const GArray *lines)
{
  gsize n = 0;

  for (gsize i = 0; i < lines->len; i++)
    n += is_indented (with, g_array_index (lines, JdSpan, i));

  return n * INDENTED_SHARE >= lines->len;
}

/* How long a topic may be that fills line `i`. */
static gsize
alone_max (const LeadContext *with, const GArray *lines, gsize i, gboolean apart)
{
  if (i + 1 >= lines->len)
    return 0;
  if (!apart)
    return ALONE_MAX;

  return is_indented (with, g_array_index (lines, JdSpan, i))
                 || is_indented (with, g_array_index (lines, JdSpan, i + 1))
             ? 0
             : ALONE_MAX_APART;
}

/* Whether a line is nothing but a topic or a numbered one, so that the next speaks of it. */
static gboolean
announces (const LeadContext *with, const Look *look)
{
  if (look->numbering.kind >= NUMBERING_ORDINAL)
    return lines_sentence (with->text, look->line.begin, look->line.end).end == look->line.end;

  return !lines_is_empty (look->lead) && look->lead.end == look->line.end;
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
  gboolean apart = are_indented (with, lines), announced = FALSE;

  for (gsize i = 0; i < lines->len; i++)
    {
      Look look = { .line = g_array_index (lines, JdSpan, i) };

      look.numbering = numbering_read (with->text, look.line.begin, look.line.end);
      find_lead (with, &look, alone_max (with, lines, i, apart), announced);
      announced = announces (with, &look);
      g_array_append_val (looks, look);
    }
  drop_lone_leads (with->text, looks);
  look_ahead (looks);

  return looks;
}
