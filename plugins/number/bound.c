/* bound.c - words before and after a figure that say whether it is a limit
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "bound.h"

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

#include "choice.h"
#include "utf8.h"

/* The longest word before a figure, in characters: how far back to look. */
#define LONGEST_BEFORE 6

struct JdBounds
{
  JdLexicon *before; /* the numbers are JdBound */
  JdLexicon *after;
};

static const char *const places[] = { "before", "after", NULL };
static const char *const names[]
    = { "exact", "about", "at_least", "at_most", "over", "under", "held", "none", NULL };

JdBounds *
jd_bounds_new (void)
{
  JdBounds *bounds = g_new0 (JdBounds, 1);

  bounds->before = jd_lexicon_new ();
  bounds->after = jd_lexicon_new ();
  return bounds;
}

void
jd_bounds_free (JdBounds *bounds)
{
  if (bounds == NULL)
    return;
  jd_lexicon_free (bounds->before);
  jd_lexicon_free (bounds->after);
  g_free (bounds);
}

gboolean
jd_bounds_load (JdBounds *bounds, const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, 3, 3, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      const char *word = jd_table_cell (table, row, 0);
      gint place, bound;

      if (!jd_choice_check_term (table, row, error)
          || !jd_choice_read (table, row, 1, places, &place, error)
          || !jd_choice_read (table, row, 2, names, &bound, error))
        return FALSE;
      jd_lexicon_add (place == 0 ? bounds->before : bounds->after, word, bound);
    }
  return TRUE;
}

void
jd_bounds_build (JdBounds *bounds)
{
  jd_lexicon_build (bounds->before);
  jd_lexicon_build (bounds->after);
}

static gsize
skip_blanks_back (const char *text, gsize at)
{
  while (at > 0)
    {
      gsize before = jd_utf8_before (text, at), n;

      if (!jd_utf8_is_blank (jd_utf8_get (text + before, text + at, &n)))
        break;
      at = before;
    }
  return at;
}

/* The longest word that ends where the figure begins. */
static JdBound
find_before (const JdBounds *bounds, const char *text, JdSpan *outer)
{
  gsize end = skip_blanks_back (text, outer->begin), at = end;
  JdBound bound = JD_BOUND_EXACT;

  for (guint i = 0; i < LONGEST_BEFORE && at > 0; i++)
    {
      gint value;

      at = jd_utf8_before (text, at);
      if (jd_lexicon_match (bounds->before, text + at, end - at, &value) != end - at)
        continue;
      bound = (JdBound)value;
      if (bound != JD_BOUND_NONE)
        outer->begin = at;
    }
  return bound == JD_BOUND_NONE ? JD_BOUND_EXACT : bound;
}

JdBound
jd_bounds_find (const JdBounds *bounds,
                const char *text,
                gsize length,
                JdSpan core,
                gboolean more,
                JdSpan *outer)
{
  gsize at = jd_utf8_skip_blanks (text, length, core.end), n;
  JdBound before;
  gint after;

  *outer = core;
  before = find_before (bounds, text, outer);
  n = jd_lexicon_match (bounds->after, text + at, length - at, &after);
  if (n > 0 && after != JD_BOUND_NONE)
    {
      outer->end = at + n;
      return (JdBound)after;
    }
  return more && before == JD_BOUND_EXACT ? JD_BOUND_OVER : before;
}
