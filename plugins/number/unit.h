/* unit.h - units and measure words: what may follow a numeral
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

G_BEGIN_DECLS

typedef struct JdUnits JdUnits;

typedef enum
{
  JD_UNIT_AMOUNT,
  JD_UNIT_PERCENT,
  JD_UNIT_MULTIPLE,
  JD_UNIT_RANK,
} JdUnitKind;

typedef enum
{
  JD_UNIT_COUNT,   /* 家, 个, 人次: the thing counted stands behind it, or before the numeral */
  JD_UNIT_MONEY,   /* 元 */
  JD_UNIT_MEASURE, /* 亩, 公里, 吨 */
  JD_UNIT_HOURS,   /* 小时, 天: may be part of a name (24小时自助厅) */
  JD_UNIT_TIME,    /* 年, 岁 */
  JD_UNIT_SHARE,   /* %, 倍, 位次 */
} JdUnitClass;

typedef struct
{
  const char *name; /* as records have it: 元, pp, 平方米 */
  JdUnitKind kind;
  JdUnitClass group;
  gint power;            /* of ten, folded into the value: 1 for 成 */
  gboolean after_digits; /* takes ASCII digits only: 三级, 八路 and 七里 are names */
} JdUnit;

JdUnits *jd_units_new (void);
void jd_units_free (JdUnits *units);

/* Adds a table: unit, name in the records, kind (amount, percent, multiple, rank), class (count,
 * money, measure, hours, time, share) and, if need be, power of ten and "digits".  A later row
 * replaces an earlier one.  JD_ERROR_CONFIG with file and line. */
gboolean jd_units_load (JdUnits *units, const char *path, GError **error);

/* Ends the adding. */
void jd_units_build (JdUnits *units);

/* The longest unit that `text` begins with, and its bytes; NULL, leaving `matched` alone. */
const JdUnit *jd_units_match (const JdUnits *units, const char *text, gsize length, gsize *matched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdUnits, jd_units_free)

G_END_DECLS
