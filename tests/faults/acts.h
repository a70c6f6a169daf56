/* acts.h - what an analyzer must not be able to do to the machine
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* What the acts are tried on; whoever tries owns it. */
typedef struct
{
  char *folder;
  char *file;     /* in `folder`, with some bytes in it */
  char *absent;   /* a name in `folder` that nothing has */
  char *empty;    /* an empty folder in `folder` */
  int descriptor; /* of `file`, for reading and writing; -1: none */
} ActTarget;

typedef struct
{
  const char *name;
  gboolean free;                         /* succeeds for any user whom nothing locks in */
  gboolean (*try) (const ActTarget *on); /* TRUE if it succeeded; a program that was run exits 0 */
} Act;

/* In no order; the last has no name. */
extern const Act acts[];

/* NULL if there is none. */
const Act *act_find (const char *name);

/* Makes what the names stand for in `folder`, which exists. */
ActTarget *act_target_new (const char *folder);
void act_target_free (ActTarget *target);
