/* plugins.c - jiandu plugins: what can be had
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
  gboolean broken;
  gboolean again;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->plugin_folders);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    JD_CLI_PLUGIN_DIR (&options->plugin_folders),
    { "broken", 0, 0, G_OPTION_ARG_NONE, &options->broken,
      N_ ("only those that were refused, each with the reason"), NULL },
    { "rescan", 0, 0, G_OPTION_ARG_NONE, &options->again,
      N_ ("try all again, also those whose file did not change"), NULL },
    JD_CLI_JSON (&options->json),
    { NULL },
  };
  const JdUsage usage = {
    NULL,
    N_ ("Lists the plugins that can be had, and those that were refused."),
    NULL,
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

static void
print_list_json (const GPtrArray *entries)
{
  JsonArray *list = json_array_sized_new (entries->len);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (list, jd_describe_json (g_ptr_array_index (entries, i)));
  json_node_take_array (node, list);
  jd_cli_print_json (node);
}

static char **
list_row (const char *name, const char *version, const char *summary)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add_many (cells, name, version, summary, NULL);
  return g_strv_builder_end (cells);
}

static void
print_good (const GPtrArray *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)g_strfreev);

  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->analyzer != NULL && !entry->hidden)
        g_ptr_array_add (rows, list_row (entry->name, entry->analyzer->plugin.version,
                                         entry->analyzer->plugin.summary));
    }
  jd_cli_print_table (rows, G_MAXUINT);
}

static void
print_rest (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->error != NULL)
        {
          g_autofree char *why = jd_cli_visible (entry->error->message);

          printf ("%s: %s\n", entry->hidden ? _ ("hidden") : _ ("refused"), why);
        }
    }
}

static void
print_broken (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *why = jd_cli_visible (entry->error->message);

      printf ("%s\n", why);
    }
}

/* In place.  One that is hidden is not broken: it was not even tried. */
static void
keep_broken (GPtrArray *entries)
{
  guint n_kept = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->error != NULL && !entry->hidden)
        entries->pdata[n_kept++] = entry;
    }
  g_ptr_array_set_size (entries, (gint)n_kept);
}

static void
print (const Options *options, const GPtrArray *entries)
{
  if (options->json)
    print_list_json (entries);
  else if (options->broken)
    print_broken (entries);
  else
    {
      print_good (entries);
      print_rest (entries);
    }
}

JdExit
jd_command_plugins (char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (JdCatalog) catalog = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  JdExit status;

  if (!parse (&options, argv, &status))
    return status;

  catalog = jd_cli_open_catalog (options.plugin_folders, options.again);
  entries = jd_catalog_list (catalog);
  if (options.broken)
    keep_broken (entries);
  print (&options, entries);
  return JD_EXIT_OK;
}
