/* engine.h - the engine that two commands start from their options
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/engine.h"

typedef struct
{
  const char *pipeline; /* the file; NULL: the one that comes with jiandu */
  char **plugin_folders;
  JdIsolation isolation;
  JdSupervision supervision; /* `jobs` 0: one for each core */
} JdCliEngine;

/* Loads the pipeline, here or in the first worker.  Errors as of jd_engine_new_supervisor(). */
JdEngine *jd_cli_start_engine (const JdCliEngine *options, GError **error);
