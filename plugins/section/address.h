/* address.h - where the speaker turns to the assembly
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "looks.h"

/* Where the words begin that follow 各位代表！; the line's own begin when it does not turn to the
 * assembly. */
gsize address_skip (const LeadContext *with, JdSpan line);

gboolean address_at (const LeadContext *with, const GArray *looks, gsize i);

/* The line of the closing call, or JD_NO_ROW: the last time that the speaker turns to the assembly,
 * if it sounds like a farewell or stands near the end; else one of the last lines, if it does. */
gsize address_farewell (const LeadContext *with, const GArray *looks);
