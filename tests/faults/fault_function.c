/* fault_function.c - calls a function that nobody has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

gboolean jd_no_such_function (JdOutput *output);

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)error;
  return jd_no_such_function (output);
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_function", "calls into the void"),
  .gives = fault_gives,
  .analyze = analyze,
};
