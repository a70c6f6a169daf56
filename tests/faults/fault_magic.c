/* fault_magic.c - shows a jd_analyzer that is no descriptor
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
  .plugin = { .magic = 0x12345678,
              .abi = JD_ABI,
              .size = sizeof (JdAnalyzer),
              .name = "fault_magic",
              .version = "1",
              .summary = "something else",
              .licence = "LGPL-2.1-or-later" },
  .gives = fault_gives,
  .analyze = analyze,
};
