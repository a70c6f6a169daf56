/* figure.h - finds every figure of a text: quantities, and what only looks like one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass from left to right; each numeral is looked at once and belongs to one figure at most.
 */
#pragma once

#include <jiandu/decimal.h>

#include "bound.h"
#include "calendar.h"
#include "name.h"
#include "unit.h"

G_BEGIN_DECLS

typedef enum
{
  JD_FIGURE_AMOUNT,
  JD_FIGURE_PERCENT,
  JD_FIGURE_MULTIPLE,
  JD_FIGURE_RANK,
  JD_FIGURE_ORDINAL,
  JD_FIGURE_DATE,
  JD_FIGURE_NAME,
} JdFigureKind;

typedef struct
{
  JdSpan core;  /* numeral and unit */
  JdSpan outer; /* with the words of its bound: 不低于…, …以上 */
  JdFigureKind kind;
  JdDecimal value;
  JdDecimal high;
  gboolean has_value; /* FALSE for names and dates, and when the value does not fit */
  gboolean has_high;
  gboolean overflow;
  gboolean is_bare; /* 亿元, 百万亩: no digits of its own */
  JdBound bound;
  const JdUnit *unit; /* NULL: none */
  JdDate date;        /* dates only */
} JdFigure;

/* Word lists, built; they outlive the figures. */
typedef struct
{
  const JdUnits *units;
  const JdBounds *bounds;
  const JdWords *names;
} JdScanner;

/* Appends the figures of the text to `figures`, an array of JdFigure, in text order. */
void jd_figure_scan (const JdScanner *scanner, const char *text, gsize length, GArray *figures);

/* Whether it measures something. */
static inline gboolean
jd_figure_is_measured (const JdFigure *figure)
{
  return figure->kind <= JD_FIGURE_RANK;
}

G_END_DECLS
