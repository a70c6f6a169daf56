/* outline.c - a report's text as sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One look at every line says what it could be; a second pass, top to bottom, says what it is,
 * given the part and the chapter that it stands in.
 */
#include "outline.h"

#include "address.h"

/* In lines. */
#define FRONT_MAX 15      /* the title block */
#define OPENING_MAX 8     /* salutation and what is asked of the assembly */
#define LAST_WORDS_MAX 10 /* code points: 结束语 */

#define TITLE_MAX 60 /* code points: a longer sentence after a number is no title */

/* How many numbers of a series may be missing, as where a heading was not recognized. */
#define NUMBERS_MISSING_MAX 2

#define LIST_MIN 3 /* of the words that a last paragraph strings together */

/* In sentences. */
#define PATIENCE_OF_CHAPTER 1
#define PATIENCE_OF_ADDRESS 4

typedef struct
{
  const LeadContext *with;
  const char *text;
  const Roles *roles;
  GArray *looks;
  GArray *sections;
  gsize farewell;    /* line of the closing call, or JD_NO_ROW */
  guint part_number; /* of the last 一、 */
  Role part;         /* role of the current part */
  Role chapter;      /* of the current chapter; the part's before the first */
  Role adopted;      /* of chapters that follow a lead-in such as 几点体会 */
  gboolean fresh;    /* nothing stands between the part's heading and here */
  gboolean titled;   /* a chapter with a title has begun in this part */
  gboolean untitled; /* the last chapter has none */
  gboolean reviewed; /* a review has begun */
  int inside;        /* level of what begins inside the lines of this chapter */
  int ordinal_level; /* of the current 第一，第二， */
  gsize salutation;  /* of the line before, when it says nothing else; or JD_NO_ROW */
} Outline;

static const Look *
look_at (const Outline *outline, gsize i)
{
  return &g_array_index (outline->looks, Look, i);
}

static void
append (Outline *outline, int level, Role role, gsize begin, JdSpan number, JdSpan title)
{
  Section section
      = { .begin = begin, .level = level, .role = role, .number = number, .title = title };

  g_array_append_val (outline->sections, section);
}

static void
begin_part (Outline *outline, Role role, gsize begin, JdSpan number, JdSpan title)
{
  append (outline, LEVEL_PART, role, begin, number, title);
  outline->part = outline->chapter = role;
  outline->adopted = ROLE_NONE;
  outline->fresh = TRUE;
  outline->inside = LEVEL_ITEM;
  outline->titled = outline->untitled = FALSE;
  outline->reviewed |= role == ROLE_REVIEW || role == ROLE_ACHIEVEMENTS_TERM;
}

static void
begin_chapter (Outline *outline, Role role, gsize begin, JdSpan number, JdSpan title)
{
  append (outline, LEVEL_CHAPTER, role, begin, number, title);
  outline->chapter = role != ROLE_NONE ? role : outline->part;
  outline->untitled = lines_is_empty (title);
  outline->titled |= !outline->untitled;
  outline->fresh = FALSE;
  outline->inside = outline->untitled ? LEVEL_ITEM : LEVEL_LEAD;
}

/* The words of a heading: a whole line, or a sentence that is short enough. */
static JdSpan
title_at (const char *text, gsize begin, gsize end, JdSpan *sentence)
{
  JdSpan title;

  *sentence = lines_sentence (text, begin, end);
  title = lines_without_stop (text, *sentence);

  return lines_characters (text, title) <= TITLE_MAX ? title : (JdSpan){ begin, begin };
}

static Role
role_of_part (const Outline *outline, JdSpan title)
{
  Role role = roles_find (outline->roles, PLACE_TITLE, 1, ROLE_NONE, outline->text, title);

  if (!outline->reviewed && (role == ROLE_NONE || role == ROLE_TASKS))
    return ROLE_REVIEW;

  return role != ROLE_NONE ? role : ROLE_TASKS;
}

/* Lines */

