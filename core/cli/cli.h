/* cli.h - what the commands share: how they end, what they say, how they read their options
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "core/pipeline/pipeline.h"

/* The exit statuses, as the manual page has them. */
typedef enum
{
  JD_EXIT_OK = 0,
  JD_EXIT_SOME_FAILED = 1, /* all done, but some documents have an error record */
  JD_EXIT_USAGE = 2,       /* wrong use or configuration: nothing was started */
  JD_EXIT_PLUGIN = 3,      /* a plugin was refused: nothing was started */
  JD_EXIT_OUTPUT = 4,      /* a result cannot be written */
  JD_EXIT_BUG = 70,        /* jiandu itself is at fault */
} JdExit;

JdExit jd_exit_for (const GError *error);

/* Says what is wrong, and how to end because of it. */
JdExit jd_cli_fail (const GError *error);

/* "jiandu: …" on standard error, control characters made visible. */
void jd_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same text with control characters as \xNN, so that no name can command the terminal; free
 * with g_free. */
char *jd_cli_visible (const char *text);

/* Rows (of char **, all of one length) as columns on standard output, each as wide as it must be;
 * from column `first_number` on they are flush right. */
void jd_cli_print_table (const GPtrArray *rows, guint first_number);

/* As people read JSON, with a line end. */
void jd_cli_print_json (JsonNode *node);

/* One command's page of options. */
typedef struct
{
  const char *arguments; /* what stands behind the options: "PATH…" */
  const char *summary;   /* one sentence */
  const char *details;   /* NULL: none */
  GOptionEntry *options; /* ends with a row of zeros; without G_OPTION_REMAINING: no arguments */
} JdUsage;

/* Reads the options into the variables that `usage` names.  FALSE: end with `status`; --help was
 * answered, or a mistake told. */
gboolean jd_cli_parse (const JdUsage *usage, char **argv, JdExit *status);

/* The options that several commands have. */
#define JD_CLI_PLUGIN_DIR(variable)                                                                \
  {                                                                                                \
    "plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, (variable),                                   \
        N_ ("look for plugins in this folder first (may be given again)"), N_ ("DIR")              \
  }
#define JD_CLI_JSON(variable)                                                                      \
  {                                                                                                \
    "json", 0, 0, G_OPTION_ARG_NONE, (variable), N_ ("print JSON"), NULL                           \
  }

/* The plugins in `plugin_folders` (may be NULL) and the usual ones, each tried by a process of its
 * own before it is loaded.  `again`: what earlier trials gave does not count. */
JdCatalog *jd_cli_open_catalog (char **plugin_folders, gboolean again);

/* The name of that pipeline file; NULL: that of the one that comes with jiandu.  Free with g_free.
 */
char *jd_cli_find_pipeline (const char *path, JdCatalog *catalog, GError **error);

/* The pipeline in that file; NULL: the one that comes with jiandu. */
JdPipeline *jd_cli_load_pipeline (const char *path, JdCatalog *catalog, GError **error);

JdExit jd_command_run (char **argv);
JdExit jd_command_merge (char **argv);
JdExit jd_command_check (char **argv);
JdExit jd_command_plugins (char **argv);
JdExit jd_command_describe (char **argv);

/* Started by jiandu itself to try one plugin, see core/plugin/warden.h. */
JdExit jd_command_stream (char **argv);
JdExit jd_command_scan (char **argv);

/* Started by jiandu itself to analyze documents, see core/batch/worker.h. */
JdExit jd_command_worker (char **argv);
