/* commit.c - from what analyzers staged to the layers of a document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/commit.h"

#include "core/pipeline/blend.h"
#include "core/pipeline/run.h"

struct JdGiven
{
  const JdPipeline *pipeline;
  GPtrArray *outputs; /* by step, of JdOutput; NULL: gave nothing */
  gsize **moved;      /* by layer and step: the final row of each staged one; NULL: none staged */
};

/* The records of one layer on their way into the document. */
typedef struct
{
  guint index; /* of the layer in the plan */
  const JdPlanLayer *layer;
  JdLayerRow *rows; /* all that was staged, sorted */
  gsize n_rows;
  guint n_voters;
  gsize *winners; /* as jd_merge_spans() sets them; document layers: NULL */
  gsize *origins; /* as jd_merge_fields() sets them; span layers: NULL */
  gsize *finals;  /* the final row of each row, or of its winner; JD_NO_ROW: none */
} Meeting;

JdGiven *
jd_given_new (const JdPipeline *pipeline)
{
  JdGiven *given = g_new0 (JdGiven, 1);

  given->pipeline = pipeline;
  given->outputs = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_output_free);
  g_ptr_array_set_size (given->outputs, (gint)pipeline->steps->len);
  given->moved = g_new0 (gsize *, (gsize)pipeline->layers->len * pipeline->steps->len);

  return given;
}

void
jd_given_free (JdGiven *given)
{
  gsize n_moved;

  if (given == NULL)
    return;
  n_moved = (gsize)given->pipeline->layers->len * given->pipeline->steps->len;
  for (gsize i = 0; i < n_moved; i++)
    g_free (given->moved[i]);
  g_free (given->moved);
  g_ptr_array_unref (given->outputs);
  g_free (given);
}

void
jd_given_add (JdGiven *given, guint step, JdOutput *output)
{
  given->outputs->pdata[step] = output;
}

static gsize **
moved_rows (const JdGiven *given, guint layer, guint step)
{
  return &given->moved[(gsize)layer * given->pipeline->steps->len + step];
}

static void
meeting_free (gpointer data)
{
  Meeting *meeting = data;

  g_free (meeting->rows);
  g_free (meeting->winners);
  g_free (meeting->origins);
  g_free (meeting->finals);
  g_free (meeting);
}

static void
collect_rows (Meeting *meeting, const JdGiven *given)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (JdLayerRow));
  const JdPlanLayer *layer = meeting->layer;

  for (guint i = 0; i < layer->givers->len; i++)
    {
      guint source = jd_plan_giver (layer, i);
      const JdOutput *output = g_ptr_array_index (given->outputs, source);
      const JdStagedLayer *staged
          = output != NULL ? jd_output_layer (output, layer->schema->name) : NULL;

      meeting->n_voters += output != NULL;
      for (gsize row = 0; staged != NULL && row < staged->n_rows; row++)
        g_array_append_vals (rows, &((JdLayerRow){ staged, row, source }), 1);
    }
  meeting->n_rows = rows->len;
  meeting->rows = (JdLayerRow *)(gpointer)g_array_free (g_steal_pointer (&rows), FALSE);
  jd_layer_sort_rows (meeting->rows, meeting->n_rows);
}

static void
settle_spans (Meeting *meeting, const JdMergeGivers *givers)
{
  gsize next = 0;

  meeting->winners = g_new (gsize, meeting->n_rows);
  jd_merge_spans (givers, meeting->rows, meeting->n_rows, meeting->winners);
  for (gsize i = 0; i < meeting->n_rows; i++)
    if (meeting->winners[i] == i)
      meeting->finals[i] = next++;
  for (gsize i = 0; i < meeting->n_rows; i++)
    if (meeting->winners[i] != i)
      meeting->finals[i]
          = meeting->winners[i] == JD_NO_ROW ? JD_NO_ROW : meeting->finals[meeting->winners[i]];
}

static void
settle_fields (Meeting *meeting, const JdMergeGivers *givers)
{
  const JdSchema *schema = meeting->layer->schema;

  meeting->origins = g_new (gsize, schema->fields->len);
  jd_merge_fields (givers, schema, meeting->rows, meeting->n_rows, meeting->origins);
  for (gsize i = 0; i < meeting->n_rows; i++)
    meeting->finals[i] = 0;
}

static void
remember_rows (const Meeting *meeting, const JdGiven *given)
{
  for (gsize i = 0; i < meeting->n_rows; i++)
    {
      const JdLayerRow *row = &meeting->rows[i];
      gsize **moved = moved_rows (given, meeting->index, row->source);

      if (*moved == NULL)
        *moved = g_new (gsize, row->staged->n_rows);
      (*moved)[row->row] = meeting->finals[i];
    }
}

/* NULL when nobody who gives the layer has run. */
static Meeting *
meet (const JdGiven *given, guint index)
{
  Meeting *meeting = g_new0 (Meeting, 1);
  const JdPlanLayer *layer = jd_plan_layer (given->pipeline, index);
  JdMergeGivers givers = { .rule = layer->rule, .ranks = layer->ranks };

  meeting->index = index;
  meeting->layer = layer;
  collect_rows (meeting, given);
  givers.n_voters = meeting->n_voters;
  if (givers.n_voters == 0)
    {
      meeting_free (meeting);
      return NULL;
    }
  meeting->finals = g_new (gsize, meeting->n_rows);
  if (layer->schema->kind == JD_LAYER_SPANS)
    settle_spans (meeting, &givers);
  else
    settle_fields (meeting, &givers);
  remember_rows (meeting, given);

  return meeting;
}

