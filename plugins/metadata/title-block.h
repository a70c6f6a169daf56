/* title-block.h - what stands before a report's first word: title, date, assembly, speaker
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* Strings are NULL where the block does not tell; blanks inside names are dropped. */
typedef struct
{
  char *title;
  int title_year; /* 0: none */
  char *date;     /* ISO */
  char *congress;
  char *speaker;
  char *region;
  char *region_full; /* only when the block names the province */
} TitleBlock;

/* `offices`, NULL-terminated: 区长, 代市长, …  Looks at the first lines of the text and, for what
 * they leave open, at the opening address. */
TitleBlock *title_block_new (const char *text, gsize length, const char *const *offices);
void title_block_free (TitleBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TitleBlock, title_block_free)
