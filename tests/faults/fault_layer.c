/* fault_layer.c - fills a layer that it never declared
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
  jd_output_append (output, "quantity", 0, 0);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_layer", "fills a layer that it never declared"),
  .gives = fault_gives,
  .analyze = analyze,
};
