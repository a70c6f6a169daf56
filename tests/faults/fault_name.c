/* fault_name.c - calls itself otherwise than its file
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
  record = jd_output_append (output, "fault", 0, length);
  jd_record_set_integer (record, "length", (gint64)length);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_other", "under a false name"),
  .gives = fault_gives,
  .analyze = analyze,
};
