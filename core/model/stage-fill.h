/* stage-fill.h - what the files that fill JdOutput share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/arena.h"
#include "core/model/stage.h"

/* The records of one layer; JdRecord points at it. */
typedef struct
{
  JdStagedLayer seen; /* what others see of it; its pointers are those below */
  JdOutput *output;
  JdSpan *spans;
  JdColumn *columns;
  gsize room; /* rows that fit before the columns grow */
} JdStage;

struct JdOutput
{
  JdStage *stages; /* in the order of the analyzer's table */
  gsize n_stages;
  gboolean conclude;
  gboolean checked;
  JdArena *arena; /* strings */
  char *fault;    /* the first one; NULL: none */
};

/* Keeps "layer "quantity", record 3: " and what is wrong, unless there was a fault before. */
void jd_stage_fault (JdStage *stage, gsize row, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* ` (nearest: "value")`, or nothing; free with g_free. */
char *jd_stage_nearest_hint (const char *name, const char *const *candidates);
