/* indicator.h - the core indicators and the names that texts give them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

#include "words.h"

G_BEGIN_DECLS

typedef struct JdIndicators JdIndicators;

typedef struct
{
  const char *id;     /* NULL: known, but no core indicator */
  gboolean is_growth; /* 经济增长 5.5%: the name says that it grows */
} JdIndicator;

JdIndicators *jd_indicators_new (void);
void jd_indicators_free (JdIndicators *indicators);

/* Adds a table: name, id ([a-z0-9_]; - for a name that must not be taken for a shorter one) and, if
 * need be, "growth".  The names become words of `cues` too, so that no cue is found inside one.
 * JD_ERROR_CONFIG with file and line. */
gboolean
jd_indicators_load (JdIndicators *indicators, JdWords *cues, const char *path, GError **error);

/* Ends the adding. */
void jd_indicators_build (JdIndicators *indicators);

/* The indicator that a noun phrase names: the last name in it, when only words of `cues` follow
 * (规上工业企业 counts, 规上工业企业研发覆盖率 does not), the phrase is no share of it
 * (占工业增加值) and names no second one beside it.  NULL: none. */
const JdIndicator *jd_indicators_find (const JdIndicators *indicators,
                                       const JdWords *cues,
                                       const char *phrase,
                                       gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdIndicators, jd_indicators_free)

G_END_DECLS
