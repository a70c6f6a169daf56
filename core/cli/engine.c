/* engine.c - the engine that commands start from their options
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/engine.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "core/model/file.h"

static const char *const isolation_names[] = { [JD_ISOLATION_OFF] = "off",
                                               [JD_ISOLATION_PROCESS] = "process",
                                               [JD_ISOLATION_SANDBOX] = "sandbox",
                                               NULL };

void
jd_cli_engine_clear (JdCliEngine *options)
{
  g_free (options->pipeline);
  g_free (options->isolation);
  g_strfreev (options->plugin_folders);
}

static gboolean
read_isolation (const JdCliEngine *options, JdIsolation *isolation, GError **error)
{
  const char *name = options->isolation != NULL ? options->isolation : "sandbox";

  for (guint i = 0; isolation_names[i] != NULL; i++)
    if (strcmp (name, isolation_names[i]) == 0)
      {
        *isolation = (JdIsolation)i;
        return TRUE;
      }
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("--isolation: \"%s\" is not sandbox, process or off"), name);

  return FALSE;
}

/* Whoever asks for the sandbox by name gets it, or nothing. */
static gboolean
check_sandbox (const JdCliEngine *options, JdIsolation isolation, GError **error)
{
  return options->isolation == NULL || isolation != JD_ISOLATION_SANDBOX
         || jd_sandbox_check (error);
}

/* 0: not given. */
static gboolean
check_range (const char *option, gint64 value, gint64 most, GError **error)
{
  if (value >= 0 && value <= most)
    return TRUE;
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("%s: %" PRId64 " is not between 1 and %" PRId64), option, value, most);

  return FALSE;
}

gboolean
jd_cli_engine_check (const JdCliEngine *options, GError **error)
{
  JdIsolation isolation;

  return read_isolation (options, &isolation, error) && check_sandbox (options, isolation, error)
         && check_range ("--jobs", options->jobs, 256, error)
         && check_range ("--timeout", options->seconds, 86400, error)
         && check_range ("--max-size", options->max_size, 128 << 20, error);
}

gsize
jd_cli_document_limit (const JdCliEngine *options, const JdEngine *engine)
{
  return (gsize)(options->max_size > 0 ? options->max_size : engine->ready.limits.document_bytes);
}

static gboolean
read_setup (const JdCliEngine *options, JdSetup *setup, GError **error)
{
  g_autoptr (JdCatalog) catalog = jd_catalog_new (NULL);
  gsize length;
  char *text;

  setup->plugin_folders = g_strdupv (options->plugin_folders);
  setup->path = jd_cli_find_pipeline (options->pipeline, catalog, error);
  text = setup->path != NULL ? jd_file_read (setup->path, &length, error) : NULL;
  if (text != NULL)
    setup->pipeline = g_bytes_new_take (text, length);

  return text != NULL;
}

JdEngine *
jd_cli_start_engine (const JdCliEngine *options, GError **error)
{
  JdSupervision supervision = { (guint)options->jobs, (guint)options->seconds };
  g_auto (JdSetup) setup = { NULL };
  JdEngine *engine;

  if (!jd_cli_engine_check (options, error) || !read_isolation (options, &setup.isolation, error)
      || !read_setup (options, &setup, error))
    return NULL;
  if (setup.isolation == JD_ISOLATION_OFF)
    return jd_engine_new_local (&setup, error);
  if (supervision.jobs == 0)
    supervision.jobs = g_get_num_processors ();
  engine = jd_engine_new_supervisor (&setup, &supervision, error);
  if (engine != NULL && engine->ready.missing != NULL)
    jd_cli_message (_ ("no sandbox here, going on without it; what is missing: %s"),
                    engine->ready.missing);

  return engine;
}
