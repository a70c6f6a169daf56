/* run.c - jiandu run: reports in, records out
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/batch/batch.h"
#include "core/batch/interrupt.h"
#include "core/cli/cli.h"
#include "core/cli/engine.h"
#include "core/cli/format.h"
#include "core/cli/progress.h"
#include "core/cli/summary.h"

typedef struct
{
  JdCliEngine engine;
  char *output;
  char *format_name;
  JdFormat format;
  char *meta;
  char *shard_name;
  JdShard shard; /* `count` 0: none */
  gboolean anew;
  gboolean quiet;
  char **paths;
} Options;

static void
options_clear (Options *options)
{
  jd_cli_engine_clear (&options->engine);
  g_free (options->output);
  g_free (options->format_name);
  g_free (options->meta);
  g_free (options->shard_name);
  g_strfreev (options->paths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, char **argv, JdExit *status)
{
  GOptionEntry entries[] = {
    JD_CLI_ENGINE (&options->engine),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("write result.ndjson or result.json into this folder"), N_ ("DIR") },
    JD_CLI_FORMAT (&options->format_name),
    { "meta", 0, 0, G_OPTION_ARG_FILENAME, &options->meta,
      N_ ("a CSV table of facts, a row a document, found by its column id or file"), N_ ("FILE") },
    { "shard", 0, 0, G_OPTION_ARG_STRING, &options->shard_name,
      N_ ("only part I of N, as I-of-N.shard in DIR, for jiandu merge"), N_ ("I/N") },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &options->anew,
      N_ ("analyze again what an earlier run into DIR has done"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet,
      N_ ("neither progress nor summary, only what is wrong"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, NULL },
    { NULL },
  };
  const JdUsage usage = {
    N_ ("PATH…"),
    N_ ("Analyzes reports and writes their records."),
    N_ ("PATH is a report, a folder of reports, an .ndjson file with a line\n"
        "{\"id\": …, \"text\": …, facts…} for each document, or - for such lines on standard\n"
        "input.\n\n"
        "A run with -o that was stopped goes on when it is started again: DIR/run.journal\n"
        "has what is done.  What has changed since is analyzed again, and only that.\n\n"
        "Exit status: 0 all well; 1 some documents failed, each has an error record;\n"
        "2 wrong use or configuration; 3 a plugin was refused; 4 a result cannot be\n"
        "written."),
    entries,
  };

  return jd_cli_parse (&usage, argv, status);
}

static gboolean
read_shard (Options *options, GError **error)
{
  if (options->shard_name == NULL)
    return TRUE;
  if (options->output != NULL)
    return jd_shard_parse (options->shard_name, &options->shard, error);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("--shard: name the folder for it with -o"));
  return FALSE;
}

static gboolean
check_options (Options *options, GError **error)
{
  if (options->paths != NULL)
    return jd_cli_read_format (options->format_name, &options->format, error)
           && read_shard (options, error) && jd_cli_engine_check (&options->engine, error);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("nothing to read: name a report, a folder or an .ndjson file, or - for lines on "
                  "standard input"));
  return FALSE;
}

static goffset
total_size (const GPtrArray *inputs)
{
  goffset total = 0;

  for (guint i = 0; i < inputs->len; i++)
    total += ((const JdInput *)g_ptr_array_index (inputs, i))->size;

  return total;
}

static void
warn_all (const GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    jd_cli_message ("%s", (const char *)g_ptr_array_index (warnings, i));
}

static GPtrArray *
collect_inputs (const Options *options, GError **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) inputs = jd_inputs_collect ((const char *const *)options->paths, warnings);

  warn_all (warnings);
  if (inputs->len > 0)
    return g_steal_pointer (&inputs);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("%s: no files in it"), options->paths[0]);
  return NULL;
}

static gboolean
check_file (const char *file, const GPtrArray *inputs, GError **error)
{
  struct stat status;

  if (stat (file, &status) != 0)
    return TRUE;

  for (guint i = 0; i < inputs->len; i++)
    {
      const JdInput *input = g_ptr_array_index (inputs, i);

      if (input->inode == (guint64)status.st_ino && input->device == (guint64)status.st_dev)
        {
          g_set_error (error, JD_ERROR, JD_ERROR_OUTPUT,
                       _ ("%s: would be read and written; write into another folder"),
                       input->source);
          return FALSE;
        }
    }
  return TRUE;
}

