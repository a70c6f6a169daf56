/* fault_field.c - sets a field that it never declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  JdRecord record;

  (void)state;
  (void)document;
  (void)error;
  record = jd_output_append (output, "fault", 0, 0);
  jd_record_set_integer (record, "width", 1);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_field", "sets a field that it never declared"),
  .gives = fault_gives,
  .analyze = analyze,
};
