/* check.c - jiandu check: is this pipeline right, and what would it run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/cli/cli.h"

typedef struct
{
  char *pipeline;
  char **plugin_folders;
  char **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->pipeline);
  g_strfreev (options->plugin_folders);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    { "pipeline", 'p', 0, G_OPTION_ARG_FILENAME, &options->pipeline,
      N_ ("the pipeline file; without it, the one that comes with jiandu"), N_ ("FILE") },
    JD_CLI_PLUGIN_DIR (&options->plugin_folders),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL },
  };
  const JdUsage usage = {
    N_ ("[FILE]"),
    N_ ("Checks a pipeline file as \"jiandu run\" does before it reads a document, and shows what\n"
        "would run, in order."),
    NULL,
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

/* "  needs  section (level, role), keyword? (term)", or nothing. */
static void
print_layers (const char *verb, const JdLayerSpec *layer)
{
  const char *between = "";

  if (layer == NULL || layer->name == NULL)
    return;

  printf ("     %s ", verb);
  for (; layer->name != NULL; layer++)
    {
      printf ("%s%s%s", between, layer->name, layer->optional ? "?" : "");
      between = " (";
      for (const JdField *field = layer->fields; field != NULL && field->name != NULL; field++)
        {
          printf ("%s%s", between, field->name);
          between = ", ";
        }
      printf ("%s", strcmp (between, ", ") == 0 ? ")" : "");
      between = ", ";
    }
  printf ("\n");
}

static void
print_steps (const JdPipeline *pipeline)
{
  for (guint i = 0; i < jd_pipeline_n_steps (pipeline); i++)
    {
      JdPipelineStep step = jd_pipeline_step (pipeline, i);
      const JdAnalyzer *analyzer = step.entry->analyzer;

      printf ("%3u. %s (%s %s): %s\n", i + 1, step.name, analyzer->plugin.name,
              analyzer->plugin.version, analyzer->plugin.summary);
      print_layers (_ ("needs"), analyzer->needs);
      print_layers (_ ("gives"), analyzer->gives);
    }
}

static gboolean
check (const Options *options, GError **error)
{
  const char *file = options->files == NULL ? options->pipeline : options->files[0];
  gboolean several
      = options->files != NULL && (options->pipeline != NULL || options->files[1] != NULL);
  g_autoptr (JdCatalog) catalog = NULL;
  g_autoptr (JdPipeline) pipeline = NULL;

  if (several)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("one pipeline at a time, please"));
      return FALSE;
    }
  catalog = jd_cli_open_catalog (options->plugin_folders, FALSE);
  pipeline = jd_cli_load_pipeline (file, catalog, error);
  if (pipeline == NULL)
    return FALSE;

  print_steps (pipeline);
  return TRUE;
}

JdExit
jd_command_check (char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  JdExit status;

  if (!parse (&options, argv, &status))
    return status;

  return check (&options, &error) ? JD_EXIT_OK : jd_cli_fail (error);
}
