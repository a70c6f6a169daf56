/* arena.c - memory that lives and dies with one document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/arena.h"

#include <stddef.h>
#include <string.h>

#define FIRST_BLOCK ((gsize)1024)
#define LARGEST_BLOCK ((gsize)1 << 20)

typedef struct Block Block;

struct Block
{
  Block *next;
  gsize size; /* of `bytes` */
  gsize used; /* a multiple of the alignment */
  _Alignas(max_align_t) char bytes[];
};

struct JdArena
{
  Block *blocks; /* the first is the one that is filled */
  gsize next_size;
  gsize total;
};

JdArena *
jd_arena_new (void)
{
  JdArena *arena = g_new0 (JdArena, 1);

  arena->next_size = FIRST_BLOCK;

  return arena;
}

void
jd_arena_free (JdArena *arena)
{
  Block *next;

  if (arena == NULL)
    return;
  for (Block *block = arena->blocks; block != NULL; block = next)
    {
      next = block->next;
      g_free (block);
    }
  g_free (arena);
}

static Block *
new_block (JdArena *arena, gsize size)
{
  Block *block = g_malloc0 (sizeof (Block) + size);

  block->size = size;
  arena->total += sizeof (Block) + size;

  return block;
}

/* What is larger than a block gets one of its own, behind the one that is being filled. */
static gpointer
alloc_large (JdArena *arena, gsize size)
{
  Block *block = new_block (arena, size);

  block->used = size;
  if (arena->blocks == NULL)
    arena->blocks = block;
  else
    {
      block->next = arena->blocks->next;
      arena->blocks->next = block;
    }

  return block->bytes;
}

static gboolean
has_room (const Block *block, gsize size)
{
  return block != NULL && block->size - block->used >= size;
}

gpointer
jd_arena_alloc (JdArena *arena, gsize size)
{
  const gsize alignment = _Alignof(max_align_t);
  gsize rounded = (MAX (size, 1) + alignment - 1) & ~(alignment - 1);
  Block *block = arena->blocks;
  gpointer memory;

  if (G_UNLIKELY (size > G_MAXSIZE - sizeof (Block) - alignment))
    g_error ("%" G_GSIZE_FORMAT " bytes are more than there can be", size);
  if (!has_room (block, rounded))
    {
      if (rounded > arena->next_size)
        return alloc_large (arena, rounded);
      block = new_block (arena, arena->next_size);
      block->next = arena->blocks;
      arena->blocks = block;
      arena->next_size = MIN (arena->next_size * 2, LARGEST_BLOCK);
    }
  memory = block->bytes + block->used;
  block->used += rounded;

  return memory;
}

char *
jd_arena_strndup (JdArena *arena, const char *text, gsize length)
{
  char *copy = jd_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);

  return copy;
}

gsize
jd_arena_size (const JdArena *arena)
{
  return arena->total;
}
