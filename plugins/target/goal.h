/* goal.h - the goals of a report and what it says has become of the last ones
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report.h"

/* Records of the layer target for the figures that are to be reached. */
void jd_goals_with_figures (const JdReport *report, JdOutput *output);

/* Records of the layer target for headline goals without a figure (与经济增长同步). */
void jd_goals_without_figures (const JdReport *report, JdOutput *output);

/* Records of the layer claim: 粮食产量达到预期目标. */
void jd_goals_claimed (const JdReport *report, JdOutput *output);
