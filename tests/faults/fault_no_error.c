/* fault_no_error.c - fails without saying why
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)output;
  (void)error;
  return FALSE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_no_error", "fails without saying why"),
  .gives = fault_gives,
  .analyze = analyze,
};
