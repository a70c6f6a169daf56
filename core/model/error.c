/* error.c - the error domain
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/error.h>

GQuark
jd_error_quark (void)
{
  return g_quark_from_static_string ("jd-error-quark");
}
