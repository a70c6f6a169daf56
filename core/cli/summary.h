/* summary.h - what a run has come to, on standard output
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/tally.h"
#include "core/output/writer.h"

/* With the file that is in `folder` now. */
void jd_summary_print (const JdTally *tally, const char *folder, JdFormat format);
