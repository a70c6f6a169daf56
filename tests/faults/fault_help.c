/* fault_help.c - declares a field without help
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  JdRecord record;

  (void)state;
  (void)error;
  jd_document_text (document, &length);
  record = jd_output_append (output, "fault_help", 0, length);
  jd_record_set_integer (record, "length", (gint64)length);
  return TRUE;
}

static const JdField fields[] = {
  { "length", JD_FIELD_INTEGER },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "fault_help", JD_LAYER_SPANS, .fields = fields, .help = "What a faulty plugin found." },
  { NULL },
};

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_help", "says nothing about its field"),
  .gives = gives,
  .analyze = analyze,
};
