/* stream.c - jiandu stream: NDJSON in, NDJSON out, a line for a line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/stream.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "core/cli/cli.h"
#include "core/cli/engine.h"

static gboolean
parse (JdCliEngine *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    JD_CLI_ENGINE (options),
    { NULL },
  };
  const JdUsage usage = {
    NULL,
    N_ ("Reads documents from standard input, a line of JSON each, and writes the record of each\n"
        "at once."),
    N_ ("A line is {\"id\": …, \"text\": …, facts…}.  Each line gives one line, in the same order; "
        "a\n"
        "line that is no document gives a record with the error.  There is no corpus stage."),
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

static gboolean
run (const JdCliEngine *options, guint64 *n_failed, GError **error)
{
  g_autoptr (JdEngine) engine = jd_cli_start_engine (options, error);

  return engine != NULL
         && jd_stream_run (engine, STDIN_FILENO, STDOUT_FILENO,
                           jd_cli_document_limit (options, engine), n_failed, error);
}

JdExit
jd_command_stream (char **argv)
{
  JdCliEngine options = { NULL };
  g_autoptr (GError) error = NULL;
  guint64 n_failed = 0;
  JdExit status;

  if (parse (&options, argv, &status))
    {
      if (run (&options, &n_failed, &error))
        status = n_failed > 0 ? JD_EXIT_SOME_FAILED : JD_EXIT_OK;
      else
        status = jd_cli_fail (error);
    }
  jd_cli_engine_clear (&options);

  return status;
}
