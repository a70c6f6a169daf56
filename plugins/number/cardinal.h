/* cardinal.h - digits and scales: a numeral without its fraction
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "numeral.h"

G_BEGIN_DECLS

/* As jd_numeral_read(), but stops before 分之 and 半. */
gboolean jd_cardinal_read (const char *text, gsize length, JdNumeral *numeral);

G_END_DECLS
