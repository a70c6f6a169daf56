/* corpus.h - the inside of JdCorpus: documents of one group, and how they are grouped
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/corpus.h>

#include "core/model/document.h"

/* Groups `documents` (of const JdDocument *) by the fact `group_by` (NULL: one group).  Returns
 * JdCorpus objects sorted by group; documents within sorted by id.  Documents without the fact are
 * appended to `left_out` (of const JdDocument *). */
GPtrArray *
jd_corpus_group_documents (const GPtrArray *documents, const char *group_by, GPtrArray *left_out);
void jd_corpus_free (JdCorpus *corpus);

/* Takes `layer` (transfer full); later corpus analyzers with the same group see it. */
void jd_corpus_add_layer (JdCorpus *corpus, JdLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdCorpus, jd_corpus_free)
