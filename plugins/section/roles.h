/* roles.h - which words tell what a section is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules are data (roles.tsv): where the words stand, the level that they tell of, the role, the
 * roles of the part of level 1 around them ("-": any), the words.  A word a…b is a with b somewhere
 * after it.  The first rule that holds decides.
 */
#pragma once

#include <jiandu/error.h>
#include <jiandu/layer.h>

typedef enum
{
  ROLE_NONE = -1,
  ROLE_FRONT,
  ROLE_OPENING,
  ROLE_REVIEW,
  ROLE_ACHIEVEMENTS_TERM,
  ROLE_INSIGHTS,
  ROLE_PROBLEMS,
  ROLE_GUIDANCE,
  ROLE_TARGETS,
  ROLE_TASKS,
  ROLE_PLAN_TERM,
  ROLE_SELF_BUILDING,
  ROLE_THANKS,
  ROLE_CLOSING,
} Role;

/* By Role; NULL-terminated. */
extern const char *const role_names[];

typedef enum
{
  PLACE_TITLE,      /* in a heading's words */
  PLACE_ADDRESS,    /* after 各位代表, in the first three sentences */
  PLACE_FAREWELL,   /* anywhere after the last 各位代表 */
  PLACE_OPENER,     /* at the very beginning of a line */
  PLACE_START,      /* in the first sentence of a line */
  PLACE_LEAD,       /* in the first three sentences */
  PLACE_BODY,       /* anywhere in a line */
  PLACE_SENTENCE,   /* in any sentence; the section begins with it */
  PLACE_SERIES,     /* what the lead sentences of several lines all begin with */
  PLACE_LIST,       /* at least three of them in a line */
  PLACE_PLAIN,      /* what no lead sentence begins with */
  PLACE_STATEMENT,  /* what no lead sentence contains, unless it is bold */
  PLACE_SALUTATION, /* with which the speaker turns to the assembly */
  PLACE_CONNECTIVE, /* with which a line adds the rest to what was said */
} Place;

typedef struct Roles Roles;

/* JD_ERROR_CONFIG names file, line and fault. */
Roles *roles_load (const char *path, GError **error);
void roles_free (Roles *roles);

/* The role of the first rule for this place and level that holds inside `span`, under a part of the
 * role `under` (ROLE_NONE: under any); ROLE_NONE when there is none. */
Role
roles_find (const Roles *roles, Place place, int level, Role under, const char *text, JdSpan span);

/* The same for a line of prose: the first rule for an opener, a start, a lead or a body. */
Role roles_find_in_line (const Roles *roles, int level, Role under, const char *text, JdSpan line);

/* The first sentences of a line. */
JdSpan roles_lead (const char *text, JdSpan line);

/* Bytes of the word of this place that stands at the beginning of the span, or 0. */
gsize roles_prefix (const Roles *roles, Place place, const char *text, JdSpan span);

/* How many words of this place stand in the span. */
guint roles_count (const Roles *roles, Place place, const char *text, JdSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Roles, roles_free)
