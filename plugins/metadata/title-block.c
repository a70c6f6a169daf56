/* title-block.c - what stands before a report's first word: title, date, assembly, speaker
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "title-block.h"

#include <string.h>

#include "date.h"
#include "region.h"

#define TITLE "政府工作报告"
#define ASSEMBLY "人民代表大会"
#define SESSION "会议"
#define GOVERNMENT "人民政府"

/* In lines that are not empty. */
#define BLOCK_MAX 15
#define OPENING_MAX 6

/* In bytes. */
#define PROSE_MIN 240  /* a longer line is prose */
#define SESSION_MAX 60 /* from the assembly's name to its session */

/* A name, in characters. */
#define CHARACTERS_MIN 2
#define CHARACTERS_MAX 4
#define CHARACTERS_MAX_DOTTED 15 /* with a middle dot */

static const char *const blanks[] = { " ", "\t", "\r", "　", "\xc2\xa0" };
static const char *const salutations[] = { "各位代表", "各位委员", "同志们" };
static const char *const borders[]
    = { "在", "向", "日", "—", "─", "－", "（", "(", "，", "。", "报告", "\n" };
static const char *const name_ends[] = { "（", "(", "，", "。", "\n" };
static const char *const name_glue[] = { "：", ":", "、" };

/* Length of the word that stands at `at`, or 0. */
static gsize
one_of (const char *at, gsize length, const char *const words[], gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strlen (words[i]) <= length && memcmp (at, words[i], strlen (words[i])) == 0)
      return strlen (words[i]);

  return 0;
}

/* A line without blanks. */
static char *
squeeze (const char *line, gsize length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length;)
    {
      gsize step = one_of (line + i, length - i, blanks, G_N_ELEMENTS (blanks));

      if (step == 0)
        g_string_append_c (plain, line[i]);
      i += MAX (step, 1);
    }

  return g_string_free (plain, FALSE);
}

/* The first lines that are not empty, without blanks. */
static GPtrArray *
first_lines (const char *text, gsize length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *end = text + length, *stop;

  for (const char *at = text; at < end && lines->len < BLOCK_MAX + OPENING_MAX; at = stop + 1)
    {
      g_autofree char *line = NULL;

      stop = memchr (at, '\n', (gsize)(end - at));
      if (stop == NULL)
        stop = end;
      line = squeeze (at, (gsize)(stop - at));
      if (*line != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }

  return lines;
}

static gboolean
is_salutation (const char *line)
{
  return one_of (line, strlen (line), salutations, G_N_ELEMENTS (salutations)) > 0;
}

/* How many of the lines belong to the block. */
static guint
count_block (const GPtrArray *lines)
{
  guint n = 0;

  while (n < lines->len && n < BLOCK_MAX && !is_salutation (lines->pdata[n])
         && strlen (lines->pdata[n]) <= PROSE_MIN)
    n++;

  return n;
}

/* Up to the first part: 一、. */
static guint
end_of_opening (const GPtrArray *lines, guint begin)
{
  guint end = begin;

  while (end < lines->len && end < begin + OPENING_MAX
         && !g_str_has_prefix (lines->pdata[end], "一、"))
    end++;

  return end;
}

static char *
join (const GPtrArray *lines, guint begin, guint end, const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = begin; i < MIN (end, lines->len); i++)
    g_string_append_printf (text, "%s%s", (const char *)lines->pdata[i], between);

  return g_string_free (text, FALSE);
}

static void
read_title (TitleBlock *block, const GPtrArray *lines, guint n)
{
  for (guint i = 0; i < n && block->title == NULL; i++)
    {
      const char *line = lines->pdata[i];
      gsize at;

      if (strstr (line, TITLE) == NULL)
        continue;
      block->title = g_strdup (TITLE);
      block->title_year = date_find_year (line, strlen (line), &at);
    }
}

static void
read_date (TitleBlock *block, const char *text)
{
  char iso[DATE_BUFFER];
  gsize end;

  if (date_find (text, strlen (text), iso, &end))
    block->date = g_strdup (iso);
}

/* 云溪区第六届人民代表大会第一次会议, from behind 在 or the like. */
static void
read_congress (TitleBlock *block, const char *text)
{
  const char *assembly = strstr (text, ASSEMBLY);
  const char *session = assembly != NULL ? strstr (assembly, SESSION) : NULL;
  const char *begin = text;

  if (session == NULL || session - assembly > SESSION_MAX)
    return;
  for (const char *at = text; at < assembly; at++)
    {
      gsize step = one_of (at, (gsize)(assembly - at), borders, G_N_ELEMENTS (borders));

      if (step > 0)
        begin = at + step;
    }
  block->congress = g_strndup (begin, (gsize)(session - begin) + strlen (SESSION));
}

/* Only where the speaker turns to it: 向第十届全国人民代表大会第一次会议作政府工作报告. */
static void
read_congress_of_opening (TitleBlock *block, const char *opening)
{
  const char *toward = strstr (opening, "向");
  const char *assembly = strstr (opening, ASSEMBLY);

  if (block->congress == NULL && toward != NULL && assembly != NULL && toward < assembly)
    read_congress (block, toward);
}

