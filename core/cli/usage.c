/* usage.c - one way to read options for all commands
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/cli/cli.h"
#include "core/model/names.h"

static gboolean
is_option (const JdUsage *usage, const char *name)
{
  for (const GOptionEntry *option = usage->options; option->long_name != NULL; option++)
    if (strcmp (option->long_name, name) == 0)
      return TRUE;

  return strcmp (name, "help") == 0;
}

static const char *
nearest_option (const JdUsage *usage, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const GOptionEntry *option = usage->options; option->long_name != NULL; option++)
    if (*option->long_name != '\0')
      g_ptr_array_add (names, (gpointer)option->long_name);
  g_ptr_array_add (names, (gpointer) "help");
  g_ptr_array_add (names, NULL);

  return jd_name_nearest (name, (const char *const *)names->pdata);
}

/* GLib's message names the unknown option but not the one that was meant.  Returns the first long
 * option that `usage` does not have; free with g_free. */
static char *
unknown_option (const JdUsage *usage, char **arguments)
{
  for (; *arguments != NULL && strcmp (*arguments, "--") != 0; arguments++)
    if (g_str_has_prefix (*arguments, "--"))
      {
        g_autofree char *name = g_strndup (*arguments + 2, strcspn (*arguments + 2, "="));

        if (!is_option (usage, name))
          return g_steal_pointer (&name);
      }
  return NULL;
}

static void
tell_mistake (const JdUsage *usage, const char *command, char **arguments, const GError *error)
{
  gboolean unknown = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
  g_autofree char *name = unknown ? unknown_option (usage, arguments) : NULL;
  const char *nearest = name == NULL ? NULL : nearest_option (usage, name);

  if (nearest != NULL)
    jd_cli_message (_ ("unknown option --%s; did you mean --%s?"), name, nearest);
  else
    jd_cli_message (_ ("%s; see jiandu %s --help"), error->message, command);
}

static GOptionContext *
new_context (const JdUsage *usage, gboolean *help)
{
  const GOptionEntry help_option[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("show this page"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_ (usage->arguments));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (usage->summary));
  if (usage->details != NULL)
    g_option_context_set_description (context, _ (usage->details));
  g_option_context_add_main_entries (context, usage->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_option, GETTEXT_PACKAGE);

  return context;
}

/* What GLib leaves over is an argument to a command that takes none. */
static gboolean
refuse_rest (gboolean help, char **arguments, GError **error)
{
  if (help || arguments[1] == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("unexpected argument \"%s\""),
               arguments[1]);
  return FALSE;
}

/* How an option is written: --output, or PATH… for the arguments. */
static char *
shown_name (const JdUsage *usage, const GOptionEntry *option)
{
  return *option->long_name != '\0' ? g_strdup_printf ("--%s", option->long_name)
                                    : g_strdup (_ (usage->arguments));
}

static gboolean
has_empty_name (const GOptionEntry *option)
{
  const char *const *names;

  if (option->arg == G_OPTION_ARG_FILENAME)
    return g_strcmp0 (*(char *const *)option->arg_data, "") == 0;
  if (option->arg != G_OPTION_ARG_FILENAME_ARRAY)
    return FALSE;
  names = *(const char *const *const *)option->arg_data;

  return names != NULL && g_strv_contains (names, "");
}

/* A variable that was never set, in a script, say. */
static gboolean
refuse_empty_names (const JdUsage *usage, GError **error)
{
  for (const GOptionEntry *option = usage->options; option->long_name != NULL; option++)
    if (has_empty_name (option))
      {
        g_autofree char *name = shown_name (usage, option);

        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s: an empty name"),
                     name);
        return FALSE;
      }

  return TRUE;
}

gboolean
jd_cli_parse (const JdUsage *usage, char **argv, JdExit *status)
{
  gboolean help = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = new_context (usage, &help);
  g_autofree char *program = g_strdup_printf ("jiandu %s", argv[0]);
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char *page = NULL;

  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &arguments, &error)
      || !refuse_rest (help, arguments, &error) || !refuse_empty_names (usage, &error))
    {
      tell_mistake (usage, argv[0], argv + 1, error);
      *status = JD_EXIT_USAGE;
      return FALSE;
    }
  if (!help)
    return TRUE;

  page = g_option_context_get_help (context, TRUE, NULL);
  (void)fputs (page, stdout);
  *status = JD_EXIT_OK;
  return FALSE;
}
