/* cli.c - what the commands share: how they end and what they say
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define DEFAULT_PIPELINE "pipeline/default.json"

static const JdExit exits[] = {
  [JD_ERROR_CONFIG] = JD_EXIT_USAGE,      [JD_ERROR_PLUGIN] = JD_EXIT_PLUGIN,
  [JD_ERROR_INPUT] = JD_EXIT_SOME_FAILED, [JD_ERROR_ANALYSIS] = JD_EXIT_SOME_FAILED,
  [JD_ERROR_OUTPUT] = JD_EXIT_OUTPUT,     [JD_ERROR_BUG] = JD_EXIT_BUG,
};

JdExit
jd_exit_for (const GError *error)
{
  gboolean ours
      = error->domain == JD_ERROR && error->code >= 0 && error->code < (gint)G_N_ELEMENTS (exits);

  return ours ? exits[error->code] : JD_EXIT_BUG;
}

JdExit
jd_cli_fail (const GError *error)
{
  jd_cli_message ("%s", error->message);
  return jd_exit_for (error);
}

char *
jd_cli_visible (const char *text)
{
  GString *visible = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if ((guchar)*text < 0x20 || *text == 0x7f)
      g_string_append_printf (visible, "\\x%02x", (guint)(guchar)*text);
    else
      g_string_append_c (visible, *text);

  return g_string_free (visible, FALSE);
}

void
jd_cli_message (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *visible = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  visible = jd_cli_visible (text);
  (void)fprintf (stderr, "jiandu: %s\n", visible);
}

void
jd_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  printf ("%s\n", text);
}

JdCatalog *
jd_cli_open_catalog (char **plugin_folders, gboolean again)
{
  JdCatalog *catalog = jd_catalog_new ((const char *const *)plugin_folders);

  jd_catalog_set_scan (catalog, jd_scan_new (again));
  return catalog;
}

char *
jd_cli_find_pipeline (const char *path, JdCatalog *catalog, GError **error)
{
  char *found = path != NULL ? g_strdup (path) : jd_catalog_data_file (catalog, DEFAULT_PIPELINE);

  if (found == NULL)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("%s is not among the files of this jiandu; name a pipeline with -p"),
                 DEFAULT_PIPELINE);

  return found;
}

JdPipeline *
jd_cli_load_pipeline (const char *path, JdCatalog *catalog, GError **error)
{
  g_autofree char *found = jd_cli_find_pipeline (path, catalog, error);

  return found != NULL ? jd_pipeline_load (found, catalog, error) : NULL;
}
