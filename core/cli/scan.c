/* scan.c - jiandu scan: tries one plugin for the jiandu that started it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "core/cli/cli.h"
#include "core/plugin/warden.h"

JdExit
jd_command_scan (char **argv)
{
  struct stat channel;

  if (argv[1] != NULL && argv[2] == NULL && fstat (JD_WARDEN_CHANNEL, &channel) == 0
      && S_ISFIFO (channel.st_mode))
    jd_warden_run (argv[1]);

  jd_cli_message (_ ("scan is for jiandu itself; \"jiandu plugins\" lists what can be loaded"));
  return JD_EXIT_USAGE;
}
