/* stage-fields.c - JdRecord: the fields of records on their way
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/schema.h"
#include "core/model/stage-fill.h"

/* Called for every value of every record: names mostly come as equal literals of the plugin's file,
 * which compilers fold into one, so pointers are compared before text. */
static const JdField *
find_field (const JdStagedLayer *staged, const char *name)
{
  const JdField *fields = staged->spec->fields;

  for (gsize i = 0; i < staged->n_columns; i++)
    if (fields[i].name == name)
      return &fields[i];
  for (gsize i = 0; i < staged->n_columns; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];

  return NULL;
}

static void
set_undeclared_field (JdStage *stage, gsize row, const char *field)
{
  g_autofree const char **names = g_new0 (const char *, stage->seen.n_columns + 1);
  g_autofree char *hint = NULL;

  for (gsize i = 0; i < stage->seen.n_columns; i++)
    names[i] = stage->seen.spec->fields[i].name;
  hint = jd_stage_nearest_hint (field, names);
  jd_stage_fault (stage, row, _ ("field \"%s\" is not declared in gives%s"), field, hint);
}

/* The field, or NULL where the call is wrong.  A record without a layer is one that could not be
 * appended: that fault has been kept. */
static const JdField *
settable_field (JdRecord record, const char *name, JdFieldType type)
{
  JdStage *stage = record.layer;
  const JdField *field;

  if (stage == NULL)
    return NULL;
  g_return_val_if_fail (!stage->output->checked, NULL);
  if (record.row >= stage->seen.n_rows)
    {
      jd_stage_fault (stage, record.row, _ ("there are %zu records only"), stage->seen.n_rows);
      return NULL;
    }
  field = find_field (&stage->seen, name);
  if (field == NULL)
    set_undeclared_field (stage, record.row, name);
  else if (field->type != type && !(field->type == JD_FIELD_ONE_OF && type == JD_FIELD_STRING))
    {
      jd_stage_fault (stage, record.row, _ ("field \"%s\" is declared as %s, but set as %s"), name,
                      jd_field_type_name (field->type), jd_field_type_name (type));
      return NULL;
    }

  return field;
}

static JdColumn *
store (JdRecord record, const JdField *field, JdValue value)
{
  JdStage *stage = record.layer;
  JdColumn *column = &stage->columns[field - stage->seen.spec->fields];

  column->values[record.row] = value;
  column->set[record.row] = TRUE;

  return column;
}

void
jd_record_set_integer (JdRecord record, const char *field, gint64 value)
{
  const JdField *found = settable_field (record, field, JD_FIELD_INTEGER);

  if (found != NULL)
    store (record, found, (JdValue){ .integer = value });
}

void
jd_record_set_decimal (JdRecord record, const char *field, JdDecimal value)
{
  const JdField *found = settable_field (record, field, JD_FIELD_DECIMAL);

  if (found == NULL)
    return;
  if (value.scale < 0 || value.scale > JD_DECIMAL_MAX_SCALE)
    jd_stage_fault (record.layer, record.row, _ ("field \"%s\": scale %d is not in 0 .. %d"), field,
                    value.scale, JD_DECIMAL_MAX_SCALE);
  else
    store (record, found, (JdValue){ .decimal = value });
}

void
jd_record_set_boolean (JdRecord record, const char *field, gboolean value)
{
  const JdField *found = settable_field (record, field, JD_FIELD_BOOLEAN);

  if (found != NULL)
    store (record, found, (JdValue){ .boolean = value != FALSE });
}

/* The declared value that reads as `value`; NULL, with the fault kept, when there is none. */
static const char *
declared_value (JdRecord record, const JdField *field, const char *value, gsize length)
{
  g_autofree char *allowed = NULL;

  for (const char *const *at = field->values; at != NULL && *at != NULL; at++)
    if ((*at == value || strncmp (*at, value, length) == 0) && (*at)[length] == '\0')
      return *at;

  allowed = field->values != NULL ? g_strjoinv (", ", (char **)field->values) : g_strdup ("");
  jd_stage_fault (record.layer, record.row, _ ("field \"%s\": \"%.*s\" is not one of %s"),
                  field->name, (int)MIN (length, 64), value, allowed);

  return NULL;
}

void
jd_record_set_string (JdRecord record, const char *field, const char *value, gssize length)
{
  const JdField *found = settable_field (record, field, JD_FIELD_STRING);
  JdStage *stage = record.layer;
  const char *kept;
  gsize size;

  if (found == NULL)
    return;
  if (value == NULL)
    {
      jd_stage_fault (stage, record.row, _ ("field \"%s\" is set to NULL: leave it unset"), field);
      return;
    }
  size = length >= 0 ? (gsize)length : strlen (value);
  if (!g_utf8_validate_len (value, size, NULL))
    {
      jd_stage_fault (stage, record.row, _ ("field \"%s\" is not valid UTF-8 without NUL"), field);
      return;
    }
  kept = found->type == JD_FIELD_ONE_OF ? declared_value (record, found, value, size)
                                        : jd_arena_strndup (stage->output->arena, value, size);
  if (kept != NULL)
    store (record, found, (JdValue){ .string = kept });
}

static void
set_reference (JdRecord record, const char *field, const JdDocument *document, gsize row)
{
  const JdField *found = settable_field (record, field, JD_FIELD_REFERENCE);
  JdColumn *column;

  if (found == NULL)
    return;
  column = store (record, found, (JdValue){ .row = row });
  if (column->documents != NULL)
    column->documents[record.row] = document;
}

void
jd_record_set_reference (JdRecord record, const char *field, gsize row)
{
  set_reference (record, field, NULL, row);
}

void
jd_record_set_reference_in (JdRecord record,
                            const char *field,
                            const JdDocument *document,
                            gsize row)
{
  JdStage *stage = record.layer;

  if (stage == NULL)
    return;
  if (!stage->output->conclude || document == NULL)
    jd_stage_fault (stage, record.row,
                    _ ("field \"%s\": a reference into a document needs a document, and can be "
                       "set in conclude() only"),
                    field);
  else
    set_reference (record, field, document, row);
}
