/* numbering.c - the number that a heading or an item begins with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "numbering.h"

#include <string.h>

#include "lines.h"

/* What stands before the numeral and after it. */
typedef struct
{
  NumberingKind kind;
  gboolean figures;
  gboolean whole; /* the marks belong to the number as written */
  const char *open;
  const char *close;
} Form;

static const Form forms[] = {
  { NUMBERING_PART, FALSE, FALSE, "", "、" },     { NUMBERING_CHAPTER, FALSE, TRUE, "（", "）" },
  { NUMBERING_CHAPTER, FALSE, TRUE, "(", ")" },   { NUMBERING_CHAPTER, FALSE, TRUE, "(", "）" },
  { NUMBERING_CHAPTER, FALSE, TRUE, "（", ")" },  { NUMBERING_ORDINAL, FALSE, TRUE, "第", "，" },
  { NUMBERING_ORDINAL, FALSE, TRUE, "第", "、" }, { NUMBERING_ITEM, FALSE, TRUE, "", "是" },
  { NUMBERING_ITEM, FALSE, TRUE, "", "要" },      { NUMBERING_FIGURE, TRUE, FALSE, "", "." },
  { NUMBERING_FIGURE, TRUE, FALSE, "", "．" },    { NUMBERING_FIGURE, TRUE, FALSE, "", "、" },
  { NUMBERING_BRACKET, TRUE, TRUE, "（", "）" },  { NUMBERING_BRACKET, TRUE, TRUE, "(", ")" },
};

static const char *const numerals[]
    = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
static const char *const dashes[] = { "—", "─", "－" };

/* The numeral at `begin` (1 to 10) and its length in bytes, or 0. */
static guint
read_numeral (const char *text, gsize begin, gsize end, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (lines_has (text, begin, end, numerals[i]))
      {
        *length = strlen (numerals[i]);
        return i + 1;
      }

  return 0;
}

/* 1 to 99 in Chinese numerals; 0 when something else stands there. */
static guint
read_chinese (const char *text, gsize begin, gsize end, gsize *stop)
{
  guint value = 0, digit;
  gsize at = begin, length = 0;

  while ((digit = read_numeral (text, at, end, &length)) > 0)
    {
      gboolean fits = digit == 10 ? value < 10 : value % 10 == 0;

      if (!fits)
        return 0;
      value = digit < 10 ? value + digit : MAX (value, 1) * 10;
      at += length;
    }
  *stop = at;

  return value;
}

static guint
read_figures (const char *text, gsize begin, gsize end, gsize *stop)
{
  guint value = 0;
  gsize at = begin;

  while (at < end && value < 10 && g_ascii_isdigit (text[at]))
    value = value * 10 + g_ascii_digit_value (text[at++]);
  *stop = at;

  return value;
}

static gboolean
read_form (const char *text, gsize begin, gsize end, const Form *form, Numbering *numbering)
{
  gsize from = begin + strlen (form->open), stop = from;
  gsize close = strlen (form->close);

  if (!lines_has (text, begin, end, form->open))
    return FALSE;
  numbering->kind = form->kind;
  numbering->value = (form->figures ? read_figures : read_chinese) (text, from, end, &stop);
  if (numbering->value == 0 || !lines_has (text, stop, end, form->close))
    return FALSE;
  numbering->rest = lines_skip_blanks (text, stop + close, end);
  numbering->number = form->whole ? (JdSpan){ begin, stop + close } : (JdSpan){ from, stop };
  if (form->kind == NUMBERING_ORDINAL)
    numbering->number.end = stop;

  return TRUE;
}

/* 一、二、三产业 and 1.5 are no headings. */
static gboolean
is_enumeration (const char *text, gsize end, const Numbering *numbering)
{
  gsize stop = numbering->rest;

  if (numbering->kind == NUMBERING_PART)
    return read_chinese (text, numbering->rest, end, &stop) > 0
           && lines_has (text, stop, end, "、");

  return numbering->kind == NUMBERING_FIGURE
         && read_figures (text, numbering->rest, end, &stop) > 0;
}

static gboolean
read_dash (const char *text, gsize begin, gsize end, Numbering *numbering)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      gsize length = strlen (dashes[i]), at = begin;

      while (lines_has (text, at, end, dashes[i]))
        at += length;
      if (at - begin < 2 * length)
        continue;
      *numbering
          = (Numbering){ NUMBERING_DASH, 0, { begin, begin }, lines_skip_blanks (text, at, end) };
      return TRUE;
    }

  return FALSE;
}

Numbering
numbering_read (const char *text, gsize begin, gsize end)
{
  Numbering numbering = { NUMBERING_NONE, 0, { 0, 0 }, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (read_form (text, begin, end, &forms[i], &numbering)
        && !is_enumeration (text, end, &numbering))
      return numbering;
  if (!read_dash (text, begin, end, &numbering))
    numbering.kind = NUMBERING_NONE;

  return numbering;
}
