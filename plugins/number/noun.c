/* noun.c - the noun phrase that names what a figure measures
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "noun.h"

#include <string.h>

#include "utf8.h"

/* A phrase longer than this (twelve characters) loses what stands before its last verb. */
#define LONG_PHRASE 36

/* Verbs that only say that something is done. */
#define DONE 2

/* Longest phrase that is looked up as an indicator, in bytes. */
#define LONGEST_PHRASE 192

/* Longest name of a thing counted, in bytes. */
#define LONGEST_THING 72

/* Longest list of things, in bytes. */
#define LONGEST_LIST 150

/* A first item that is no longer than this (two characters) is a modifier: 省、市重点项目. */
#define SHORT_MODIFIER 6

/* A list's item that is no longer than this (three characters) lacks its end. */
#define SHORT_ITEM 9

static gboolean
is_kept (JdCueGroup group)
{
  return group == JD_CUE_GENERIC || group == JD_CUE_SOFT || group == JD_CUE_STOCK
         || group == JD_CUE_SHARE || group == JD_CUE_NOUN;
}

/* Marks and joints that no phrase begins or ends with. */
static gboolean
is_edge (gunichar c)
{
  switch (c)
    {
    case 0x3001: /* 、 */
    case 0xff0c: /* ， */
    case '*':
    case '-':
    case 0xff09: /* ） */
    case ')':
    case 0x2014: /* — */
      return TRUE;
    default:
      return jd_utf8_is_blank (c);
    }
}

static gsize
trim_left (const JdCueWalk *walk, gsize begin, gsize end)
{
  while (begin < end)
    {
      JdWord word;
      gsize bytes, n = jd_words_match (walk->words, walk->text + begin, end - begin, &word);

      if (n > 0 && !is_kept ((JdCueGroup)word.group))
        begin += n;
      else if (is_edge (jd_utf8_get (walk->text + begin, walk->text + end, &bytes)))
        begin += bytes;
      else
        break;
    }
  return begin;
}

/* The cue that ends at `end`; `*n` counts the cues that may. */
static const JdCue *
cue_ending (const JdCueWalk *walk, gsize end, guint *n)
{
  const JdCue *cues = (const JdCue *)walk->cues->data;

  while (*n > 0 && cues[*n - 1].end > end)
    (*n)--;
  return *n > 0 && cues[*n - 1].end == end ? &cues[*n - 1] : NULL;
}

static gsize
trim_right (const JdCueWalk *walk, gsize begin, gsize end)
{
  guint n = walk->cues->len;

  while (begin < end)
    {
      const JdCue *cue = cue_ending (walk, end, &n);
      gsize before = jd_utf8_before (walk->text, end), bytes;

      if (cue != NULL && cue->begin >= begin && !is_kept (cue->group)
          && (cue->group != JD_CUE_VERB || cue->number == DONE))
        end = cue->begin;
      else if (is_edge (jd_utf8_get (walk->text + before, walk->text + end, &bytes)))
        end = before;
      else
        break;
    }
  return end;
}

/* What follows the last verb inside: of a long phrase its last object is kept, and of
 * 重点项目完成投资 what was done. */
static gsize
skip_verbs (const JdCueWalk *walk, gsize begin, gsize end)
{
  const JdCue *verb = jd_cue_last (walk, begin, end, JD_CUE_SET (JD_CUE_VERB));

  if (verb != NULL && end - verb->end >= 2 * strlen ("等")
      && (verb->number == DONE || end - begin > LONG_PHRASE))
    return trim_left (walk, verb->end, end);
  return begin;
}

JdSpan
jd_noun_trim (const JdCueWalk *walk, gsize begin, gsize end)
{
  gsize left = trim_left (walk, begin, end);
  gsize right = trim_right (walk, left, end);

  left = skip_verbs (walk, left, right);
  return left < right ? (JdSpan){ left, right } : (JdSpan){ begin, begin };
}

/* First characters of what makes a noun of the verb before it: 污水处理厂, 检测机构. */
static const char *const suffixes[]
    = { "厂", "站", "所", "中", "机", "基", "工", "项", "平", "点", "队", "室", "员",
        "组", "设", "系", "园", "区", "场", "馆", "院", "库", "协", "单", "人" };

