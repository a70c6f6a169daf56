/* worker.c - jiandu worker: the process in which plugins run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/worker.h"

#include <glib/gi18n-lib.h>

#include "core/cli/cli.h"

JdExit
jd_command_worker (char **argv)
{
  if (argv[1] == NULL && jd_worker_run ())
    return JD_EXIT_OK;

  jd_cli_message (_ ("worker is for jiandu itself; \"jiandu run\" analyzes reports"));
  return JD_EXIT_USAGE;
}
