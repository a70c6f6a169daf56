/* lock.h - one run at a time in an output folder
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdLock JdLock;

/* Makes the folder and takes FOLDER/NAME (".lock", say), or says who has it.  It ends with the
 * process, however that ends, or with jd_lock_free(), which removes the file.  JD_ERROR_OUTPUT. */
JdLock *jd_lock_take (const char *folder, const char *name, GError **error);
void jd_lock_free (JdLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdLock, jd_lock_free)
