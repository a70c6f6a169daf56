/* stage.c - JdOutput: records on their way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/stage.h"

#include <glib/gi18n-lib.h>
#include <jiandu/error.h>
#include <stdarg.h>
#include <string.h>

#include "core/model/names.h"
#include "core/model/schema.h"
#include "core/model/stage-fill.h"

#define FIRST_ROOM 16

/* --- Making and growing --- */

static gsize
count_fields (const JdField *fields)
{
  gsize n = 0;

  while (fields != NULL && fields[n].name != NULL)
    n++;

  return n;
}

static void
init_stage (JdStage *stage, JdOutput *output, const JdLayerSpec *spec)
{
  gsize n_columns = count_fields (spec->fields);

  stage->output = output;
  stage->columns = g_new0 (JdColumn, n_columns);
  for (gsize i = 0; i < n_columns; i++)
    stage->columns[i].type = spec->fields[i].type;
  stage->seen.spec = spec;
  stage->seen.columns = stage->columns;
  stage->seen.n_columns = n_columns;
}

static void
clear_stage (JdStage *stage)
{
  for (gsize i = 0; i < stage->seen.n_columns; i++)
    {
      g_free (stage->columns[i].values);
      g_free (stage->columns[i].set);
      g_free (stage->columns[i].documents);
    }
  g_free (stage->columns);
  g_free (stage->spans);
}

JdOutput *
jd_output_new (const JdLayerSpec *gives, gboolean conclude)
{
  JdOutput *output = g_new0 (JdOutput, 1);

  while (gives != NULL && gives[output->n_stages].name != NULL)
    output->n_stages++;
  output->stages = g_new0 (JdStage, output->n_stages);
  for (gsize i = 0; i < output->n_stages; i++)
    init_stage (&output->stages[i], output, &gives[i]);
  output->conclude = conclude;
  output->arena = jd_arena_new ();

  return output;
}

void
jd_output_free (JdOutput *output)
{
  if (output == NULL)
    return;
  for (gsize i = 0; i < output->n_stages; i++)
    clear_stage (&output->stages[i]);
  g_free (output->stages);
  jd_arena_free (output->arena);
  g_free (output->fault);
  g_free (output);
}

static void
grow_column (JdColumn *column, gsize old_room, gsize room, gboolean documents)
{
  column->values = g_renew (JdValue, column->values, room);
  column->set = g_renew (guint8, column->set, room);
  memset (column->set + old_room, 0, room - old_room);
  if (documents)
    column->documents = g_renew (const JdDocument *, column->documents, room);
}

static void
grow (JdStage *stage)
{
  gboolean in_corpus = stage->seen.spec->kind == JD_LAYER_CORPUS;
  gsize room = MAX (stage->room * 2, FIRST_ROOM);

  for (gsize i = 0; i < stage->seen.n_columns; i++)
    grow_column (&stage->columns[i], stage->room, room,
                 in_corpus && stage->columns[i].type == JD_FIELD_REFERENCE);
  if (stage->seen.spec->kind == JD_LAYER_SPANS)
    stage->spans = g_renew (JdSpan, stage->spans, room);
  stage->seen.spans = stage->spans;
  stage->room = room;
}

/* --- Faults --- */

