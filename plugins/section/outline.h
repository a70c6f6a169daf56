/* outline.h - a report's text as sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "leads.h"

/* Section, closed (see tree.h), in text order. */
GArray *outline_new (const LeadContext *context, gsize length);
