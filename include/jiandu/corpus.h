/* corpus.h - the layers of many documents, for conclude()
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A corpus analyzer sees one group of documents at a time (group_by: "region", say): their facts
 * and, of the layers it needs, the fields that it declared to need, not their texts.  Documents
 * come sorted by id, whatever the order of files or the number of workers, so the answer is always
 * the same.
 */
#pragma once

#include <jiandu/document.h>

G_BEGIN_DECLS

typedef struct JdCorpus JdCorpus;

/* The value that the documents of this group share; NULL where there is one group only. */
JD_API const char *jd_corpus_group (const JdCorpus *corpus);

JD_API gsize jd_corpus_length (const JdCorpus *corpus);
JD_API const JdDocument *jd_corpus_document (const JdCorpus *corpus, gsize index);

/* The rows that an earlier corpus analyzer with the same group_by gave for this group, or NULL. */
JD_API const JdLayer *jd_corpus_layer (const JdCorpus *corpus, const char *name);

G_END_DECLS
