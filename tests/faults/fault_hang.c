/* fault_hang.c - never comes back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

#include <unistd.h>

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  (void)state;
  (void)document;
  (void)output;
  (void)error;
  while (pause () != 0)
    continue;
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_hang", "never comes back"),
  .gives = fault_gives,
  .analyze = analyze,
};
