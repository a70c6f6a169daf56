/* lexicon.c - a double-array trie over bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * J. Aoe, "An efficient digital search algorithm by using a double-array structure", IEEE
 * Transactions on Software Engineering 15(9), 1989.  From state s the byte c leads to
 * t = base[s] + c where check[t] = s.  Byte 0 ends a term: its state's base holds the number.
 */
#include <jiandu/lexicon.h>

#include <string.h>

typedef struct
{
  gint32 base;
  gint32 check; /* the state before this one; FREE: nobody's */
} Unit;

enum
{
  ROOT = 0,
  FREE = -1,
  N_CODES = 256,
};

struct JdLexicon
{
  GHashTable *numbers; /* term -> number, until built */
  GArray *units;       /* of Unit, once built */
};

/* Terms [first, stop) of the sorted array share their first `depth` bytes, which lead to `state`.
 */
typedef struct
{
  guint first;
  guint stop;
  gsize depth;
  gint32 state;
} Branch;

/* What building needs and look-up does not. */
typedef struct
{
  JdLexicon *lexicon;
  GPtrArray *terms;   /* sorted */
  GArray *branches;   /* of Branch: still to be laid out */
  gint32 lowest_free; /* no unit before it is free */
} Builder;

/* The distinct next bytes of a branch, and where the terms with each begin. */
typedef struct
{
  guint n_codes;
  guint8 codes[N_CODES];
  guint firsts[N_CODES + 1];
} Fan;

JdLexicon *
jd_lexicon_new (void)
{
  JdLexicon *lexicon = g_new0 (JdLexicon, 1);

  lexicon->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return lexicon;
}

void
jd_lexicon_free (JdLexicon *lexicon)
{
  if (lexicon == NULL)
    return;

  g_clear_pointer (&lexicon->numbers, g_hash_table_unref);
  g_clear_pointer (&lexicon->units, g_array_unref);
  g_free (lexicon);
}

void
jd_lexicon_add (JdLexicon *lexicon, const char *term, gint value)
{
  g_return_if_fail (lexicon->numbers != NULL);
  g_return_if_fail (*term != '\0' && value >= 0);

  g_hash_table_replace (lexicon->numbers, g_strdup (term), GINT_TO_POINTER (value));
}

gint
jd_lexicon_get (const JdLexicon *lexicon, const char *term)
{
  gpointer value;

  g_return_val_if_fail (lexicon->numbers != NULL, -1);
  if (!g_hash_table_lookup_extended (lexicon->numbers, term, NULL, &value))
    return -1;

  return GPOINTER_TO_INT (value);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
sorted_terms (GHashTable *numbers)
{
  GPtrArray *terms = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer term;

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    g_ptr_array_add (terms, term);
  g_ptr_array_sort (terms, compare_terms);

  return terms;
}

static Unit *
unit_at (const JdLexicon *lexicon, gint32 state)
{
  return &g_array_index (lexicon->units, Unit, state);
}

static void
grow_to (JdLexicon *lexicon, gint32 n_units)
{
  const Unit empty = { .base = 0, .check = FREE };

  while (lexicon->units->len < (guint)n_units)
    g_array_append_val (lexicon->units, empty);
}

static void
fan_out (const Builder *builder, const Branch *branch, Fan *fan)
{
  fan->n_codes = 0;
  for (guint i = branch->first; i < branch->stop; i++)
    {
      guint8 code = ((const guint8 *)builder->terms->pdata[i])[branch->depth];

      if (fan->n_codes > 0 && fan->codes[fan->n_codes - 1] == code)
        continue;
      fan->codes[fan->n_codes] = code;
      fan->firsts[fan->n_codes++] = i;
    }
  fan->firsts[fan->n_codes] = branch->stop;
}

static gboolean
fits (const JdLexicon *lexicon, gint32 base, const Fan *fan)
{
  for (guint i = 0; i < fan->n_codes; i++)
    if (unit_at (lexicon, base + fan->codes[i])->check != FREE)
      return FALSE;

  return TRUE;
}

/* The lowest base at which every code of the fan finds a free unit. */
static gint32
find_base (Builder *builder, const Fan *fan)
{
  JdLexicon *lexicon = builder->lexicon;
  gint32 base;

  while (unit_at (lexicon, builder->lowest_free)->check != FREE)
    grow_to (lexicon, ++builder->lowest_free + N_CODES + 1);
  base = MAX (1, builder->lowest_free - fan->codes[0]);
  for (grow_to (lexicon, base + N_CODES); !fits (lexicon, base, fan); base++)
    grow_to (lexicon, base + 1 + N_CODES);

  return base;
}

static void
lay_out (Builder *builder, const Branch *branch)
{
  JdLexicon *lexicon = builder->lexicon;
  Fan fan = { 0 };
  gint32 base;

  fan_out (builder, branch, &fan);
  base = find_base (builder, &fan);
  unit_at (lexicon, branch->state)->base = base;
  for (guint i = 0; i < fan.n_codes; i++)
    {
      Branch next = { fan.firsts[i], fan.firsts[i + 1], branch->depth + 1, base + fan.codes[i] };

      unit_at (lexicon, next.state)->check = branch->state;
      if (fan.codes[i] == 0)
        unit_at (lexicon, next.state)->base
            = jd_lexicon_get (lexicon, builder->terms->pdata[next.first]);
      else
        g_array_append_val (builder->branches, next);
    }
}

void
jd_lexicon_build (JdLexicon *lexicon)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GArray) branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  Builder builder = { .lexicon = lexicon, .branches = branches, .lowest_free = 1 };
  Branch root;

  g_return_if_fail (lexicon->units == NULL);
  terms = builder.terms = sorted_terms (lexicon->numbers);
  lexicon->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  grow_to (lexicon, 1 + N_CODES);
  unit_at (lexicon, ROOT)->check = ROOT;
  root = (Branch){ 0, terms->len, 0, ROOT };
  if (terms->len > 0)
    g_array_append_val (branches, root);
  for (guint i = 0; i < branches->len; i++)
    {
      Branch branch = g_array_index (branches, Branch, i);

      lay_out (&builder, &branch);
    }
  g_clear_pointer (&lexicon->numbers, g_hash_table_unref);
}

gsize
jd_lexicon_match (const JdLexicon *lexicon, const char *text, gsize length, gint *value)
{
  const Unit *units = (const Unit *)lexicon->units->data;
  const gint32 n_units = lexicon->units->len;
  gint32 state = ROOT;
  gsize longest = 0;

  for (gsize i = 0; i < length; i++)
    {
      gint32 next = units[state].base + (guint8)text[i];

      if (text[i] == '\0' || next >= n_units || units[next].check != state)
        break;
      state = next;
      if (units[units[state].base].check == state)
        {
          longest = i + 1;
          *value = units[units[state].base].base;
        }
    }

  return longest;
}
