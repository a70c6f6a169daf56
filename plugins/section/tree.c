/* tree.c - from marked beginnings to nested sections
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "tree.h"

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Section *first = a, *second = b;

  if (first->begin != second->begin)
    return first->begin < second->begin ? -1 : 1;

  return first->level - second->level;
}

/* Below a chapter a section goes on with what its parent is for. */
static void
inherit (GArray *sections, Section *section)
{
  const Section *parent;

  if (section->parent == JD_NO_ROW)
    return;
  parent = &g_array_index (sections, Section, section->parent);
  if (section->role == ROLE_NONE || section->level > LEVEL_CHAPTER)
    section->role = parent->role;
}

void
tree_close (GArray *sections, gsize length)
{
  gsize open[LEVEL_ITEM + 1];

  for (int level = 0; level <= LEVEL_ITEM; level++)
    open[level] = JD_NO_ROW;
  g_array_sort (sections, compare);
  for (gsize i = 0; i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);

      section->end = length;
      section->parent = JD_NO_ROW;
      for (int level = section->level == LEVEL_PART ? LEVEL_FRONT : section->level;
           level <= LEVEL_ITEM; level++)
        {
          if (open[level] != JD_NO_ROW)
            g_array_index (sections, Section, open[level]).end = section->begin;
          open[level] = JD_NO_ROW;
        }
      for (int level = section->level; level > LEVEL_PART && section->parent == JD_NO_ROW; level--)
        section->parent = open[level - 1];
      inherit (sections, section);
      open[section->level] = i;
    }
}
