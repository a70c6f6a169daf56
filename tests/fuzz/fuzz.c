/* fuzz.c - what the fuzz targets share
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz.h"

#include <signal.h>
#include <stdlib.h>

static void
on_trap (G_GNUC_UNUSED int signal)
{
  abort ();
}

/* GLib's fatal messages end in a trap, of which libFuzzer knows nothing. */
int
LLVMFuzzerInitialize (G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
  signal (SIGTRAP, on_trap);

  return 0;
}

void
fuzz_check_error (gboolean succeeded, const GError *error)
{
  fuzz_check (succeeded == (error == NULL));
  if (error == NULL)
    return;
  fuzz_check (error->domain == JD_ERROR && error->code != JD_ERROR_BUG);
  fuzz_check (g_utf8_validate (error->message, -1, NULL));
}

char *
fuzz_text (const uint8_t *bytes, size_t length)
{
  char *text = g_utf8_make_valid (length > 0 ? (const char *)bytes : "", (gssize)length);

  fuzz_check (g_utf8_validate (text, -1, NULL));

  return text;
}

char *
fuzz_source_path (const char *name)
{
  const char *top = g_getenv ("abs_top_srcdir");

  if (top == NULL)
    g_error ("run me by make check, or through pre-inst-env");

  return g_build_filename (top, name, NULL);
}

static const JdCatalogEntry *
find_entry (gpointer catalog, const char *name, GError **error)
{
  return jd_catalog_find (catalog, name, error);
}

static GPtrArray *
list_entries (gpointer catalog)
{
  return jd_catalog_list (catalog);
}

static JdCatalogEntry *
make_idle (const JdCatalogEntry *entry)
{
  JdCatalogEntry *idle = g_memdup2 (entry, sizeof *entry);
  JdAnalyzer *analyzer = g_memdup2 (entry->analyzer, sizeof *analyzer);

  analyzer->prepare = NULL;
  analyzer->release = NULL;
  idle->analyzer = analyzer;

  return idle;
}

static const JdCatalogEntry *
find_idle (gpointer idle, const char *name, GError **error)
{
  GPtrArray *entries = idle;

  for (guint i = 0; i < entries->len; i++)
    {
      const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "there is no analyzer \"%s\"", name);

  return NULL;
}

static GPtrArray *
list_idle (gpointer idle)
{
  return g_ptr_array_ref (idle);
}

/* Plugins stay loaded for good, and so does what describes them. */
const JdAnalyzerSource *
fuzz_analyzers (gboolean idle)
{
  static JdAnalyzerSource real = { find_entry, list_entries, NULL };
  static JdAnalyzerSource lazy = { find_idle, list_idle, NULL };

  if (real.data == NULL)
    {
      g_autoptr (GPtrArray) entries = list_entries (real.data = jd_catalog_new (NULL));
      GPtrArray *copies = lazy.data = g_ptr_array_new ();

      for (guint i = 0; i < entries->len; i++)
        {
          const JdCatalogEntry *entry = g_ptr_array_index (entries, i);

          if (entry->error != NULL)
            g_error ("%s", entry->error->message);
          if (!entry->hidden)
            g_ptr_array_add (copies, make_idle (entry));
        }
      fuzz_check (copies->len >= 7);
    }

  return idle ? &lazy : &real;
}
