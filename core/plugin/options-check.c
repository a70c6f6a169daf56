/* options-check.c - is an option table sound?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>

#include <jiandu/error.h>

#include "core/model/names.h"
#include "core/plugin/option-type.h"

static gboolean
refuse_row (const JdOption *option, GError **error, const char *what)
{
  g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN, _ ("option %s: %s"), option->name, what);
  return FALSE;
}

static gboolean
check_bounds (const JdOption *option, GError **error)
{
  JdDecimal minimum, maximum;

  if (option->minimum == NULL && option->maximum == NULL)
    return TRUE;
  if (option->type != JD_OPTION_INTEGER && option->type != JD_OPTION_DECIMAL)
    return refuse_row (option, error, _ ("only numbers have a minimum or a maximum"));
  if (option->minimum != NULL && !jd_option_bound (option, option->minimum, &minimum))
    return refuse_row (option, error, _ ("its minimum is no number of its type"));
  if (option->maximum != NULL && !jd_option_bound (option, option->maximum, &maximum))
    return refuse_row (option, error, _ ("its maximum is no number of its type"));
  if (option->minimum != NULL && option->maximum != NULL
      && jd_decimal_compare (minimum, maximum) > 0)
    return refuse_row (option, error, _ ("its minimum is above its maximum"));

  return TRUE;
}

/* A fallback must be what a user might have written.  Whether its files are there is another
 * question: only a run needs them. */
static gboolean
check_fallback (const JdOption *option, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  g_autofree gpointer field = g_malloc0 (kind->size);
  g_autoptr (GError) fault = NULL;
  g_autoptr (JsonNode) node = jd_option_fallback (option, &fault);

  if (node != NULL && kind->read (option, node, field, &fault) && kind->clear != NULL)
    kind->clear (field);
  if (fault == NULL)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN, _ ("%s (its fallback)"), fault->message);
  return FALSE;
}

/* Two strings in one field would be freed twice. */
static const JdOption *
find_overlap (const JdOption *option, const JdOption *options)
{
  gsize end = option->offset + jd_option_kind (option->type)->size;

  for (const JdOption *other = options; other != option; other++)
    if (other->offset < end && option->offset < other->offset + jd_option_kind (other->type)->size)
      return other;

  return NULL;
}

static gboolean
check_row (const JdOption *option, const JdOption *options, gsize settings_size, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);

  if (!jd_name_is_valid (option->name))
    return refuse_row (option, error, _ ("its name has not the form [a-z][a-z0-9_]{0,31}"));
  if (jd_option_find (options, option->name) != option)
    return refuse_row (option, error, _ ("is there twice"));
  if (kind == NULL)
    return refuse_row (option, error, _ ("has an unknown type"));
  if (option->help == NULL || option->help[0] == '\0')
    return refuse_row (option, error, _ ("has no help"));
  if (option->offset > settings_size || settings_size - option->offset < kind->size)
    return refuse_row (option, error, _ ("its field lies outside the settings"));
  if (find_overlap (option, options) != NULL)
    return refuse_row (option, error, _ ("shares its field with another option"));
  if (option->type == JD_OPTION_ONE_OF && (option->choices == NULL || option->choices[0] == NULL))
    return refuse_row (option, error, _ ("has no choices"));

  return check_bounds (option, error) && check_fallback (option, error);
}

gboolean
jd_options_check_table (const JdOption *options, gsize settings_size, GError **error)
{
  for (const JdOption *option = options; option != NULL && option->name != NULL; option++)
    if (!check_row (option, options, settings_size, error))
      return FALSE;

  return TRUE;
}
