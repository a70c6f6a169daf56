/* indicator.c - the core indicators and the names that texts give them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "indicator.h"

#include <string.h>

#include <jiandu/lexicon.h>
#include <jiandu/table.h>

#include "choice.h"
#include "cue.h"
#include "utf8.h"

struct JdIndicators
{
  JdLexicon *lexicon; /* its numbers are indexes into `indicators` */
  GArray *indicators; /* of JdIndicator */
  GStringChunk *names;
};

JdIndicators *
jd_indicators_new (void)
{
  JdIndicators *indicators = g_new0 (JdIndicators, 1);

  indicators->lexicon = jd_lexicon_new ();
  indicators->indicators = g_array_new (FALSE, FALSE, sizeof (JdIndicator));
  indicators->names = g_string_chunk_new (1024);
  return indicators;
}

void
jd_indicators_free (JdIndicators *indicators)
{
  if (indicators == NULL)
    return;
  jd_lexicon_free (indicators->lexicon);
  g_array_unref (indicators->indicators);
  g_string_chunk_free (indicators->names);
  g_free (indicators);
}

static gboolean
check_row (const JdTable *table, gsize row, GError **error)
{
  const char *id = jd_table_cell (table, row, 1), *growth = jd_table_cell (table, row, 2);

  if (!jd_choice_check_term (table, row, error))
    return FALSE;
  if (*id == '\0'
      || (strcmp (id, "-") != 0
          && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789_")] != '\0'))
    {
      jd_table_set_error (table, row, error, "\"%s\" is no id; use a-z, 0-9 and _, or -", id);
      return FALSE;
    }
  if (*growth != '\0' && strcmp (growth, "growth") != 0)
    {
      jd_table_set_error (table, row, error, "\"%s\" in column 3; use growth or nothing", growth);
      return FALSE;
    }
  return TRUE;
}

gboolean
jd_indicators_load (JdIndicators *indicators, JdWords *cues, const char *path, GError **error)
{
  g_autoptr (JdTable) table = jd_table_load (path, 2, 3, error);

  if (table == NULL)
    return FALSE;
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      const char *name = jd_table_cell (table, row, 0), *id = jd_table_cell (table, row, 1);
      JdIndicator indicator = { .is_growth = *jd_table_cell (table, row, 2) != '\0' };

      if (!check_row (table, row, error))
        return FALSE;
      if (strcmp (id, "-") != 0)
        indicator.id = g_string_chunk_insert_const (indicators->names, id);
      jd_lexicon_add (indicators->lexicon, name, (gint)indicators->indicators->len);
      jd_words_add (cues, name, JD_CUE_NOUN);
      g_array_append_val (indicators->indicators, indicator);
    }
  return TRUE;
}

void
jd_indicators_build (JdIndicators *indicators)
{
  jd_lexicon_build (indicators->lexicon);
}

/* 农村公路里程 is about the roads, 规上企业营收 is not about the firms. */
static gboolean
may_follow (JdWord word)
{
  return word.group != JD_CUE_NOUN && word.group != JD_CUE_SHARE
         && (word.group != JD_CUE_GENERIC || word.number == 1);
}

/* Whether nothing but words of `cues`, quotation marks and blanks stands in [p, end). */
static gboolean
is_rest_empty (const JdWords *cues, const char *p, const char *end)
{
  while (p < end)
    {
      JdWord word = { .group = JD_CUE_NOUN };
      gsize n = jd_words_match (cues, p, (gsize)(end - p), &word), bytes;
      gunichar c = jd_utf8_get (p, end, &bytes);

      if (!may_follow (word) && c != 0x201c && c != 0x201d && !jd_utf8_is_blank (c))
        return FALSE;
      p += n > 0 ? n : bytes;
    }
  return TRUE;
}

static gboolean
is_joint (const char *p, gsize n)
{
  static const char *const joints[] = { "、", "和", "与", "及" };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (n == strlen (joints[i]) && memcmp (p, joints[i], n) == 0)
      return TRUE;
  return FALSE;
}

const JdIndicator *
jd_indicators_find (const JdIndicators *indicators,
                    const JdWords *cues,
                    const char *phrase,
                    gsize length)
{
  gint last = -1;
  gsize end = 0, at = 0, n;
  gboolean joint = FALSE;

  while (at < length)
    {
      gint index;

      n = jd_lexicon_match (indicators->lexicon, phrase + at, length - at, &index);
      if (n > 0)
        {
          joint = last >= 0 && is_joint (phrase + end, at - end);
          last = index;
          end = at += n;
          continue;
        }
      if (jd_utf8_get (phrase + at, phrase + length, &n) == 0x5360) /* 占 */
        return NULL;
      at += n;
    }
  if (last < 0 || joint || !is_rest_empty (cues, phrase + end, phrase + length))
    return NULL;
  return &g_array_index (indicators->indicators, JdIndicator, (guint)last);
}
