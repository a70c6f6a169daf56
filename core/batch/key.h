/* key.h - whether a document is the one that was analyzed before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/item.h"

/* SHA-256, in hexadecimal, of all that its record can depend on beside the pipeline: id, source,
 * facts in the order of their names, and the bytes or why there are none.  Free with g_free. */
char *jd_item_key (const JdItem *item);
