/* fault_span.c - gives a span that ends behind the text
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;

  (void)state;
  (void)error;
  jd_document_text (document, &length);
  jd_output_append (output, "fault", 0, length + 1);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_span", "gives a span that ends behind the text"),
  .gives = fault_gives,
  .analyze = analyze,
};
