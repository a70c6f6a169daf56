/* cue.c - the words around a figure that tell what it says, clause by clause
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cue.h"

#include "utf8.h"

const char *const jd_cue_classes[]
    = { "growth",  "decline", "rise", "fall",   "level",   "share", "plan",   "average",
        "total",   "stock",   "each", "run",    "year",    "term",  "coming", "program",
        "present", "future",  "verb", "filler", "generic", "soft",  "noun",   NULL };

typedef enum
{
  MARK_NONE,
  MARK_ITEM, /* 、 */
  MARK_CLAUSE,
  MARK_SEGMENT,
  MARK_SENTENCE,
  MARK_LINE,
} Mark;

static Mark
mark_of (gunichar c)
{
  switch (c)
    {
    case '\n':
      return MARK_LINE;
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case '!':
    case '?':
      return MARK_SENTENCE;
    case 0xff1b: /* ； */
    case ';':
      return MARK_SEGMENT;
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
    case ',':
    case ':':
      return MARK_CLAUSE;
    case 0x3001: /* 、 */
      return MARK_ITEM;
    default:
      return MARK_NONE;
    }
}

void
jd_cue_walk_begin (JdCueWalk *walk, const JdWords *words, const char *text, gsize length)
{
  *walk = (JdCueWalk){ .words = words, .text = text, .length = length };
  walk->cues = g_array_new (FALSE, FALSE, sizeof (JdCue));
}

void
jd_cue_walk_end (JdCueWalk *walk)
{
  g_array_unref (walk->cues);
}

void
jd_cue_collect (const JdWords *words, const char *text, gsize begin, gsize end, GArray *cues)
{
  while (begin < end)
    {
      gsize n = 0;
      JdWord word;

      /* Nearly all words begin with a Chinese character or a quotation mark. */
      if ((guchar)text[begin] >= 0xe2)
        n = jd_words_match (words, text + begin, end - begin, &word);
      if (n > 0)
        {
          JdCue cue = { begin, begin + n, (JdCueGroup)word.group, word.number };

          g_array_append_val (cues, cue);
          begin += n;
          continue;
        }
      jd_utf8_get (text + begin, text + end, &n);
      begin += n;
    }
}

static void
pass_mark (JdCueWalk *walk, Mark mark, gsize after)
{
  if (mark <= MARK_ITEM)
    return;
  walk->clause = after;
  if (mark >= MARK_SEGMENT)
    walk->segment = after;
  if (mark >= MARK_SENTENCE)
    walk->sentence = after;
  if (mark == MARK_LINE)
    walk->paragraph = after;
}

void
jd_cue_walk_to (JdCueWalk *walk, gsize at)
{
  gsize sentence = walk->sentence;

  while (walk->at < at)
    {
      guchar lead = (guchar)walk->text[walk->at];
      gsize n = 1;

      /* No mark begins with another byte. */
      if (lead < 0x80 || lead == 0xe3 || lead == 0xef)
        {
          Mark mark = mark_of (jd_utf8_get (walk->text + walk->at, walk->text + at, &n));

          pass_mark (walk, mark, walk->at + n);
        }
      walk->at += n;
    }
  if (walk->sentence != sentence)
    g_array_set_size (walk->cues, 0);
  walk->seen = MAX (walk->seen, walk->sentence);
  if (walk->seen < at)
    jd_cue_collect (walk->words, walk->text, walk->seen, at, walk->cues);
  walk->seen = MAX (walk->seen, at);
}

gsize
jd_cue_clause_end (const char *text, gsize at, gsize limit)
{
  gsize n;

  for (; at < limit; at += n)
    if (mark_of (jd_utf8_get (text + at, text + limit, &n)) != MARK_NONE)
      break;
  return MIN (at, limit);
}

const JdCue *
jd_cue_last (const JdCueWalk *walk, gsize begin, gsize end, guint groups)
{
  for (guint i = walk->cues->len; i > 0; i--)
    {
      const JdCue *cue = &g_array_index (walk->cues, JdCue, i - 1);

      if (cue->begin < begin)
        break;
      if (cue->end <= end && (groups & JD_CUE_SET (cue->group)))
        return cue;
    }
  return NULL;
}
