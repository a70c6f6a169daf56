/* fault_symbol.c - a shared object that is no plugin at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/abi.h>

JD_EXPORT int fault_symbol (void);

int
fault_symbol (void)
{
  return 0;
}
