/* engine.h - the engine that commands start from their options
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/engine.h"
#include "core/cli/cli.h"

/* What the user asks of the engine; all zero: nothing.  Options write into it. */
typedef struct
{
  char *pipeline; /* the file; NULL: the one that comes with jiandu */
  char **plugin_folders;
  char *isolation; /* NULL: sandbox */
  int jobs;        /* 0: one for each core */
  int seconds;     /* 0: what the pipeline says */
  gint64 max_size; /* bytes; 0: the same */
} JdCliEngine;

/* Rows for a table of options. */
#define JD_CLI_ENGINE(engine)                                                                      \
  { "pipeline",                                                                                    \
    'p',                                                                                           \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &(engine)->pipeline,                                                                           \
    N_ ("the pipeline file; without it, the one that comes with jiandu"),                          \
    N_ ("FILE") },                                                                                 \
      { "jobs",                                                                                    \
        'j',                                                                                       \
        0,                                                                                         \
        G_OPTION_ARG_INT,                                                                          \
        &(engine)->jobs,                                                                           \
        N_ ("work in so many processes; without it, one for each core"),                           \
        N_ ("NUMBER") },                                                                           \
      { "timeout",                                                                                 \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_INT,                                                                          \
        &(engine)->seconds,                                                                        \
        N_ ("give a document up after so long (pipeline: \"limits\", \"seconds\")"),               \
        N_ ("SECONDS") },                                                                          \
      { "max-size",                                                                                \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_INT64,                                                                        \
        &(engine)->max_size,                                                                       \
        N_ ("refuse larger documents (pipeline: \"limits\", \"document_bytes\")"),                 \
        N_ ("BYTES") },                                                                            \
      { "isolation",                                                                               \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(engine)->isolation,                                                                      \
        N_ ("sandbox (analyzers can do no harm; the default), process (they cannot end the run) "  \
            "or off (all in one process, for debuggers)"),                                         \
        N_ ("KIND") },                                                                             \
      JD_CLI_PLUGIN_DIR (&(engine)->plugin_folders)

void jd_cli_engine_clear (JdCliEngine *options);

/* Whether the values make sense.  JD_ERROR_CONFIG. */
gboolean jd_cli_engine_check (const JdCliEngine *options, GError **error);

/* Loads the pipeline, here or in the first worker.  Errors as of jd_cli_engine_check() and
 * jd_engine_new_supervisor(). */
JdEngine *jd_cli_start_engine (const JdCliEngine *options, GError **error);

/* Bytes that a document may have. */
gsize jd_cli_document_limit (const JdCliEngine *options, const JdEngine *engine);
