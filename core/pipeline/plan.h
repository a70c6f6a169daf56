/* plan.h - the inside of JdPipeline: steps, layers, and who waits for whom
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/model/digest.h"
#include "core/pipeline/merge.h"
#include "core/pipeline/pipeline.h"
#include "core/pipeline/step.h"

/* A layer that the steps give. */
typedef struct
{
  JdSchema *schema;
  GArray *givers; /* of guint: their steps, in order */
  /* After this step the layer stands in the document: its last giver has run, and so have those of
   * the layers that its references lead to. */
  guint complete;
  gboolean ruled; /* the file says how its givers meet */
  JdMergeRule rule;
  gboolean keep_losers;
  guint *ranks; /* by step: 0 wins over 1, and so on; only givers count */
} JdPlanLayer;

struct JdPipeline
{
  char *sha256;
  JdLimitSet limits;
  GPtrArray *steps;     /* of JdStep */
  GPtrArray *layers;    /* of JdPlanLayer, in the order of their first givers */
  GPtrArray *names;     /* of const char *: the steps', whose index is a record's source */
  JdDigestForm *digest; /* what the corpus stage needs */
  guint8 *running;      /* see jd_pipeline_watch(); NULL: nobody watches */
};

/* The pipeline of a file that has been parsed, with analyzers from anywhere. */
JdPipeline *jd_pipeline_read (const JdReading *reading, GError **error);

/* Fills `layers` and `digest` from the steps and the file's "merge" (NULL: none), and checks
 * that every step gets what it needs.  JD_ERROR_CONFIG. */
gboolean jd_plan (JdPipeline *pipeline, const JdReading *reading, JsonNode *merge, GError **error);

/* Reads the merge rules and checks that they are there where, and only where, they are due. */
gboolean jd_plan_rules (JdPipeline *pipeline, const JdJson *json, JsonNode *merge, GError **error);

/* Checks needs and references of all steps. */
gboolean jd_plan_needs (const JdPipeline *pipeline, const JdReading *reading, GError **error);

const JdStep *jd_pipeline_nth (const JdPipeline *pipeline, guint step);

/* The index of a layer in `layers`; -1: nobody gives it. */
int jd_plan_find (const JdPipeline *pipeline, const char *name);
JdPlanLayer *jd_plan_layer (const JdPipeline *pipeline, guint index);
guint jd_plan_giver (const JdPlanLayer *layer, guint index);
gboolean jd_plan_is_giver (const JdPlanLayer *layer, guint step);
void jd_plan_layer_free (JdPlanLayer *layer);

/* Tells who watches which step is being called, from 1; 0: none. */
void jd_pipeline_tell (const JdPipeline *pipeline, guint step);

/* The row of that name in a table of layers, or NULL. */
const JdLayerSpec *jd_layer_spec_find (const JdLayerSpec *specs, const char *name);
