/* verdicts.h - what became of the scans of plugins, kept in a file from one run to the next
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict holds as long as the plugin's file is the same one, unchanged, and jiandu is of the
 * same version.  The kept file is a help and never a condition: where it is missing, damaged, of
 * another version or in a place that others can write, there are no verdicts yet.
 */
#pragma once

#include <glib.h>

/* A file as it was at one time: two of one path are equal when nobody wrote it in between. */
typedef struct
{
  guint64 size;
  guint64 device;
  guint64 inode;
  gint64 modified; /* nanoseconds since 1970 */
  gint64 changed;  /* so, of the inode: nobody can set this one back */
} JdFileState;

gboolean jd_file_state_read (const char *path, JdFileState *state);

typedef struct JdVerdicts JdVerdicts;

/* "jiandu/plugins" in the user's cache folder; NULL with raised rights, or when there is no such
 * folder.  Free with g_free. */
char *jd_verdicts_file (void);

/* `file` may be NULL: kept nowhere. */
JdVerdicts *jd_verdicts_load (const char *file);
void jd_verdicts_free (JdVerdicts *verdicts);

/* Whether there is a verdict about `path` in that state; then `reason` is why it was refused, NULL
 * for a good one.  A reason in another language than the current one does not count. */
gboolean jd_verdicts_find (const JdVerdicts *verdicts,
                           const char *path,
                           const JdFileState *state,
                           const char **reason);

void jd_verdicts_set (JdVerdicts *verdicts,
                      const char *path,
                      const JdFileState *state,
                      const char *reason);

/* FALSE when it cannot be kept, which costs the next run a scan and nothing else.  Forgets plugins
 * that are there no longer. */
gboolean jd_verdicts_save (JdVerdicts *verdicts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdVerdicts, jd_verdicts_free)
