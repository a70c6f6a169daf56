/* summary.c - what a run has come to, on standard output
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/summary.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/cli/cli.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)g_strfreev);
}

static void
add_count (GPtrArray *rows, const char *name, guint64 number)
{
  GStrvBuilder *cells = g_strv_builder_new ();
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  g_strv_builder_add_many (cells, name, count, NULL);
  g_ptr_array_add (rows, g_strv_builder_end (cells));
  g_strv_builder_unref (cells);
}

static void
print_documents (const JdTally *tally)
{
  g_autoptr (GPtrArray) rows = new_rows ();

  add_count (rows, _ ("documents"), tally->documents);
  if (tally->unread > 0)
    add_count (rows, _ ("could not be read"), tally->unread);
  if (tally->failed > 0)
    add_count (rows, _ ("with failed analyzers"), tally->failed);
  jd_cli_print_table (rows, 1);
}

static void
print_failures (const JdTally *tally)
{
  g_autoptr (GPtrArray) rows = new_rows ();

  if (tally->failures->len == 0)
    return;

  for (guint i = 0; i < tally->failures->len; i++)
    {
      const JdCount *count = g_ptr_array_index (tally->failures, i);

      add_count (rows, count->name, count->number);
    }
  printf ("\n%s\n", _ ("Failures by analyzer"));
  jd_cli_print_table (rows, 1);
}

static void
print_records (const JdTally *tally)
{
  g_autoptr (GPtrArray) rows = new_rows ();

  for (guint i = 0; i < tally->layers->len; i++)
    {
      const JdLayerTally *layer = g_ptr_array_index (tally->layers, i);

      add_count (rows, layer->name, layer->records);
    }
  printf ("\n%s\n", _ ("Records by layer"));
  jd_cli_print_table (rows, 1);
}

/* The names of the key fields, then the values of the last one. */
static char **
table_head (const JdLayerTally *layer)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (guint i = 0; layer->fields[i + 1] != NULL; i++)
    g_strv_builder_add (cells, layer->fields[i]);
  g_strv_builder_addv (cells, (const char **)layer->values);

  return g_strv_builder_end (cells);
}

typedef struct
{
  const JdLayerTally *layer;
  GPtrArray *rows;
} Lines;

static gboolean
add_line (gpointer key, gpointer value, gpointer data)
{
  Lines *lines = data;
  const guint64 *numbers = value;
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (char **cell = key; *cell != NULL; cell++)
    {
      g_autofree char *visible = jd_cli_visible (*cell);

      g_strv_builder_add (cells, visible);
    }
  for (guint i = 0; lines->layer->values[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, numbers[i]);

      g_strv_builder_add (cells, number);
    }
  g_ptr_array_add (lines->rows, g_strv_builder_end (cells));

  return FALSE;
}

static void
print_layer (const JdLayerTally *layer)
{
  g_autoptr (GPtrArray) rows = new_rows ();
  Lines lines = { layer, rows };
  guint n_keys;

  if (layer->fields == NULL || layer->records == 0)
    return;

  n_keys = g_strv_length ((char **)layer->fields) - 1;
  g_ptr_array_add (rows, table_head (layer));
  g_tree_foreach (layer->lines, add_line, &lines);
  printf ("\n%s: %s\n", layer->name, layer->fields[n_keys]);
  jd_cli_print_table (rows, n_keys);
}

void
jd_summary_print (const JdTally *tally, const char *folder, JdFormat format)
{
  g_autofree char *file = jd_writer_file (folder, format);
  g_autofree char *shown = g_filename_display_name (file);

  print_documents (tally);
  print_failures (tally);
  print_records (tally);
  for (guint i = 0; i < tally->layers->len; i++)
    print_layer (g_ptr_array_index (tally->layers, i));
  printf ("\n%s\n", shown);
}