static gboolean
take_part (Outline *outline, const Look *look)
{
  JdSpan line = look->line, title, sentence;

  if (look->numbering.kind != NUMBERING_PART || look->numbering.value <= outline->part_number
      || look->numbering.value > outline->part_number + 1 + NUMBERS_MISSING_MAX)
    return FALSE;
  title = title_at (outline->text, look->numbering.rest, line.end, &sentence);
  outline->part_number = look->numbering.value;
  begin_part (outline, role_of_part (outline, title), line.begin, look->numbering.number, title);

  return TRUE;
}

static gboolean
take_chapter (Outline *outline, const Look *look)
{
  JdSpan line = look->line, title, sentence;
  Role role;

  if (look->numbering.kind != NUMBERING_CHAPTER)
    return FALSE;
  title = title_at (outline->text, look->numbering.rest, line.end, &sentence);
  role = roles_find (outline->roles, PLACE_TITLE, 2, outline->part, outline->text, title);
  if (look->numbering.value == 1 && outline->untitled && outline->part == ROLE_REVIEW)
    outline->adopted = outline->chapter;
  begin_chapter (outline, role != ROLE_NONE ? role : outline->adopted, line.begin,
                 look->numbering.number, title);
  outline->titled = TRUE;
  outline->inside = LEVEL_LEAD;
  leads_inside (outline->with, line, sentence.end, LEVEL_LEAD, PATIENCE_OF_CHAPTER,
                outline->sections);

  return TRUE;
}

static int
level_of_item (Outline *outline, const Numbering *numbering)
{
  static const int levels[] = {
    [NUMBERING_FIGURE] = LEVEL_LEAD,
    [NUMBERING_BRACKET] = LEVEL_ITEM,
    [NUMBERING_ITEM] = LEVEL_ITEM,
    [NUMBERING_DASH] = LEVEL_LEAD,
  };
  gboolean inside = outline->titled || (outline->untitled && outline->part == ROLE_REVIEW);

  if (numbering->kind != NUMBERING_ORDINAL)
    return levels[numbering->kind];
  if (numbering->value == 1)
    outline->ordinal_level = inside ? LEVEL_LEAD : LEVEL_CHAPTER;

  return outline->ordinal_level;
}

static gboolean
take_item (Outline *outline, const Look *look)
{
  JdSpan line = look->line, title, sentence;
  int level;

  if (look->numbering.kind <= NUMBERING_CHAPTER)
    return FALSE;
  title = title_at (outline->text, look->numbering.rest, line.end, &sentence);
  level = level_of_item (outline, &look->numbering);
  if (level == LEVEL_CHAPTER)
    begin_chapter (outline, ROLE_NONE, line.begin, look->numbering.number, title);
  else
    append (outline, level, ROLE_NONE, line.begin, look->numbering.number, title);
  leads_inside (outline->with, line, sentence.end, LEVEL_ITEM, 0, outline->sections);

  return TRUE;
}

/* 各位代表！ and what it opens: the last part without a heading, or the closing call. */
static gboolean
take_address (Outline *outline, gsize i, JdSpan line, gsize begin)
{
  Role role = i == outline->farewell ? ROLE_CLOSING
                                     : roles_find (outline->roles, PLACE_ADDRESS, 1, outline->part,
                                                   outline->text, roles_lead (outline->text, line));

  if (role == ROLE_NONE || role == outline->part)
    return FALSE;
  begin_part (outline, role, begin, (JdSpan){ 0, 0 }, (JdSpan){ 0, 0 });
  if (role == ROLE_SELF_BUILDING)
    leads_inside (outline->with, line, line.begin, LEVEL_LEAD, PATIENCE_OF_ADDRESS,
                  outline->sections);

  return TRUE;
}

static gboolean
chapter_follows (const Outline *outline, gsize i)
{
  return i + 1 < outline->looks->len
         && look_at (outline, i + 1)->numbering.kind == NUMBERING_CHAPTER;
}

/* Whether a chapter without a title may begin here for this role. */
static gboolean
may_begin (const Outline *outline, gsize i, Role role)
{
  if (role == ROLE_NONE || role == outline->chapter)
    return FALSE;
  switch (role)
    {
    case ROLE_GUIDANCE:
    case ROLE_TARGETS:
    case ROLE_PLAN_TERM:
      return !outline->titled;
    case ROLE_TASKS:
      return !outline->titled && !outline->fresh && chapter_follows (outline, i);
    default:
      return !outline->fresh;
    }
}

