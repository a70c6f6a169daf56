/* fault_older.c - knew less of the descriptor than this core does
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

/* What stands beyond `size` is not for the core to read: it must not call this. */
static void
release (gpointer state)
{
  (void)state;
  g_error ("release() lies beyond the descriptor's size");
}

const JdAnalyzer jd_analyzer = {
  .plugin = { .magic = JD_MAGIC,
              .abi = JD_ABI,
              .size = offsetof (JdAnalyzer, release),
              .name = "fault_older",
              .version = "1",
              .summary = "the whole text as one record",
              .licence = "LGPL-2.1-or-later" },
  .gives = fault_gives,
  .analyze = analyze,
  .release = release,
};
