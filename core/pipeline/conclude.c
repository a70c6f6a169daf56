/* conclude.c - the documents of a corpus through a pipeline
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/pipeline/failure.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/run.h"

/* What became of one step and one group. */
typedef struct
{
  guint step;
  const JdCorpus *corpus;
  JdOutput *output; /* NULL: failed or skipped */
  gboolean failed;
} Part;

typedef struct
{
  const JdPipeline *pipeline;
  const GPtrArray *documents;
  GPtrArray *corpora; /* of GPtrArray of JdCorpus: one a step */
  GPtrArray *parts;   /* of Part */
  GHashTable *left_out;
  GPtrArray *failures;
} Stage;

static void
part_free (gpointer data)
{
  Part *part = data;

  jd_output_free (part->output);
  g_free (part);
}

/* --- Joining what groups gave --- */

static gboolean
is_in_group (const Part *part, const JdCorpus *corpus)
{
  return g_strcmp0 (jd_corpus_group (part->corpus), jd_corpus_group (corpus)) == 0;
}

/* The records of a layer that a part gave, if it is of the group of `corpus` (NULL: any). */
static const JdStagedLayer *
find_staged (const Part *part, const JdPlanLayer *layer, const JdCorpus *corpus)
{
  if (part->output == NULL || !jd_plan_is_giver (layer, part->step)
      || (corpus != NULL && !is_in_group (part, corpus)))
    return NULL;

  return jd_output_layer (part->output, layer->schema->name);
}

/* By part, how many records of the joined layer stand before its own; free with g_free. */
static gsize *
count_before (const Stage *stage, const JdPlanLayer *layer, const JdCorpus *corpus)
{
  gsize *before = g_new0 (gsize, stage->parts->len + 1);

  for (guint i = 0; i < stage->parts->len; i++)
    {
      const JdStagedLayer *staged
          = find_staged (g_ptr_array_index (stage->parts, i), layer, corpus);

      before[i + 1] = before[i] + (staged != NULL ? staged->n_rows : 0);
    }

  return before;
}

/* References within the stage, which were counted in their own group. */
static void
shift_references (
    const Stage *stage, JdLayer *layer, int column, const guint *owners, const JdCorpus *corpus)
{
  const JdField *field = jd_schema_field (jd_layer_schema (layer), (guint)column);
  int found
      = field->type == JD_FIELD_REFERENCE ? jd_plan_find (stage->pipeline, field->target) : -1;
  g_autofree gsize *before = NULL;

  if (found < 0)
    return;
  before = count_before (stage, jd_plan_layer (stage->pipeline, (guint)found), corpus);
  for (gsize row = 0; row < jd_layer_length (layer); row++)
    if (jd_layer_has (layer, row, column)
        && jd_layer_reference_document (layer, row, column) == NULL)
      jd_layer_set_reference (layer, row, column,
                              before[owners[row]] + jd_layer_reference (layer, row, column));
}

/* The records of all parts, in their order, of the group of `corpus` (NULL: of all groups). */
static JdLayer *
join (const Stage *stage, const JdPlanLayer *layer, const JdCorpus *corpus)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (JdLayerRow));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));
  JdLayer *joined;

  for (guint i = 0; i < stage->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (stage->parts, i);
      const JdStagedLayer *staged = find_staged (part, layer, corpus);

      for (gsize row = 0; staged != NULL && row < staged->n_rows; row++)
        {
          g_array_append_vals (rows, &((JdLayerRow){ staged, row, part->step }), 1);
          g_array_append_val (owners, i);
        }
    }
  joined = jd_layer_new (layer->schema, (const JdLayerRow *)(gpointer)rows->data, rows->len,
                         (const char *const *)stage->pipeline->names->pdata, NULL);
  for (guint i = 0; i < jd_schema_n_fields (layer->schema); i++)
    shift_references (stage, joined, (int)i, (const guint *)(gpointer)owners->data, corpus);

  return joined;
}

/* --- One group --- */

typedef enum
{
  ABSENT,
  FAILED,
  THERE,
} Whereabouts;

/* Whether the layer was given for the group; `culprit` is who failed to. */
static Whereabouts
locate (const Stage *stage, const JdPlanLayer *layer, const JdCorpus *corpus, guint *culprit)
{
  Whereabouts where = ABSENT;

  for (guint i = 0; i < stage->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (stage->parts, i);

      if (!jd_plan_is_giver (layer, part->step) || !is_in_group (part, corpus))
        continue;
      *culprit = part->step;
      if (part->failed)
        return FAILED;
      if (part->output != NULL)
        where = THERE;
    }

  return where;
}

/* Gives the corpus the layer that it needs.  FALSE: the step cannot run; with an error when that
 * is somebody's fault. */
static gboolean
provide (const Stage *stage, const JdLayerSpec *need, JdCorpus *corpus, GError **error)
{
  int found = jd_plan_find (stage->pipeline, need->name);
  const JdPlanLayer *layer = found < 0 ? NULL : jd_plan_layer (stage->pipeline, (guint)found);
  guint culprit = 0;
  Whereabouts where = layer == NULL ? ABSENT : locate (stage, layer, corpus, &culprit);

  if (where == THERE)
    jd_corpus_add_layer (corpus, join (stage, layer, corpus));
  else if (where == FAILED && !need->optional)
    jd_failure_set_skipped (error, need->name, jd_pipeline_nth (stage->pipeline, culprit));

  return where == THERE || need->optional;
}

static gboolean
provide_all (const Stage *stage, const JdStep *step, JdCorpus *corpus, GError **error)
{
  const JdLayerSpec *need = step->analyzer->needs;

  for (; need != NULL && need->name != NULL; need++)
    if (need->kind == JD_LAYER_CORPUS && !provide (stage, need, corpus, error))
      return FALSE;

  return TRUE;
}