/* Where the sentence stands that names the targets, or JD_NO_ROW. */
static gsize
find_targets (const Outline *outline, JdSpan line)
{
  JdSpan sentence;

  if (outline->titled)
    return JD_NO_ROW;
  for (gsize at = line.begin; at < line.end; at = sentence.end)
    {
      sentence = lines_sentence (outline->text, at, line.end);
      if (roles_find (outline->roles, PLACE_SENTENCE, 2, outline->part, outline->text, sentence)
          != ROLE_NONE)
        return at;
    }

  return JD_NO_ROW;
}

static gboolean
take_untitled (Outline *outline, gsize i, JdSpan line, gsize begin)
{
  JdSpan none = { 0, 0 };
  Role role = roles_find_in_line (outline->roles, 2, outline->part, outline->text, line);
  gsize targets = find_targets (outline, line);
  gboolean taken = targets != line.begin && may_begin (outline, i, role);

  if (outline->titled && look_at (outline, i)->next > 1)
    return FALSE;
  if (taken)
    begin_chapter (outline, role, begin, none, none);
  if (targets != JD_NO_ROW && outline->chapter != ROLE_TARGETS)
    begin_chapter (outline, ROLE_TARGETS, targets == line.begin ? begin : targets, none, none);
  else if (!taken)
    return FALSE;
  leads_inside (outline->with, line, line.begin, LEVEL_ITEM, 0, outline->sections);

  return TRUE;
}

static gboolean
has_leads (const Outline *outline)
{
  return outline->part >= ROLE_REVIEW && outline->part != ROLE_CLOSING
         && outline->chapter != ROLE_THANKS && outline->chapter != ROLE_PROBLEMS
         && outline->chapter != ROLE_INSIGHTS;
}

static gboolean
take_lead (Outline *outline, const Look *look)
{
  JdSpan line = look->line, title;

  if (lines_is_empty (look->lead) || !has_leads (outline))
    return FALSE;
  title = lines_without_stop (outline->text, look->lead);
  if (look->series)
    begin_chapter (outline,
                   roles_find (outline->roles, PLACE_TITLE, 2, outline->part, outline->text, title),
                   line.begin, (JdSpan){ 0, 0 }, title);
  else
    append (outline, LEVEL_LEAD, ROLE_NONE, line.begin, (JdSpan){ 0, 0 }, title);
  outline->inside = look->series ? LEVEL_LEAD : LEVEL_ITEM;
  leads_inside (outline->with, line, look->lead.end, outline->inside, PATIENCE_OF_CHAPTER,
                outline->sections);

  return TRUE;
}

/* What is left to say behind the last chapter belongs to none of them. */
static gboolean
take_rest (Outline *outline, const Look *look)
{
  JdSpan line = look->line;

  if (!outline->titled || outline->untitled || !look->last
      || (roles_prefix (outline->roles, PLACE_CONNECTIVE, outline->text, line) == 0
          && roles_count (outline->roles, PLACE_LIST, outline->text, line) < LIST_MIN))
    return FALSE;
  begin_chapter (outline, outline->chapter, line.begin, (JdSpan){ 0, 0 }, (JdSpan){ 0, 0 });

  return TRUE;
}

/* 各位代表！ on a line of its own turns to something else. */
static gboolean
take_turn (Outline *outline, gsize begin)
{
  JdSpan none = { 0, 0 };

  if (begin == JD_NO_ROW || (!outline->titled && outline->part != ROLE_SELF_BUILDING))
    return FALSE;
  if (outline->part == ROLE_SELF_BUILDING)
    begin_part (outline, ROLE_TASKS, begin, none, none);
  else
    begin_chapter (outline, outline->part, begin, none, none);

  return TRUE;
}

static gboolean
take_last_words (Outline *outline, const Look *look)
{
  JdSpan line = look->line;

  if (lines_characters (outline->text, line) > LAST_WORDS_MAX
      || roles_find (outline->roles, PLACE_TITLE, 1, ROLE_NONE, outline->text, line)
             != ROLE_CLOSING)
    return FALSE;
  begin_part (outline, ROLE_CLOSING, line.begin, (JdSpan){ 0, 0 }, line);

  return TRUE;
}

