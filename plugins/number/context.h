/* context.h - what the document says about all figures of a passage: done or planned, and when
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Out of the layer `section` and the facts report_year and review_period; without them less is
 * known.
 */
#pragma once

#include <jiandu/document.h>

#include "cue.h"

G_BEGIN_DECLS

/* "2021/2025" and its NUL fit. */
#define JD_PERIOD_BUFFER 12

typedef struct
{
  char text[JD_PERIOD_BUFFER]; /* 2021, 2017/2021; "": unknown */
} JdPeriod;

typedef enum
{
  JD_STANCE_UNKNOWN,
  JD_STANCE_DONE,
  JD_STANCE_PLANNED,
} JdStance;

typedef struct
{
  JdStance stance;
  JdPeriod period;
} JdPassage;

typedef struct JdContext JdContext;

JdContext *jd_context_new (const JdDocument *document, const JdWords *cues);
void jd_context_free (JdContext *context);

/* The passage at `at`; never back. */
JdPassage jd_context_at (JdContext *context, gsize at);

/* What a time cue (year, term, coming, program) means in this document; FALSE, leaving `period`
 * alone, for other cues and when the report's year is unknown. */
gboolean jd_context_resolve (const JdContext *context, const JdCue *cue, JdPeriod *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdContext, jd_context_free)

G_END_DECLS
