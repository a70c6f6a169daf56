/* engine.c - the engine that two commands start from their options
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/engine.h"

#include <glib/gi18n-lib.h>

#include "core/cli/cli.h"
#include "core/model/file.h"

static gboolean
read_setup (const JdCliEngine *options, JdSetup *setup, GError **error)
{
  g_autoptr (JdCatalog) catalog = jd_catalog_new (NULL);
  gsize length;
  char *text;

  setup->plugin_folders = g_strdupv (options->plugin_folders);
  setup->isolation = options->isolation;
  setup->path = jd_cli_find_pipeline (options->pipeline, catalog, error);
  text = setup->path != NULL ? jd_file_read (setup->path, &length, error) : NULL;
  if (text != NULL)
    setup->pipeline = g_bytes_new_take (text, length);

  return text != NULL;
}

JdEngine *
jd_cli_start_engine (const JdCliEngine *options, GError **error)
{
  JdSupervision supervision = options->supervision;
  g_auto (JdSetup) setup = { NULL };
  JdEngine *engine;

  if (!read_setup (options, &setup, error))
    return NULL;
  if (options->isolation == JD_ISOLATION_OFF)
    return jd_engine_new_local (&setup, error);
  if (supervision.jobs == 0)
    supervision.jobs = g_get_num_processors ();
  engine = jd_engine_new_supervisor (&setup, &supervision, error);
  if (engine != NULL && engine->ready.missing != NULL)
    jd_cli_message (_ ("no sandbox here, going on without it; what is missing: %s"),
                    engine->ready.missing);

  return engine;
}