static void G_GNUC_PRINTF (2, 3) set_fault (JdOutput *output, const char *format, ...)
{
  va_list arguments;

  if (output->fault != NULL)
    return;
  va_start (arguments, format);
  output->fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

void
jd_stage_fault (JdStage *stage, gsize row, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (stage->output->fault != NULL)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_fault (stage->output, _ ("layer \"%s\", record %zu: %s"), stage->seen.spec->name, row + 1,
             what);
}

char *
jd_stage_nearest_hint (const char *name, const char *const *candidates)
{
  const char *nearest = jd_name_nearest (name, candidates);

  return nearest != NULL ? g_strdup_printf (_ (" (nearest: \"%s\")"), nearest) : g_strdup ("");
}

static void
set_undeclared_layer (JdOutput *output, const char *layer)
{
  g_autofree const char **names = g_new0 (const char *, output->n_stages + 1);
  g_autofree char *hint = NULL;

  for (gsize i = 0; i < output->n_stages; i++)
    names[i] = output->stages[i].seen.spec->name;
  hint = jd_stage_nearest_hint (layer, names);
  set_fault (output, _ ("layer \"%s\" is not declared in gives%s"), layer, hint);
}

/* --- Appending --- */

/* Names mostly come as the very pointers of the analyzer's table or as equal literals of its file,
 * which compilers fold into one. */
static JdStage *
find_stage (const JdOutput *output, const char *layer)
{
  for (gsize i = 0; i < output->n_stages; i++)
    if (output->stages[i].seen.spec->name == layer)
      return &output->stages[i];
  for (gsize i = 0; i < output->n_stages; i++)
    if (strcmp (output->stages[i].seen.spec->name, layer) == 0)
      return &output->stages[i];

  return NULL;
}

static gboolean
may_append (const JdStage *stage, gboolean with_span)
{
  const JdLayerSpec *spec = stage->seen.spec;
  gboolean conclude = stage->output->conclude;

  if ((spec->kind == JD_LAYER_CORPUS) != conclude)
    set_fault (stage->output, _ ("layer \"%s\" is a %s layer: it can be filled in %s only"),
               spec->name, jd_layer_kind_name (spec->kind), conclude ? "analyze()" : "conclude()");
  else if ((spec->kind == JD_LAYER_SPANS) != with_span)
    set_fault (stage->output, _ ("layer \"%s\" is a %s layer: append to it with %s"), spec->name,
               jd_layer_kind_name (spec->kind),
               with_span ? "jd_output_append_row()" : "jd_output_append()");
  else if (spec->kind == JD_LAYER_DOCUMENT && stage->seen.n_rows > 0)
    set_fault (stage->output, _ ("layer \"%s\" is a document layer: it has one record at most"),
               spec->name);
  else
    return TRUE;

  return FALSE;
}

/* The new record's stage, or NULL where the call was wrong. */
static JdStage *
append (JdOutput *output, const char *layer, gboolean with_span)
{
  JdStage *stage = find_stage (output, layer);

  if (stage == NULL)
    set_undeclared_layer (output, layer);
  if (stage == NULL || !may_append (stage, with_span))
    return NULL;

  if (stage->seen.n_rows == stage->room)
    grow (stage);
  stage->seen.n_rows++;

  return stage;
}

JdRecord
jd_output_append (JdOutput *output, const char *layer, gsize begin, gsize end)
{
  JdStage *stage;
  gsize row;

  g_return_val_if_fail (!output->checked, (JdRecord){ NULL });

  stage = append (output, layer, TRUE);
  if (stage == NULL)
    return (JdRecord){ NULL };
  row = stage->seen.n_rows - 1;
  stage->spans[row] = (JdSpan){ begin, end };
  if (begin >= end)
    jd_stage_fault (stage, row, _ ("begin %zu is not less than end %zu"), begin, end);

  return (JdRecord){ stage, row };
}

JdRecord
jd_output_append_row (JdOutput *output, const char *layer)
{
  JdStage *stage;

  g_return_val_if_fail (!output->checked, (JdRecord){ NULL });

  stage = append (output, layer, FALSE);

  return stage != NULL ? (JdRecord){ stage, stage->seen.n_rows - 1 } : (JdRecord){ NULL };
}

/* --- Looking at what was staged --- */

const JdStagedLayer *
jd_output_layer (const JdOutput *output, const char *name)
{
  const JdStage *stage = find_stage (output, name);

  return stage != NULL && stage->seen.n_rows > 0 ? &stage->seen : NULL;
}

gboolean
jd_output_gives (const JdOutput *output, const char *name)
{
  return find_stage (output, name) != NULL;
}

gboolean
jd_output_check (JdOutput *output, const JdDocument *document, GError **error)
{
  output->checked = TRUE;
  if (output->fault != NULL)
    {
      g_autofree char *message = g_utf8_make_valid (output->fault, -1);

      g_set_error_literal (error, JD_ERROR, JD_ERROR_ANALYSIS, message);
      return FALSE;
    }
  for (gsize i = 0; i < output->n_stages; i++)
    if (!jd_staged_layer_check (&output->stages[i].seen, output, document, error))
      return FALSE;

  return TRUE;
}