static JdOutput *
conclude (const Stage *stage, guint index, const JdCorpus *corpus, GError **error)
{
  const JdStep *step = jd_pipeline_nth (stage->pipeline, index);
  g_autoptr (JdOutput) output = jd_output_new (step->analyzer->gives, TRUE);
  g_autoptr (GError) fault = NULL;
  gboolean succeeded;

  jd_pipeline_tell (stage->pipeline, index + 1);
  succeeded = step->analyzer->conclude (step->state, corpus, output, &fault);
  jd_pipeline_tell (stage->pipeline, 0);
  if (!jd_failure_check (succeeded, fault, "conclude()", error)
      || !jd_output_check (output, NULL, error))
    return NULL;

  return g_steal_pointer (&output);
}

static void
run_group (Stage *stage, guint index, JdCorpus *corpus)
{
  const JdStep *step = jd_pipeline_nth (stage->pipeline, index);
  Part *part = g_new0 (Part, 1);
  g_autoptr (GError) error = NULL;

  part->step = index;
  part->corpus = corpus;
  if (provide_all (stage, step, corpus, &error))
    part->output = conclude (stage, index, corpus, &error);
  part->failed = error != NULL;
  if (error != NULL)
    jd_failure_add (stage->failures, step->name, jd_corpus_group (corpus),
                    g_steal_pointer (&error));
  g_ptr_array_add (stage->parts, part);
}

/* --- One step --- */

static gboolean
has_layers (const JdDocument *document, const JdLayerSpec *specs)
{
  for (; specs != NULL && specs->name != NULL; specs++)
    if (specs->kind != JD_LAYER_CORPUS && !specs->optional
        && jd_document_layer (document, specs->name) == NULL)
      return FALSE;

  return TRUE;
}

/* conclude() may rely on every document having what the analyzer needs and what it gave itself. */
static gboolean
takes_part (const JdStep *step, const JdDocument *document)
{
  return jd_when_holds (step->when, document) && has_layers (document, step->analyzer->needs)
         && has_layers (document, step->analyzer->gives);
}

static GPtrArray *
group_documents (Stage *stage, const JdStep *step)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();
  GPtrArray *corpora;

  for (guint i = 0; i < stage->documents->len; i++)
    if (takes_part (step, g_ptr_array_index (stage->documents, i)))
      g_ptr_array_add (documents, g_ptr_array_index (stage->documents, i));
  corpora = jd_corpus_group_documents (documents, step->group_by, left_out);
  for (guint i = 0; i < left_out->len; i++)
    g_hash_table_add (stage->left_out, g_ptr_array_index (left_out, i));

  return corpora;
}

static void
run_step (Stage *stage, guint index)
{
  GPtrArray *corpora = group_documents (stage, jd_pipeline_nth (stage->pipeline, index));

  g_ptr_array_add (stage->corpora, corpora);
  for (guint i = 0; i < corpora->len; i++)
    run_group (stage, index, g_ptr_array_index (corpora, i));
}

/* --- All steps --- */

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *left = *(const Part *const *)a, *right = *(const Part *const *)b;
  int order = g_strcmp0 (jd_corpus_group (left->corpus), jd_corpus_group (right->corpus));

  return order != 0 ? order : (int)left->step - (int)right->step;
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const JdDocument *left = *(const JdDocument *const *)a, *right = *(const JdDocument *const *)b;
  int order = strcmp (jd_document_id (left), jd_document_id (right));

  return order != 0 ? order : g_strcmp0 (jd_document_source (left), jd_document_source (right));
}

static gboolean
was_given (const Stage *stage, const JdPlanLayer *layer)
{
  for (guint i = 0; i < stage->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (stage->parts, i);

      if (part->output != NULL && jd_plan_is_giver (layer, part->step))
        return TRUE;
    }

  return FALSE;
}

static void
join_layers (Stage *stage, GPtrArray *layers)
{
  g_ptr_array_sort (stage->parts, compare_parts);
  for (guint i = 0; i < stage->pipeline->layers->len; i++)
    {
      const JdPlanLayer *layer = jd_plan_layer (stage->pipeline, i);

      if (layer->schema->kind == JD_LAYER_CORPUS && was_given (stage, layer))
        g_ptr_array_add (layers, join (stage, layer, NULL));
    }
}

static void
list_left_out (const Stage *stage, GPtrArray *left_out)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, stage->left_out);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    g_ptr_array_add (left_out, document);
  g_ptr_array_sort (left_out, compare_documents);
}

JdConclusion *
jd_pipeline_conclude (const JdPipeline *pipeline, const GPtrArray *documents)
{
  JdConclusion *conclusion = g_new0 (JdConclusion, 1);
  g_autoptr (GPtrArray) corpora
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  Stage stage = { pipeline, documents, corpora, parts, left_out, NULL };

  conclusion->layers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_layer_free);
  conclusion->failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  conclusion->left_out = g_ptr_array_new ();
  stage.failures = conclusion->failures;
  for (guint i = 0; i < pipeline->steps->len; i++)
    if (jd_pipeline_nth (pipeline, i)->analyzer->conclude != NULL)
      run_step (&stage, i);
  join_layers (&stage, conclusion->layers);
  list_left_out (&stage, conclusion->left_out);

  return conclusion;
}

void
jd_conclusion_free (JdConclusion *conclusion)
{
  if (conclusion == NULL)
    return;
  g_ptr_array_unref (conclusion->layers);
  g_ptr_array_unref (conclusion->failures);
  g_ptr_array_unref (conclusion->left_out);
  g_free (conclusion);
}
