/* leads.h - sentences that name the topic of what follows them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "lines.h"
#include "tree.h"

/* What the sentences of a line are looked at with. */
typedef struct
{
  const char *text;
  const Roles *roles;
  const JdSpan *bold; /* sorted; the spans that were printed in bold */
  gsize n_bold;
  /* Whether the line that begins at `offset` stood indented in the file; NULL: none did. */
  gboolean (*indented) (gconstpointer data, gsize offset);
  gconstpointer data;
} LeadContext;

/* The sentence with which a line names its topic (抢抓历史机遇。), or an empty span.  `alone` also
 * takes a sentence that fills the line, up to that many code points; 0: none. */
JdSpan leads_of_line (const LeadContext *context, JdSpan line, gsize alone);

/* Appends what begins inside `line` from byte `from` on: sentences in bold and sentences of one
 * shape (项目建设健康运行。…招商引资成果丰硕。…) as sections of `level`; 一是…二是… and bold words
 * that begin an item as items.  Sentences that are not bold are looked at up to LEVEL_LEAD only,
 * and the first of them must be among the first `patience`. */
void leads_inside (const LeadContext *context,
                   JdSpan line,
                   gsize from,
                   int level,
                   guint patience,
                   GArray *sections);
