/* names.c - what things may be called, and what somebody may have meant
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/names.h"

#include <string.h>

#define LONGEST_NAME 32
#define LONGEST_COMPARED 64

gboolean
jd_name_is_valid (const char *name)
{
  gsize length;

  if (name == NULL || !g_ascii_islower (*name))
    return FALSE;
  length = strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_");

  return name[length] == '\0' && length <= LONGEST_NAME;
}

/* Levenshtein's distance in bytes, one row of the matrix at a time. */
static gsize
distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize row[LONGEST_COMPARED + 1];

  for (gsize j = 0; j <= b_length; j++)
    row[j] = j;
  for (gsize i = 0; i < a_length; i++)
    {
      gsize diagonal = row[0];

      row[0] = i + 1;
      for (gsize j = 0; j < b_length; j++)
        {
          gsize replaced = diagonal + (a[i] != b[j]);

          diagonal = row[j + 1];
          row[j + 1] = MIN (replaced, MIN (row[j], diagonal) + 1);
        }
    }

  return row[b_length];
}

const char *
jd_name_nearest (const char *name, const char *const *candidates)
{
  gsize length = strlen (name);
  gsize limit = MAX (length / 3, 2);
  const char *nearest = NULL;

  if (length > LONGEST_COMPARED)
    return NULL;
  for (; *candidates != NULL; candidates++)
    {
      gsize candidate_length = strlen (*candidates);
      gsize found;

      if (candidate_length > LONGEST_COMPARED)
        continue;
      found = distance (name, length, *candidates, candidate_length);
      if (found > limit || found >= MAX (length, candidate_length))
        continue;
      nearest = *candidates;
      if (found == 0)
        break;
      limit = found - 1;
    }

  return nearest;
}
