/* main.c - the command jiandu: a table of commands
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <jiandu/version.h>

#include "core/cli/cli.h"
#include "core/model/names.h"

typedef struct
{
  const char *name;
  const char *summary; /* NULL: not for people, and not listed */
  JdExit (*run) (char **argv);
} Command;

static const Command commands[] = {
  { "run", N_ ("analyze reports and write their records"), jd_command_run },
  { "stream", N_ ("analyze documents line by line, between other programs"), jd_command_stream },
  { "merge", N_ ("put together the shards of a run"), jd_command_merge },
  { "check", N_ ("check a pipeline file and show what it would run"), jd_command_check },
  { "plugins", N_ ("list the plugins that can be had"), jd_command_plugins },
  { "describe", N_ ("show what a plugin needs, gives and can be told"), jd_command_describe },
  { "scan", NULL, jd_command_scan },
  { "worker", NULL, jd_command_worker },
};

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

static JdExit
print_help (void)
{
  printf ("%s\n\n%s\n", _ ("Usage: jiandu COMMAND [OPTION…] [ARGUMENT…]"), _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].summary != NULL)
      printf ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  printf ("\n%s\n", _ ("\"jiandu COMMAND --help\" tells more about a command."));

  return JD_EXIT_OK;
}

static JdExit
refuse_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands) + 3] = { "--help", "--version" };
  const char *nearest;
  gsize n_names = 2;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].summary != NULL)
      names[n_names++] = commands[i].name;
  nearest = jd_name_nearest (name, names);
  if (nearest != NULL)
    jd_cli_message (_ ("unknown command \"%s\"; did you mean \"%s\"?"), name, nearest);
  else
    jd_cli_message (_ ("unknown command \"%s\"; see jiandu --help"), name);

  return JD_EXIT_USAGE;
}

static JdExit
dispatch (int argc, char **argv)
{
  const Command *command;

  if (argc < 2)
    {
      jd_cli_message (_ ("no command given; see jiandu --help"));
      return JD_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("jiandu %s\n", JD_VERSION);
      return JD_EXIT_OK;
    }

  command = find_command (argv[1]);
  return command == NULL ? refuse_command (argv[1]) : command->run (argv + 1);
}

/* A file must not be opened under the number of a standard stream that the caller closed: opened
 * the wrong way round, the stream fails when it is used. */
static void
occupy_standard_streams (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl (stream, F_GETFD) == -1)
      (void)open ("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* What was printed counts only once it has arrived. */
static JdExit
close_standard_output (JdExit status)
{
  gboolean broken = ferror (stdout) != 0;

  if (fclose (stdout) == 0 && !broken)
    return status;
  if (status != JD_EXIT_OUTPUT)
    jd_cli_message (_ ("standard output: %s"), g_strerror (errno));
  return JD_EXIT_OUTPUT;
}

int
main (int argc, char **argv)
{
  occupy_standard_streams ();
  (void)signal (SIGPIPE, SIG_DFL);
  (void)setlocale (LC_ALL, "");
  (void)bindtextdomain (GETTEXT_PACKAGE, JD_LOCALE_DIR);
  (void)bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return (int)close_standard_output (dispatch (argc, argv));
}
