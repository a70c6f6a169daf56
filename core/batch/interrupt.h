/* interrupt.h - a wish to stop, heard between two documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* From now on SIGINT, SIGTERM and SIGHUP are only noted, the first time each: the second ends the
 * process as usual, should an analyzer not come to an end. */
void jd_interrupt_watch (void);

/* The signal that was noted; 0: none. */
int jd_interrupt_signal (void);

/* Ends the process by the signal that was noted, if one was. */
void jd_interrupt_end (void);
