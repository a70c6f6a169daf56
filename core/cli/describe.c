/* describe.c - jiandu describe: what a plugin needs, gives and can be told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/cli/cli.h"
#include "core/plugin/describe.h"

typedef struct
{
  char **plugin_folders;
  gboolean json;
  char **names;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->plugin_folders);
  g_strfreev (options->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    JD_CLI_PLUGIN_DIR (&options->plugin_folders),
    JD_CLI_JSON (&options->json),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->names, NULL, NULL },
    { NULL },
  };
  const JdUsage usage = {
    N_ ("PLUGIN"),
    N_ ("Shows what a plugin needs, what it gives and which options it takes."),
    NULL,
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

static gboolean
describe (const Options *options, GError **error)
{
  g_autoptr (JdCatalog) catalog = NULL;
  const JdCatalogEntry *entry;

  if (options->names == NULL || options->names[1] != NULL)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                   _ ("name one plugin; \"jiandu plugins\" lists them"));
      return FALSE;
    }
  catalog = jd_cli_open_catalog (options->plugin_folders, FALSE);
  entry = jd_catalog_find (catalog, options->names[0], error);
  if (entry == NULL)
    return FALSE;

  if (options->json)
    {
      g_autoptr (JsonNode) node = jd_describe_json (entry);

      jd_cli_print_json (node);
    }
  else
    {
      g_autofree char *text = jd_describe_text (entry);

      (void)fputs (text, stdout);
    }
  return TRUE;
}

JdExit
jd_command_describe (char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (GError) error = NULL;
  JdExit status;

  if (!parse (&options, argv, &status))
    return status;

  return describe (&options, &error) ? JD_EXIT_OK : jd_cli_fail (error);
}
