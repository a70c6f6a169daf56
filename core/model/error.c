/* error.c - the error domains
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <jiandu/error.h>

#include "core/model/death.h"

GQuark
jd_error_quark (void)
{
  return g_quark_from_static_string ("jd-error-quark");
}

GQuark
jd_death_quark (void)
{
  return g_quark_from_static_string ("jd-death-quark");
}
