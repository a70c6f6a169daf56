/* seccomp.h - the few system calls that analyzing a text needs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Whether this build knows libseccomp and the kernel filters system calls.  The calls are listed
 * for machines of 64 bits; on others it is FALSE. */
gboolean jd_seccomp_is_offered (void);

/* From now on every system call of this thread that is not listed in seccomp.c fails with EPERM;
 * those of another architecture end the process.  Left are memory, time, waiting, reading and
 * writing what is open, opening for reading, and signals to oneself.  JD_ERROR_CONFIG. */
gboolean jd_seccomp_enter (GError **error);
