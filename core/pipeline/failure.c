/* failure.c - how failures of analyzers are told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/failure.h"

#include <glib/gi18n-lib.h>

void
jd_failure_add (GPtrArray *failures, const char *analyzer, const char *group, GError *error)
{
  JdFailure *failure = g_new0 (JdFailure, 1);

  failure->analyzer = analyzer;
  failure->group = g_strdup (group);
  failure->error = error;
  g_ptr_array_add (failures, failure);
}

void
jd_failure_free (JdFailure *failure)
{
  if (failure == NULL)
    return;
  g_free (failure->group);
  g_clear_error (&failure->error);
  g_free (failure);
}

gboolean
jd_failure_check (gboolean succeeded, const GError *fault, const char *callback, GError **error)
{
  if (succeeded && fault == NULL)
    return TRUE;
  if (fault == NULL)
    g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS, _ ("%s failed and did not say why"), callback);
  else if (fault->domain == JD_ERROR)
    g_propagate_error (error, g_error_copy (fault));
  else
    g_set_error_literal (error, JD_ERROR, JD_ERROR_ANALYSIS, fault->message);

  return FALSE;
}

void
jd_failure_set_skipped (GError **error, const char *layer, const JdStep *giver)
{
  g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS,
               _ ("skipped: needs layer \"%s\", which analyzer \"%s\" failed to give"), layer,
               giver->name);
}
