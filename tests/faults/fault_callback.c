/* fault_callback.c - shows a function where the descriptor should be
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/abi.h>

JD_EXPORT void jd_analyzer (void);

void
jd_analyzer (void)
{
}