/* The row of the document's layer `target` that `row`, as step `source` staged it, has become. */
static gsize
find_target (const JdGiven *given, guint source, const char *target, gsize row)
{
  const JdStep *step = jd_pipeline_nth (given->pipeline, source);

  if (jd_layer_spec_find (step->analyzer->gives, target) == NULL)
    return row;

  return (*moved_rows (given, (guint)jd_plan_find (given->pipeline, target), source))[row];
}

/* `sources`: by column, whose value it is; NULL: that of the row. */
static JdLayer *
make_layer (const JdGiven *given,
            JdSchema *schema,
            const JdLayerRow *rows,
            gsize n_rows,
            const guint *sources,
            const JdDocument *document)
{
  JdLayer *layer = jd_layer_new (schema, rows, n_rows,
                                 (const char *const *)given->pipeline->names->pdata, document);

  for (guint column = 0; column < schema->fields->len; column++)
    {
      const JdField *field = jd_schema_field (schema, column);

      for (gsize row = 0; field->type == JD_FIELD_REFERENCE && row < n_rows; row++)
        if (jd_layer_has (layer, row, (int)column))
          jd_layer_set_reference (layer, row, (int)column,
                                  find_target (given,
                                               sources != NULL ? sources[column] : rows[row].source,
                                               field->target,
                                               jd_layer_reference (layer, row, (int)column)));
    }

  return layer;
}

static JdLayer *
make_span_layer (const JdGiven *given, const Meeting *meeting, const JdDocument *document)
{
  g_autofree JdLayerRow *rows = g_new (JdLayerRow, meeting->n_rows);
  gsize n_rows = 0;

  for (gsize i = 0; i < meeting->n_rows; i++)
    if (meeting->winners[i] == i)
      rows[n_rows++] = meeting->rows[i];

  return make_layer (given, meeting->layer->schema, rows, n_rows, NULL, document);
}

static JdLayer *
make_document_layer (const JdGiven *given, const Meeting *meeting, const JdDocument *document)
{
  JdSchema *schema = meeting->layer->schema;
  g_auto (JdBlend) blend = { .sources = NULL };

  if (meeting->n_rows == 0)
    return make_layer (given, schema, NULL, 0, NULL, document);
  jd_blend_init (&blend, meeting->layer, meeting->rows, meeting->n_rows, meeting->origins);

  return make_layer (given, schema, &blend.row, 1, blend.sources, document);
}

/* In a document layer, whether another's value stands in one of the fields that the row has. */
static gboolean
lost_a_field (const Meeting *meeting, gsize row)
{
  const GArray *fields = meeting->layer->schema->fields;

  for (guint i = 0; i < fields->len; i++)
    if (meeting->origins[i] != row
        && jd_merge_find_column (&meeting->rows[row], g_array_index (fields, JdField, i).name)
               != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_lost (const Meeting *meeting, gsize row)
{
  return meeting->winners != NULL ? meeting->winners[row] != row : lost_a_field (meeting, row);
}

static void
add_losers (const JdGiven *given,
            const Meeting *meeting,
            const JdDocument *document,
            GPtrArray *losers)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (JdLayerRow));
  g_autoptr (GArray) beaten_by = g_array_new (FALSE, FALSE, sizeof (gsize));
  JdLosers *lost;

  for (gsize i = 0; i < meeting->n_rows; i++)
    if (has_lost (meeting, i))
      {
        g_array_append_val (rows, meeting->rows[i]);
        g_array_append_val (beaten_by, meeting->finals[i]);
      }
  if (rows->len == 0)
    return;
  lost = g_new0 (JdLosers, 1);
  lost->layer = make_layer (given, meeting->layer->schema, (const JdLayerRow *)(gpointer)rows->data,
                            rows->len, NULL, document);
  lost->beaten_by = g_steal_pointer (&beaten_by);
  g_ptr_array_add (losers, lost);
}

void
jd_given_commit (JdGiven *given, guint step, JdDocument *document, GPtrArray *losers)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (meeting_free);

  for (guint i = 0; i < given->pipeline->layers->len; i++)
    {
      const JdPlanLayer *layer = jd_plan_layer (given->pipeline, i);
      Meeting *meeting = layer->complete == step && layer->schema->kind != JD_LAYER_CORPUS
                             ? meet (given, i)
                             : NULL;

      if (meeting != NULL)
        g_ptr_array_add (meetings, meeting);
    }
  /* Only now does every row know where it went, so references can be set. */
  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = g_ptr_array_index (meetings, i);

      jd_document_add_layer (document, meeting->layer->schema->kind == JD_LAYER_SPANS
                                           ? make_span_layer (given, meeting, document)
                                           : make_document_layer (given, meeting, document));
      if (meeting->layer->keep_losers)
        add_losers (given, meeting, document, losers);
    }
}
