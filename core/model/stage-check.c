/* stage-check.c - whether staged spans and references fit the document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <jiandu/error.h>

#include "core/model/stage.h"

/* In valid UTF-8 only the bytes after a character's first look like 10xxxxxx. */
static gboolean
is_boundary (const char *text, gsize offset)
{
  return ((guchar)text[offset] & 0xC0) != 0x80;
}

static gboolean
check_spans (const JdStagedLayer *staged, const JdDocument *document, GError **error)
{
  gsize length;
  const char *text = jd_document_text (document, &length);

  for (gsize row = 0; row < staged->n_rows; row++)
    {
      JdSpan span = staged->spans[row];
      gboolean inside = span.end <= length;

      if (inside && is_boundary (text, span.begin) && is_boundary (text, span.end))
        continue;
      g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS,
                   inside ? _ ("layer \"%s\", record %zu: bytes %zu to %zu cut a character in two "
                               "(the text has %zu bytes)")
                          : _ ("layer \"%s\", record %zu: bytes %zu to %zu lie outside the text "
                               "(%zu bytes)"),
                   staged->spec->name, row + 1, span.begin, span.end, length);
      return FALSE;
    }

  return TRUE;
}

/* How many records a reference without a document can choose from. */
static gsize
count_targets (const char *target, const JdOutput *output, const JdDocument *document)
{
  const JdStagedLayer *staged;
  const JdLayer *layer;

  if (jd_output_gives (output, target))
    {
      staged = jd_output_layer (output, target);
      return staged != NULL ? staged->n_rows : 0;
    }
  layer = document != NULL ? jd_document_layer (document, target) : NULL;

  return layer != NULL ? jd_layer_length (layer) : 0;
}

static gsize
count_targets_in (const char *target, const JdDocument *document)
{
  const JdLayer *layer = jd_document_layer (document, target);

  return layer != NULL ? jd_layer_length (layer) : 0;
}

static gboolean
check_references (const JdStagedLayer *staged,
                  gsize index,
                  const JdOutput *output,
                  const JdDocument *document,
                  GError **error)
{
  const JdField *field = &staged->spec->fields[index];
  const JdColumn *column = &staged->columns[index];
  gsize own = count_targets (field->target, output, document);

  for (gsize row = 0; row < staged->n_rows; row++)
    {
      const JdDocument *other = column->documents != NULL ? column->documents[row] : NULL;
      gsize n_targets;

      if (!column->set[row])
        continue;
      n_targets = other != NULL ? count_targets_in (field->target, other) : own;
      if (column->values[row].row < n_targets)
        continue;
      g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS,
                   _ ("layer \"%s\", record %zu: field \"%s\" refers to row "
                      "%zu of layer \"%s\", which has %zu (rows count from 0)"),
                   staged->spec->name, row + 1, field->name, column->values[row].row, field->target,
                   n_targets);
      return FALSE;
    }

  return TRUE;
}

gboolean
jd_staged_layer_check (const JdStagedLayer *staged,
                       const JdOutput *output,
                       const JdDocument *document,
                       GError **error)
{
  if (staged->spans != NULL && document != NULL && !check_spans (staged, document, error))
    return FALSE;
  for (gsize i = 0; i < staged->n_columns; i++)
    if (staged->columns[i].type == JD_FIELD_REFERENCE && staged->n_rows > 0
        && !check_references (staged, i, output, document, error))
      return FALSE;

  return TRUE;
}
