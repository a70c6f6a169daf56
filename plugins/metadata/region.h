/* region.h - names of provinces, cities, counties as documents chain them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* What a report of the State Council is about. */
#define REGION_NATION "全国"

/* The last unit of a chain: 云溪区 of 江临市云溪区.  NULL when the text is no such chain.  Points
 * into `chain`. */
const char *region_last (const char *chain);

/* Whether a chain begins with a province, so that nothing is left open above it. */
gboolean region_is_full (const char *chain);
