/* plain.c - goals without a figure, and claims about the goals before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "clause.h"
#include "goal.h"

/* What is done with each clause; `announced`: it stands in a list of announced goals. */
typedef void (*ClauseFunc) (
    const JdReport *report, JdSpan sentence, JdSpan clause, gboolean announced, JdOutput *output);

static void
set_string (JdRecord record, const char *field, const char *value)
{
  if (value != NULL && *value != '\0')
    jd_record_set_string (record, field, value, -1);
}

static gboolean
has_figure (const JdReport *report, JdSpan clause)
{
  for (gsize row = jd_layer_next_overlapping (report->quantities, clause, 0); row != JD_NO_ROW;
       row = jd_layer_next_overlapping (report->quantities, clause, row + 1))
    if (jd_report_is_goal (report, row))
      return TRUE;

  return FALSE;
}

/* To the end of the clause, but not into the next item of a list. */
static gsize
phrase_end (const JdReport *report, JdSpan clause, JdSpan phrase)
{
  const char *rest = report->text + phrase.end;
  const char *comma = g_strstr_len (rest, (gssize)(clause.end - phrase.end), "、");

  return comma != NULL ? (gsize)(comma - report->text) : clause.end;
}

/* What stands before the words of the relation, or, in 完成节能减排任务, between them. */
static JdSpan
goal_name (const JdReport *report, const JdRelation *relation, JdSpan clause, JdSpan phrase)
{
  const JdSpan before = { clause.begin, phrase.begin };
  const JdSpan between
      = { phrase.begin + strlen (relation->first), phrase.end - strlen (relation->then) };
  JdSpan name = jd_words_strip (report->words, report->text, before);

  return name.begin < name.end ? name : jd_words_strip (report->words, report->text, between);
}

static void
emit_goal (
    const JdReport *report, JdSpan sentence, JdSpan clause, gboolean announced, JdOutput *output)
{
  JdSpan phrase;
  JdSpan indicator;
  JdSpan found;
  JdRecord record;
  g_autofree char *period = NULL;
  const JdWord *known;
  const JdRelation *relation
      = jd_words_relation (report->words, report->text, clause, announced, &phrase);

  if (relation == NULL || has_figure (report, clause))
    return;
  indicator = goal_name (report, relation, clause, phrase);
  if (indicator.begin >= indicator.end)
    return;
  known = jd_words_longest (report->words, JD_WORD_INDICATOR, report->text, indicator, &found);
  period = jd_report_period (report, sentence);
  record
      = jd_output_append (output, "target", indicator.begin, phrase_end (report, clause, phrase));
  jd_record_set_string (record, "indicator", report->text + indicator.begin,
                        (gssize)(indicator.end - indicator.begin));
  set_string (record, "indicator_id", known != NULL ? known->value : NULL);
  set_string (record, "measure", known != NULL ? known->measure : relation->measure);
  set_string (record, "bound", relation->bound);
  set_string (record, "relation", relation->relation);
  set_string (record, "period", period);
  set_string (record, "scope", "headline");
}

/* A claim is about the year before the report's own. */
static void
emit_claim (
    const JdReport *report, JdSpan sentence, JdSpan clause, gboolean announced, JdOutput *output)
{
  JdSpan found;
  JdSpan name;
  JdRecord record;
  g_autofree char *period = NULL;
  const JdWord *claim = jd_words_find (report->words, JD_WORD_CLAIM, report->text, clause, &found);
  const JdWord *known;

  (void)sentence;
  if (claim == NULL || announced || report->year == 0)
    return;
  known = jd_words_longest (report->words, JD_WORD_INDICATOR, report->text, clause, &name);
  if (known == NULL)
    return;
  period = g_strdup_printf ("%" G_GINT64_FORMAT, report->year - 1);
  record = jd_output_append (output, "claim", clause.begin, clause.end);
  jd_record_set_string (record, "indicator", report->text + name.begin,
                        (gssize)(name.end - name.begin));
  set_string (record, "indicator_id", known->value);
  set_string (record, "verdict", claim->value);
  set_string (record, "period", period);
}

static void
walk_clauses (
    const JdReport *report, JdSpan sentence, gsize from, ClauseFunc function, JdOutput *output)
{
  while (from < sentence.end)
    {
      JdSpan clause = jd_clause_at (report->text, sentence, from, &from);

      if (clause.begin < clause.end)
        function (report, sentence, clause, jd_report_is_announced (report, clause.begin), output);
    }
}

static gboolean
has_role (const JdReport *report, gsize offset, const char *const *roles)
{
  return g_strv_contains (roles, jd_report_role (report, offset));
}

void
jd_goals_without_figures (const JdReport *report, JdOutput *output)
{
  static const char *const goal_roles[] = { "plan_term", NULL };
  static const char *const past_roles[] = { "review", "achievements_term", "problems", NULL };
  JdSpan sentence = { 0, 0 };

  while (sentence.end < report->length)
    {
      gsize last;

      sentence = jd_sentence_at (report->text, report->length, sentence.end);
      last = sentence.end - 1;
      if (has_role (report, last, goal_roles)
          || (jd_report_is_announced (report, last) && !has_role (report, last, past_roles)))
        walk_clauses (report, sentence, sentence.begin, emit_goal, output);
    }
}

void
jd_goals_claimed (const JdReport *report, JdOutput *output)
{
  static const char *const coming_roles[]
      = { "guidance", "targets", "tasks", "plan_term", "self_building", NULL };
  JdSpan sentence = { 0, 0 };

  while (sentence.end < report->length)
    {
      sentence = jd_sentence_at (report->text, report->length, sentence.end);
      if (!has_role (report, sentence.begin, coming_roles))
        walk_clauses (report, sentence, sentence.begin, emit_claim, output);
    }
}