/* The government's own report has this title, whether or not it stands above it. */
static void
read_title_of_opening (TitleBlock *block, const char *opening)
{
  const char *behalf = strstr (opening, "代表国务院");

  if (behalf == NULL && (behalf = strstr (opening, "我代表")) != NULL)
    behalf = strstr (behalf, GOVERNMENT);
  if (block->title == NULL && behalf != NULL && strstr (behalf, "报告") != NULL)
    block->title = g_strdup (TITLE);
}

/* Behind the office that stands furthest right in the line, or NULL. */
static const char *
behind_office (const char *line, const char *const *offices)
{
  const char *behind = NULL;

  for (; *offices != NULL; offices++)
    {
      const char *office = g_strrstr (line, *offices);

      if (office != NULL && (behind == NULL || office + strlen (*offices) > behind))
        behind = office + strlen (*offices);
    }

  return behind;
}

/* The name at the beginning of the text, or NULL. */
static char *
read_name (const char *text)
{
  g_autofree char *name = NULL;
  gsize n = 0;
  glong characters;

  text += one_of (text, strlen (text), name_glue, G_N_ELEMENTS (name_glue));
  while (text[n] != '\0'
         && one_of (text + n, strlen (text + n), name_ends, G_N_ELEMENTS (name_ends)) == 0)
    n++;
  name = g_strndup (text, n);
  characters = g_utf8_strlen (name, -1);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)) && !g_str_has_prefix (p, "·"))
      return NULL;
  if (characters < CHARACTERS_MIN
      || characters > (strstr (name, "·") != NULL ? CHARACTERS_MAX_DOTTED : CHARACTERS_MAX))
    return NULL;

  return g_steal_pointer (&name);
}

static void
read_speaker (TitleBlock *block, const GPtrArray *lines, guint n, const char *const *offices)
{
  for (guint i = n; i-- > 0 && block->speaker == NULL;)
    {
      const char *behind = behind_office (lines->pdata[i], offices);

      if (behind != NULL)
        block->speaker = read_name (*behind == '\0' && i + 1 < n ? lines->pdata[i + 1] : behind);
    }
}

/* Takes the chain of units that ends at `end`. */
static gboolean
take_region (TitleBlock *block, const char *begin, const char *end)
{
  g_autofree char *chain = g_strndup (begin, (gsize)(end - begin));
  const char *last = region_last (chain);

  if (last == NULL)
    return FALSE;
  block->region = g_strdup (last);
  if (region_is_full (chain))
    block->region_full = g_strdup (chain);

  return TRUE;
}

/* Up to 第六届 or 六届. */
static gboolean
region_of_congress (TitleBlock *block)
{
  static const char *const numerals[]
      = { "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  const char *congress = block->congress != NULL ? block->congress : "";
  const char *end = strstr (congress, "届");
  gboolean stepped = end != NULL;

  while (stepped)
    {
      stepped = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (numerals) && !stepped; i++)
        if (end - congress > (gssize)strlen (numerals[i])
            && g_str_has_prefix (end - strlen (numerals[i]), numerals[i]))
          {
            end -= strlen (numerals[i]);
            stepped = TRUE;
          }
    }

  return end != NULL && take_region (block, congress, end);
}

static void
read_region (TitleBlock *block, const GPtrArray *lines, guint n, const char *opening)
{
  g_autofree char *all = join (lines, 0, n, "\n");

  if (strstr (all, "国务院") != NULL || strstr (opening, "代表国务院") != NULL
      || (block->congress != NULL && strstr (block->congress, "全国" ASSEMBLY) != NULL))
    {
      block->region = g_strdup (REGION_NATION);
      return;
    }
  if (region_of_congress (block))
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *line = lines->pdata[i];
      const char *end = strstr (line, GOVERNMENT);

      if (end == NULL)
        end = strstr (line, TITLE);
      if (end != NULL && take_region (block, line, end))
        return;
    }
}

TitleBlock *
title_block_new (const char *text, gsize length, const char *const *offices)
{
  TitleBlock *block = g_new0 (TitleBlock, 1);
  g_autoptr (GPtrArray) lines = first_lines (text, length);
  guint n = count_block (lines);
  g_autofree char *joined = join (lines, 0, n, "");
  g_autofree char *opening = join (lines, n, end_of_opening (lines, n), "\n");

  read_title (block, lines, n);
  read_date (block, joined);
  read_congress (block, joined);
  read_speaker (block, lines, n, offices);
  read_title_of_opening (block, opening);
  read_congress_of_opening (block, opening);
  read_region (block, lines, n, opening);

  return block;
}

void
title_block_free (TitleBlock *block)
{
  g_free (block->title);
  g_free (block->date);
  g_free (block->congress);
  g_free (block->speaker);
  g_free (block->region);
  g_free (block->region_full);
  g_free (block);
}