static gboolean
makes_noun (const char *at, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (length >= strlen (suffixes[i]) && memcmp (at, suffixes[i], strlen (suffixes[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the cue, which ends at `end`, can be no part of the name of a thing. */
static gboolean
ends_thing (const JdCueWalk *walk, JdWord word, gsize end)
{
  if (word.group == JD_CUE_VERB && word.number == 0)
    return !makes_noun (walk->text + end, walk->length - end);
  return !is_kept ((JdCueGroup)word.group) && word.group != JD_CUE_FILLER;
}

/* The last character boundary at `limit` or before it. */
static gsize
whole_characters (const JdCueWalk *walk, gsize begin, gsize limit)
{
  while (limit > begin && limit < walk->length && ((guchar)walk->text[limit] & 0xc0) == 0x80)
    limit--;
  return limit;
}

/* Where the phrase behind a figure ends at the latest: at the clause's mark, or at 、. */
static gsize
thing_limit (const JdCueWalk *walk, gsize begin, gsize limit)
{
  gsize end;

  limit = whole_characters (walk, begin, MIN (limit, begin + LONGEST_THING));
  end = jd_cue_clause_end (walk->text, begin, limit);
  if (end > begin && end - begin <= SHORT_MODIFIER && limit - end > strlen ("、")
      && memcmp (walk->text + end, "、", strlen ("、")) == 0)
    end = jd_cue_clause_end (walk->text, end + strlen ("、"), limit);
  return end;
}

/* What stands in [begin, end) before its first verb, without fillers at its ends. */
static JdSpan
read_thing (const JdCueWalk *walk, gsize begin, gsize end)
{
  gsize p = begin, solid = begin;

  while (p < end)
    {
      JdWord word;
      gsize n = jd_words_match (walk->words, walk->text + p, end - p, &word), bytes;
      gboolean filler = n > 0 && word.group == JD_CUE_FILLER;

      if (n > 0 && ends_thing (walk, word, p + n))
        break;
      filler |= jd_utf8_is_blank (jd_utf8_get (walk->text + p, walk->text + end, &bytes));
      if (filler && p == begin)
        begin += n > 0 ? n : bytes;
      p += n > 0 ? n : bytes;
      solid = filler ? MAX (solid, begin) : p;
    }
  return (JdSpan){ begin, solid };
}

JdSpan
jd_noun_after (const JdCueWalk *walk, gsize at, gsize limit)
{
  gsize begin = jd_utf8_skip_blanks (walk->text, walk->length, at);

  return read_thing (walk, begin, thing_limit (walk, begin, limit));
}

JdSpan
jd_noun_list_after (const JdCueWalk *walk, gsize at, gsize limit)
{
  gsize begin = jd_utf8_skip_blanks (walk->text, walk->length, at), end = begin;

  limit = whole_characters (walk, begin, MIN (limit, begin + LONGEST_LIST));
  for (;;)
    {
      end = jd_cue_clause_end (walk->text, end, limit);
      if (limit - end < strlen ("、") || memcmp (walk->text + end, "、", strlen ("、")) != 0)
        break;
      end += strlen ("、");
    }
  return read_thing (walk, begin, end);
}

gboolean
jd_noun_is_action (const JdCueWalk *walk, JdSpan phrase)
{
  JdWord word;

  return jd_words_match (walk->words, walk->text + phrase.begin, phrase.end - phrase.begin, &word)
             == phrase.end - phrase.begin
         && word.group == JD_CUE_SOFT && word.number == 1;
}

gboolean
jd_noun_is_generic (const JdCueWalk *walk, JdSpan phrase)
{
  gsize at = phrase.begin;

  while (at < phrase.end)
    {
      JdWord word;
      gsize n = jd_words_match (walk->words, walk->text + at, phrase.end - at, &word);

      if (n == 0 || word.group == JD_CUE_SOFT || word.group == JD_CUE_NOUN)
        return FALSE;
      at += n;
    }
  return phrase.end > phrase.begin;
}

JdNoun
jd_noun_make (const JdNounLists *lists, const char *text, JdSpan first, JdSpan second)
{
  JdNoun noun = { { first, second }, NULL };
  char buffer[LONGEST_PHRASE];
  gsize n = first.end - first.begin, m = second.end - second.begin;

  if (n + m > sizeof buffer)
    {
      gsize cut = MIN (n, n + m - sizeof buffer);

      while (cut < n && ((guchar)text[first.begin + cut] & 0xc0) == 0x80)
        cut++;
      first.begin += cut;
      n = first.end - first.begin;
      m = MIN (m, sizeof buffer - n);
    }
  memcpy (buffer, text + first.begin, n);
  memcpy (buffer + n, text + second.begin, m);
  noun.indicator = jd_indicators_find (lists->indicators, lists->cues, buffer, n + m);
  return noun;
}

static gsize
joint_bytes (const char *p, const char *end)
{
  gsize n;

  switch (jd_utf8_get (p, end, &n))
    {
    case 0x3001: /* 、 */
    case 0x548c: /* 和 */
    case 0x4e0e: /* 与 */
      return n;
    default:
      return 0;
    }
}

static guint
split_spans (const char *text, JdSpan list, JdSpan *spans, guint most)
{
  guint n = 0;
  gsize begin = list.begin, at = list.begin;

  while (at < list.end && n + 1 < most)
    {
      gsize bytes, joint = joint_bytes (text + at, text + list.end);

      if (joint > 0 && at > begin)
        {
          spans[n++] = (JdSpan){ begin, at };
          begin = at += joint;
          continue;
        }
      jd_utf8_get (text + at, text + list.end, &bytes);
      at += bytes;
    }
  if (begin < list.end)
    spans[n++] = (JdSpan){ begin, list.end };
  return n;
}

/* What is left of `last` without as many characters as `item` has. */
static JdSpan
shared_end (const char *text, JdSpan item, JdSpan last)
{
  gsize n;

  for (gsize at = item.begin; at < item.end && last.begin < last.end; at += n)
    {
      gsize bytes;

      jd_utf8_get (text + at, text + item.end, &n);
      jd_utf8_get (text + last.begin, text + last.end, &bytes);
      last.begin += bytes;
    }
  return last;
}

guint
jd_noun_split (const JdNounLists *lists, const char *text, JdSpan list, JdNoun *nouns, guint most)
{
  g_autofree JdSpan *spans = g_new (JdSpan, most);
  guint n = split_spans (text, list, spans, most);

  for (guint i = 0; i < n; i++)
    {
      gsize bytes = spans[i].end - spans[i].begin;
      JdSpan last = spans[n - 1], rest = { list.end, list.end };

      if (i + 1 < n && bytes <= SHORT_ITEM && last.end - last.begin > bytes)
        rest = shared_end (text, spans[i], last);
      nouns[i] = jd_noun_make (lists, text, spans[i], rest);
    }
  return n;
}

void
jd_noun_append (const JdNoun *noun, const char *text, GString *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (noun->part); i++)
    g_string_append_len (string, text + noun->part[i].begin,
                         (gssize)(noun->part[i].end - noun->part[i].begin));
}
