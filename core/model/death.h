/* death.h - how a process that worked for us ended: errors beside those of error.h
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef enum
{
  JD_DEATH_CRASH,    /* a signal, or it left */
  JD_DEATH_TIMEOUT,  /* it did not finish in time */
  JD_DEATH_PROTOCOL, /* it answered what makes no sense */
} JdDeath;

#define JD_DEATH (jd_death_quark ())

GQuark jd_death_quark (void);
