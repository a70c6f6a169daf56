/* fault_crash.c - dies of a segmentation fault
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

#include <signal.h>

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)output;
  (void)error;
  raise (SIGSEGV);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_crash", "dies of a segmentation fault"),
  .gives = fault_gives,
  .analyze = analyze,
};
