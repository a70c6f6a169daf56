/* range.h - a numeral with its unit, or two of them: 12.6余万人, 2-3家, 6.5%－7%, 1万到5万元
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/decimal.h>

#include "unit.h"

G_BEGIN_DECLS

typedef struct
{
  gsize begin; /* at the sign, where the number has one */
  gsize end;
  JdDecimal value; /* scales of numeral and unit folded in */
  JdDecimal high;
  gboolean has_high;
  guint flags;        /* JdNumeralFlags of the (first) numeral; overflow of any */
  const JdUnit *unit; /* NULL: none */
} JdRange;

/* Reads what begins with a numeral at `at`.  FALSE, leaving `range` alone, when none is there. */
gboolean
jd_range_read (const JdUnits *units, const char *text, gsize length, gsize at, JdRange *range);

G_END_DECLS
