/* merge.c - jiandu merge: shards in, the result of the whole run out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/batch/lock.h"
#include "core/batch/results.h"
#include "core/batch/shard-set.h"
#include "core/cli/cli.h"
#include "core/cli/engine.h"
#include "core/cli/format.h"
#include "core/cli/summary.h"

typedef struct
{
  JdCliEngine engine;
  char *output;
  char *format_name;
  char **paths;
} Options;

static void
options_clear (Options *options)
{
  jd_cli_engine_clear (&options->engine);
  g_free (options->output);
  g_free (options->format_name);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    { "pipeline", 'p', 0, G_OPTION_ARG_FILENAME, &options->engine.pipeline,
      N_ ("the pipeline file that the shards were made with"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("write result.ndjson or result.json into this folder"), N_ ("DIR") },
    JD_CLI_FORMAT (&options->format_name),
    JD_CLI_PLUGIN_DIR (&options->engine.plugin_folders),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, NULL },
    { NULL },
  };
  const JdUsage usage = {
    N_ ("SHARD…"),
    N_ ("Puts together what \"jiandu run --shard\" made, and runs the corpus stage over it."),
    N_ ("SHARD is a file I-of-N.shard, or a folder with such files.  The result is the same as\n"
        "that of one run.  A shard that is missing, not sealed, damaged, given twice or of\n"
        "another run is an error."),
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

/* The shards in a folder, by name. */
static gboolean
add_folder (GPtrArray *files, const char *folder, GError **error)
{
  g_autoptr (GDir) list = g_dir_open (folder, 0, NULL);
  guint before = files->len;
  const char *name;

  while (list != NULL && (name = g_dir_read_name (list)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".shard"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  if (files->len > before)
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s: no shards in it"), folder);
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* NULL-terminated. */
static GPtrArray *
collect (const Options *options, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (options->paths == NULL)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                   _ ("nothing to merge: name shards, or a folder with shards"));
      return NULL;
    }
  for (char **path = options->paths; *path != NULL; path++)
    if (!g_file_test (*path, G_FILE_TEST_IS_DIR))
      g_ptr_array_add (files, g_strdup (*path));
    else if (!add_folder (files, *path, error))
      return NULL;

  g_ptr_array_sort (files, compare_names);
  g_ptr_array_add (files, NULL);
  return g_steal_pointer (&files);
}

static gboolean
read_set (gpointer set, guint64 number, JdEntry *entry, GError **error)
{
  return jd_shard_set_read (set, number, entry, error);
}

static gboolean
write_result (
    const Options *options, JdEngine *engine, JdShardSet *set, JdTally *tally, GError **error)
{
  JdOutcomeSource source = { read_set, set, jd_shard_set_length (set) };
  g_autoptr (JdLock) lock = NULL;
  g_autoptr (JdResults) results = NULL;
  JdFormat format;

  if (!jd_cli_read_format (options->format_name, &format, error))
    return FALSE;
  if (options->output != NULL)
    {
      lock = jd_lock_take (options->output, ".run.lock", error);
      if (lock == NULL)
        return FALSE;
    }
  results = jd_results_new (engine, options->output, format, tally, error);
  if (results == NULL || !jd_results_add_all (results, &source, error)
      || !jd_results_finish (results, error))
    return FALSE;

  if (options->output != NULL)
    jd_summary_print (tally, options->output, format);
  return TRUE;
}

static gboolean
merge (const Options *options, JdTally *tally, GError **error)
{
  g_autoptr (GPtrArray) files = collect (options, error);
  g_autoptr (JdEngine) engine = NULL;
  g_autoptr (JdShardSet) set = NULL;

  if (files == NULL)
    return FALSE;
  engine = jd_cli_start_engine (&options->engine, error);
  if (engine == NULL)
    return FALSE;
  set = jd_shard_set_open ((const char *const *)files->pdata, engine->ready.identity, error);

  return set != NULL && write_result (options, engine, set, tally, error);
}

JdExit
jd_command_merge (char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (JdTally) tally = jd_tally_new ();
  g_autoptr (GError) error = NULL;
  JdExit status;

  if (!parse (&options, argv, &status))
    return status;
  if (!merge (&options, tally, &error))
    {
      status = jd_cli_fail (error);
      return g_error_matches (error, JD_ERROR, JD_ERROR_INPUT) ? JD_EXIT_USAGE : status;
    }

  return jd_tally_has_failures (tally) ? JD_EXIT_SOME_FAILED : JD_EXIT_OK;
}