static void
take_prose (Outline *outline, gsize i)
{
  const Look *look = look_at (outline, i);
  JdSpan line = look->line;
  gsize turn = outline->salutation;
  gsize begin = turn != JD_NO_ROW ? turn : line.begin;
  gboolean addressed = turn != JD_NO_ROW || address_at (outline->with, outline->looks, i);

  outline->salutation = JD_NO_ROW;
  line.begin = address_skip (outline->with, line);
  if (lines_is_empty (line) && i != outline->farewell)
    {
      outline->salutation = begin;
      return;
    }
  if (((addressed || i == outline->farewell) && take_address (outline, i, line, begin))
      || take_last_words (outline, look) || outline->part == ROLE_CLOSING)
    return;
  if (!(look->series > 0 && take_lead (outline, look)) && !take_untitled (outline, i, line, begin)
      && !take_turn (outline, turn) && !take_lead (outline, look) && !take_rest (outline, look))
    leads_inside (outline->with, line, line.begin, outline->inside, 0, outline->sections);
  outline->fresh = FALSE;
}

/* The title block; returns the line behind it. */
static gsize
take_front (Outline *outline)
{
  gsize last = MIN (outline->looks->len, FRONT_MAX), n = 0;
  JdSpan title = { 0, 0 };

  while (n < last && !address_at (outline->with, outline->looks, n)
         && look_at (outline, n)->numbering.kind != NUMBERING_PART)
    n++;
  if (n == last || n == 0)
    return 0;
  for (gsize i = 0; i < n; i++)
    {
      JdSpan line = look_at (outline, i)->line;

      if (roles_find (outline->roles, PLACE_TITLE, 0, ROLE_NONE, outline->text, line) == ROLE_FRONT)
        title = line;
    }
  append (outline, LEVEL_FRONT, ROLE_FRONT, look_at (outline, 0)->line.begin, (JdSpan){ 0, 0 },
          title);

  return n;
}

/* The salutation and what is asked of the assembly, then, if no heading follows, what the speaker
 * tells before the first one; returns the line where that begins. */
static gsize
take_opening (Outline *outline, gsize i)
{
  gsize last = MIN (outline->looks->len, i + OPENING_MAX), n = i;
  JdSpan none = { 0, 0 };

  if (i >= outline->looks->len || !address_at (outline->with, outline->looks, i))
    return i;
  begin_part (outline, ROLE_OPENING, look_at (outline, i)->line.begin, none, none);
  while (n < last && look_at (outline, n)->numbering.kind != NUMBERING_PART)
    if (roles_find (outline->roles, PLACE_BODY, 1, ROLE_NONE, outline->text,
                    look_at (outline, n++)->line)
        == ROLE_OPENING)
      break;
  if (n < outline->looks->len && n != outline->farewell
      && look_at (outline, n)->numbering.kind != NUMBERING_PART)
    begin_part (outline, ROLE_REVIEW, look_at (outline, n)->line.begin, none, none);

  return n;
}

GArray *
outline_new (const LeadContext *with, gsize length)
{
  g_autoptr (GArray) looks = looks_new (with, length);
  Outline outline = { .with = with,
                      .text = with->text,
                      .roles = with->roles,
                      .looks = looks,
                      .sections = g_array_new (FALSE, FALSE, sizeof (Section)),
                      .part = ROLE_NONE,
                      .chapter = ROLE_NONE,
                      .adopted = ROLE_NONE,
                      .ordinal_level = LEVEL_LEAD,
                      .salutation = JD_NO_ROW };

  outline.farewell = address_farewell (with, looks);
  for (gsize i = take_opening (&outline, take_front (&outline)); i < looks->len; i++)
    {
      const Look *look = look_at (&outline, i);

      if (!take_part (&outline, look) && !take_chapter (&outline, look)
          && !take_item (&outline, look))
        take_prose (&outline, i);
    }
  tree_close (outline.sections, length);

  return outline.sections;
}
