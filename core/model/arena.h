/* arena.h - memory that lives and dies with one document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Not thread safe.  Blocks double in size up to 1 MiB, so n bytes cost O(log n) allocations. */
typedef struct JdArena JdArena;

JdArena *jd_arena_new (void);
void jd_arena_free (JdArena *arena);

/* `size` bytes, zeroed, aligned for any type. */
gpointer jd_arena_alloc (JdArena *arena, gsize size);

/* A copy with a NUL behind it. */
char *jd_arena_strndup (JdArena *arena, const char *text, gsize length);

/* Bytes taken from the system so far. */
gsize jd_arena_size (const JdArena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdArena, jd_arena_free)
