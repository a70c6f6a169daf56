/* bound.h - words before and after a figure that say whether it is a limit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>
#include <jiandu/layer.h>

G_BEGIN_DECLS

typedef struct JdBounds JdBounds;

typedef enum
{
  JD_BOUND_EXACT,
  JD_BOUND_ABOUT,
  JD_BOUND_AT_LEAST,
  JD_BOUND_AT_MOST,
  JD_BOUND_OVER,
  JD_BOUND_UNDER,
  JD_BOUND_HELD, /* 控制在: a ceiling where it is a goal, exact where it is a result */
  JD_BOUND_NONE, /* a word that only looks like one: 节约 */
} JdBound;

JdBounds *jd_bounds_new (void);
void jd_bounds_free (JdBounds *bounds);

/* Adds a table: word, place (before, after) and bound (exact, about, at_least, at_most, over,
 * under, held, none).  JD_ERROR_CONFIG with file and line. */
gboolean jd_bounds_load (JdBounds *bounds, const char *path, GError **error);

/* Ends the adding. */
void jd_bounds_build (JdBounds *bounds);

/* What the words around the figure at `core` say.  A word behind decides (控制在3%左右 is about);
 * `more` says that 余 or 多 stands inside.  `outer` becomes the figure with these words. */
JdBound jd_bounds_find (const JdBounds *bounds,
                        const char *text,
                        gsize length,
                        JdSpan core,
                        gboolean more,
                        JdSpan *outer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdBounds, jd_bounds_free)

G_END_DECLS