/* What an earlier run left in a folder of reports would be read as a report and then be
 * replaced. */
static gboolean
check_output (const Options *options, const GPtrArray *inputs, GError **error)
{
  g_autofree char *result = NULL;
  g_autofree char *journal = NULL;

  if (options->output == NULL)
    return TRUE;
  result = jd_writer_file (options->output, options->format);
  journal = g_build_filename (options->output, "run.journal", NULL);

  return check_file (result, inputs, error) && check_file (journal, inputs, error);
}

/* How many documents there are, if that can be known before they are read; 0: not. */
static guint64
count_documents (const GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    if (((const JdInput *)g_ptr_array_index (inputs, i))->kind != JD_INPUT_FILE)
      return 0;

  return inputs->len;
}

static JdLedger *
open_ledger (const Options *options, const JdBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shard_name
      = g_strdup_printf ("%u-of-%u", options->shard.index, options->shard.count);
  const JdLedgerSetup setup = {
    .folder = options->output,
    .name = batch->shard != NULL ? shard_name : "run",
    .identity = batch->engine->ready.identity,
    .anew = options->anew,
  };
  JdLedger *ledger = jd_ledger_open (&setup, warnings, error);

  warn_all (warnings);
  if (ledger != NULL && batch->shard == NULL)
    jd_ledger_set_total (ledger, count_documents (batch->inputs));
  return ledger;
}

static gboolean
run_with_progress (JdBatch *batch, GError **error)
{
  JdProgress progress = { FALSE };
  gboolean done;

  jd_progress_begin (&progress, total_size (batch->inputs));
  batch->progress = jd_progress_step;
  batch->progress_data = &progress;
  done = jd_batch_run (batch, error);
  jd_progress_end (&progress);

  return done;
}

static gboolean
run_batch (const Options *options, JdBatch *batch, GError **error)
{
  g_autoptr (JdLedger) ledger = NULL;

  if (options->output == NULL)
    return jd_batch_run (batch, error);

  jd_interrupt_watch ();
  ledger = open_ledger (options, batch, error);
  if (ledger == NULL)
    return FALSE;
  batch->ledger = ledger;

  return (options->quiet ? jd_batch_run (batch, error) : run_with_progress (batch, error))
         && jd_ledger_close (g_steal_pointer (&ledger), error);
}

/* What is left to say when all is written. */
static void
report (const Options *options, const JdBatch *batch)
{
  if (batch->meta != NULL)
    {
      g_autoptr (GPtrArray) unused = jd_meta_unused (batch->meta);

      warn_all (unused);
    }
  if (options->output != NULL && batch->shard == NULL && !options->quiet)
    jd_summary_print (batch->tally, options->output, options->format);
}

/* Everything that can be wrong before a document is read is found before jd_batch_run(). */
static gboolean
run (Options *options, JdTally *tally, GError **error)
{
  g_autoptr (JdEngine) engine = NULL;
  g_autoptr (JdMeta) meta = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  JdBatch batch = { .tally = tally, .folder = options->output };

  engine = jd_cli_start_engine (&options->engine, error);
  if (engine == NULL)
    return FALSE;
  if (options->meta != NULL && (meta = jd_meta_load (options->meta, error)) == NULL)
    return FALSE;
  inputs = collect_inputs (options, error);
  if (inputs == NULL || !check_output (options, inputs, error))
    return FALSE;

  batch.engine = engine;
  batch.limit = jd_cli_document_limit (&options->engine, engine);
  batch.inputs = inputs;
  batch.meta = meta;
  batch.format = options->format;
  batch.shard = options->shard.count > 0 ? &options->shard : NULL;
  if (!run_batch (options, &batch, error))
    return FALSE;
  report (options, &batch);

  return TRUE;
}

JdExit
jd_command_run (char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (JdTally) tally = jd_tally_new ();
  g_autoptr (GError) error = NULL;
  JdExit status;

  if (!parse (&options, argv, &status))
    return status;
  if (!check_options (&options, &error) || !run (&options, tally, &error))
    {
      status = jd_cli_fail (error);
      jd_interrupt_end ();
      return status;
    }

  return jd_tally_has_failures (tally) ? JD_EXIT_SOME_FAILED : JD_EXIT_OK;
}
