/* unit.c - units and measure words: what may follow a numeral
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "unit.h"

#include <string.h>

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

#include "choice.h"

struct JdUnits
{
  JdLexicon *lexicon;
  GArray *units; /* of JdUnit; the lexicon's numbers are indexes */
  GStringChunk *names;
};

static const char *const kinds[] = { "amount", "percent", "multiple", "rank", NULL };
static const char *const groups[] = { "count", "money", "measure", "hours", "time", "share", NULL };

JdUnits *
jd_units_new (void)
{
  JdUnits *units = g_new0 (JdUnits, 1);

  units->lexicon = jd_lexicon_new ();
  units->units = g_array_new (FALSE, FALSE, sizeof (JdUnit));
  units->names = g_string_chunk_new (512);
  return units;
}

void
jd_units_free (JdUnits *units)
{
  if (units == NULL)
    return;
  jd_lexicon_free (units->lexicon);
  g_array_unref (units->units);
  g_string_chunk_free (units->names);
  g_free (units);
}

static gboolean
read_unit (const JdTable *table, gsize row, JdUnit *unit, GError **error)
{
  const char *power = jd_table_cell (table, row, 4), *digits = jd_table_cell (table, row, 5);
  gint kind, group;

  if (!jd_choice_read (table, row, 2, kinds, &kind, error)
      || !jd_choice_read (table, row, 3, groups, &group, error))
    return FALSE;
  if (strlen (power) > 1 || (*power != '\0' && !g_ascii_isdigit (*power)))
    {
      jd_table_set_error (table, row, error, "\"%s\" is no power of ten; use 0 to 9", power);
      return FALSE;
    }
  if (*digits != '\0' && strcmp (digits, "digits") != 0)
    {
      jd_table_set_error (table, row, error, "\"%s\" in the last column; use digits or nothing",
                          digits);
      return FALSE;
    }
  unit->kind = (JdUnitKind)kind;
  unit->group = (JdUnitClass)group;
  unit->power = *power != '\0' ? *power - '0' : 0;
  unit->after_digits = *digits != '\0';
  return TRUE;
}

gboolean
jd_units_load (JdUnits *units, const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, 4, 6, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      const char *term = jd_table_cell (table, row, 0);
      JdUnit unit;

      if (!jd_choice_check_term (table, row, error) || !read_unit (table, row, &unit, error))
        return FALSE;
      unit.name = g_string_chunk_insert_const (units->names, jd_table_cell (table, row, 1));
      jd_lexicon_add (units->lexicon, term, (gint)units->units->len);
      g_array_append_val (units->units, unit);
    }
  return TRUE;
}

void
jd_units_build (JdUnits *units)
{
  jd_lexicon_build (units->lexicon);
}

const JdUnit *
jd_units_match (const JdUnits *units, const char *text, gsize length, gsize *matched)
{
  gint index;
  gsize n = jd_lexicon_match (units->lexicon, text, length, &index);

  if (n == 0)
    return NULL;
  *matched = n;
  return &g_array_index (units->units, JdUnit, (guint)index);
}
