/* tree.h - from marked beginnings to nested sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "roles.h"

/* Levels of a report. */
enum
{
  LEVEL_FRONT,
  LEVEL_PART,    /* 一、 */
  LEVEL_CHAPTER, /* （一） */
  LEVEL_LEAD,    /* a sub-heading below that */
  LEVEL_ITEM,    /* 一是 */
};

typedef struct
{
  gsize begin;
  gsize end;
  int level;
  Role role;     /* ROLE_NONE, before tree_close(): that of the parent */
  JdSpan number; /* empty: none */
  JdSpan title;  /* empty: none */
  gsize parent;  /* index, or JD_NO_ROW */
} Section;

/* Sorts the sections by where they begin, the higher level first, and fills in ends, parents and
 * missing roles.  A section ends where the next of its level or a higher one begins, or at
 * `length`; the title block where the first part begins. */
void tree_close (GArray *sections, gsize length);
