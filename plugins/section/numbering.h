/* numbering.h - the number that a heading or an item begins with
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/layer.h>

typedef enum
{
  NUMBERING_NONE,
  NUMBERING_PART,    /* 一、 */
  NUMBERING_CHAPTER, /* （一） */
  NUMBERING_ORDINAL, /* 第一， */
  NUMBERING_FIGURE,  /* 1. 1、 */
  NUMBERING_BRACKET, /* （1） */
  NUMBERING_ITEM,    /* 一是 一要 */
  NUMBERING_DASH,    /* —— */
} NumberingKind;

typedef struct
{
  NumberingKind kind;
  guint value;   /* 1 to 99; 0 for a dash */
  JdSpan number; /* as written: 一, （一）, 一是; empty for a dash */
  gsize rest;    /* where the words begin */
} Numbering;

/* What the text between `begin` and `end` begins with; kind NUMBERING_NONE leaves the rest
 * unset. */
Numbering numbering_read (const char *text, gsize begin, gsize end);
