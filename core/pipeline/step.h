/* step.h - one analyzer in its place in the pipeline file
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/strict-json.h"
#include "core/pipeline/when.h"
#include "core/plugin/catalog.h"

/* Where analyzers come from: the catalog, or a test's own table. */
typedef struct
{
  const JdCatalogEntry *(*find) (gpointer data, const char *name, GError **error);
  GPtrArray *(*list) (gpointer data); /* (transfer container), of const JdCatalogEntry * */
  gpointer data;
} JdAnalyzerSource;

/* What is known while a pipeline file is being read. */
typedef struct
{
  const JdJson *json;
  const char *folder; /* the file's: files named in options are looked for there */
  const JdAnalyzerSource *source;
} JdReading;

typedef struct
{
  char *name;    /* the instance's */
  char *pointer; /* JSON Pointer of its entry in the file */
  const JdCatalogEntry *entry;
  const JdAnalyzer *analyzer;
  JdWhen *when;   /* NULL: for every document */
  char *group_by; /* NULL: one group, or no corpus stage */
  gpointer settings;
  gpointer state;
  gboolean prepared; /* `state` is there, to be released */
} JdStep;

/* Finds the plugin and reads its options.  JD_ERROR_CONFIG or JD_ERROR_PLUGIN. */
JdStep *
jd_step_read (const JdReading *reading, const char *pointer, JsonNode *node, GError **error);

/* Calls prepare().  JD_ERROR_CONFIG or JD_ERROR_PLUGIN, with the place of the step. */
gboolean jd_step_prepare (JdStep *step, const JdJson *json, GError **error);
void jd_step_free (JdStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdStep, jd_step_free)
