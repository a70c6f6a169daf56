/* fault_corpus.c - fills a layer of the corpus stage before that stage
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)error;
  jd_output_append_row (output, "fault_group");
  return TRUE;
}

static gboolean
conclude (gconstpointer state, const JdCorpus *corpus, JdOutput *output, GError **error)
{
  (void)state;
  (void)corpus;
  (void)output;
  (void)error;
  return TRUE;
}

static const JdLayerSpec gives[] = {
  { "fault", JD_LAYER_SPANS, .fields = fault_fields, .help = "What a faulty plugin found." },
  { "fault_group", JD_LAYER_CORPUS, .fields = fault_fields, .help = "What it found in a group." },
  { NULL },
};

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_corpus", "fills a layer of the corpus stage too early"),
  .gives = gives,
  .analyze = analyze,
  .conclude = conclude,
};
