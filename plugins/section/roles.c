/* roles.c - which words tell what a section is for
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "roles.h"

#include <string.h>

#include <jiandu/table.h>

#include "lines.h"

typedef struct
{
  Place place;
  int level;
  Role role;
  guint under;      /* bit 1 << role; all bits: any */
  GPtrArray *words; /* GStrv: the pieces of a…b */
} Rule;

struct Roles
{
  GArray *rules; /* Rule */
};

enum
{
  COLUMN_PLACE,
  COLUMN_LEVEL,
  COLUMN_ROLE,
  COLUMN_UNDER,
  COLUMN_WORDS,
  N_COLUMNS,
};

const char *const role_names[] = {
  "front",   "opening", "review",    "achievements_term", "insights", "problems", "guidance",
  "targets", "tasks",   "plan_term", "self_building",     "thanks",   "closing",  NULL,
};

static const char *const place_names[] = {
  "title",  "address", "farewell", "opener",    "start",      "lead",       "body", "sentence",
  "series", "list",    "plain",    "statement", "salutation", "connective", NULL,
};

static int
index_of (const char *const names[], const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return i;

  return -1;
}

/* Bits of the roles in a comma-separated list; 0 when one is unknown. */
static guint
read_under (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  guint bits = 0;

  if (strcmp (list, "-") == 0)
    return G_MAXUINT;
  for (gsize i = 0; names[i] != NULL; i++)
    {
      int role = index_of (role_names, names[i]);

      if (role < 0)
        return 0;
      bits |= 1U << role;
    }

  return bits;
}

static void
free_pieces (gpointer pieces)
{
  g_strfreev (pieces);
}

static GPtrArray *
read_words (const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  GPtrArray *split = g_ptr_array_new_with_free_func (free_pieces);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (split, g_strsplit (words[i], "…", -1));

  return split;
}

static gboolean
read_rule (const JdTable *table, gsize row, Rule *rule, GError **error)
{
  const char *place = jd_table_cell (table, row, COLUMN_PLACE);
  const char *level = jd_table_cell (table, row, COLUMN_LEVEL);
  const char *role = jd_table_cell (table, row, COLUMN_ROLE);
  const char *under = jd_table_cell (table, row, COLUMN_UNDER);
  int place_index = index_of (place_names, place);

  *rule = (Rule){ .place = (Place)place_index,
                  .level = strcmp (level, "-") == 0 ? 0 : g_ascii_digit_value (level[0]),
                  .role = (Role)index_of (role_names, role),
                  .under = read_under (under) };
  if (place_index < 0)
    jd_table_set_error (table, row, error, "\"%s\" is no place", place);
  else if (rule->level < 0 || rule->level > 2)
    jd_table_set_error (table, row, error, "level \"%s\" is neither 1, 2 nor -", level);
  else if (rule->role == ROLE_NONE && strcmp (role, "-") != 0)
    jd_table_set_error (table, row, error, "\"%s\" is no role", role);
  else if (rule->under == 0)
    jd_table_set_error (table, row, error, "\"%s\" is no list of roles", under);
  else
    {
      rule->words = read_words (jd_table_cell (table, row, COLUMN_WORDS));
      return TRUE;
    }

  return FALSE;
}

static void
rule_clear (gpointer data)
{
  Rule *rule = data;

  g_ptr_array_unref (rule->words);
}

Roles *
roles_load (const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, N_COLUMNS, N_COLUMNS, error);
  g_autoptr (Roles) roles = NULL;

  if (table == NULL)
    return NULL;
  roles = g_new0 (Roles, 1);
  roles->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (roles->rules, rule_clear);
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      Rule rule;

      if (!read_rule (table, row, &rule, error))
        return NULL;
      g_array_append_val (roles->rules, rule);
    }

  return g_steal_pointer (&roles);
}

void
roles_free (Roles *roles)
{
  g_array_unref (roles->rules);
  g_free (roles);
}

/* Whether all pieces stand in the span, one after another. */
static gboolean
holds (const char *text, JdSpan span, char **pieces)
{
  for (; *pieces != NULL; pieces++)
    {
      gsize found = lines_find (text, span, *pieces);

      if (found == JD_NO_ROW)
        return FALSE;
      span.begin = found + strlen (*pieces);
    }

  return TRUE;
}

static gboolean
rule_holds (const Rule *rule, const char *text, JdSpan span)
{
  for (guint i = 0; i < rule->words->len; i++)
    {
      char **pieces = rule->words->pdata[i];

      if (rule->place == PLACE_OPENER ? lines_has (text, span.begin, span.end, *pieces)
                                      : holds (text, span, pieces))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_about (const Rule *rule, int level, Role under)
{
  return rule->level == level && (under == ROLE_NONE || (rule->under & 1U << under) != 0);
}

Role
roles_find (const Roles *roles, Place place, int level, Role under, const char *text, JdSpan span)
{
  for (gsize i = 0; i < roles->rules->len; i++)
    {
      const Rule *rule = &g_array_index (roles->rules, Rule, i);

      if (rule->place == place && is_about (rule, level, under) && rule_holds (rule, text, span))
        return rule->role;
    }

  return ROLE_NONE;
}

JdSpan
roles_lead (const char *text, JdSpan line)
{
  JdSpan lead = { line.begin, line.begin };

  for (int i = 0; i < 3; i++)
    lead.end = lines_sentence (text, lead.end, line.end).end;

  return lead;
}

Role
roles_find_in_line (const Roles *roles, int level, Role under, const char *text, JdSpan line)
{
  const JdSpan spans[] = {
    [PLACE_OPENER] = line,
    [PLACE_START] = lines_sentence (text, line.begin, line.end),
    [PLACE_LEAD] = roles_lead (text, line),
    [PLACE_BODY] = line,
  };

  for (gsize i = 0; i < roles->rules->len; i++)
    {
      const Rule *rule = &g_array_index (roles->rules, Rule, i);

      if (rule->place >= PLACE_OPENER && rule->place <= PLACE_BODY && is_about (rule, level, under)
          && rule_holds (rule, text, spans[rule->place]))
        return rule->role;
    }

  return ROLE_NONE;
}

gsize
roles_prefix (const Roles *roles, Place place, const char *text, JdSpan span)
{
  for (gsize i = 0; i < roles->rules->len; i++)
    {
      const Rule *rule = &g_array_index (roles->rules, Rule, i);

      if (rule->place != place)
        continue;
      for (guint j = 0; j < rule->words->len; j++)
        {
          char **pieces = rule->words->pdata[j];

          if (lines_has (text, span.begin, span.end, *pieces))
            return strlen (*pieces);
        }
    }

  return 0;
}

guint
roles_count (const Roles *roles, Place place, const char *text, JdSpan span)
{
  guint n = 0;

  for (gsize i = 0; i < roles->rules->len; i++)
    {
      const Rule *rule = &g_array_index (roles->rules, Rule, i);

      if (rule->place != place)
        continue;
      for (guint j = 0; j < rule->words->len; j++)
        n += holds (text, span, rule->words->pdata[j]);
    }

  return n;
}
