/* spool.h - digests on the disk until the corpus stage, so that memory does not grow with them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdSpool JdSpool;

/* A file without a name in `folder`; NULL: in $TMPDIR, or /tmp.  JD_ERROR_OUTPUT. */
JdSpool *jd_spool_new (const char *folder, GError **error);
void jd_spool_free (JdSpool *spool);

/* JD_ERROR_OUTPUT. */
gboolean jd_spool_add (JdSpool *spool, GBytes *bytes, GError **error);

/* Back to the first. */
gboolean jd_spool_rewind (JdSpool *spool, GError **error);

/* The next one, in the order of adding, in a buffer that is used again.  FALSE without an error:
 * there is none.  JD_ERROR_OUTPUT. */
gboolean jd_spool_next (JdSpool *spool, GByteArray *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdSpool, jd_spool_free)
