/* load.c - from a file to a checked descriptor: the one file that knows libltdl
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libltdl says "file not found" whatever went wrong, and binds functions lazily, so that a missing
 * one kills the process at its first call.  So dlopen() goes first, binds at once and tells the
 * reason; libltdl then gets the same file, which is already mapped.
 */
#include "config.h"

#include "core/plugin/load.h"

#include <dlfcn.h>
#include <elf.h>
#include <glib/gi18n-lib.h>
#include <link.h>
#include <ltdl.h>
#include <string.h>

#include "core/plugin/inspect.h"
#include "core/plugin/safety.h"

#define SYMBOL "jd_analyzer"

static void
set_loader_error (const char *path, const char *reason, GError **error)
{
  gsize length = strlen (path);

  if (reason == NULL)
    reason = _ ("the system's loader gives no reason");
  if (g_str_has_prefix (reason, path) && g_str_has_prefix (reason + length, ": "))
    reason += length + 2;
  g_set_error_literal (error, JD_ERROR, JD_ERROR_PLUGIN, reason);
}

/* Leaves the file with libltdl, which keeps it. */
static gboolean
adopt (const char *path, GError **error)
{
  lt_dladvise advise = NULL;
  lt_dlhandle handle = NULL;

  g_unsetenv ("LTDL_LIBRARY_PATH");
  if (lt_dlinit () == 0 && lt_dladvise_init (&advise) == 0 && lt_dladvise_local (&advise) == 0)
    handle = lt_dlopenadvise (path, advise);
  if (advise != NULL)
    lt_dladvise_destroy (&advise);

  if (handle != NULL && lt_dlmakeresident (handle) == 0)
    return TRUE;

  set_loader_error (path, lt_dlerror (), error);
  return FALSE;
}

/* The bytes that the symbol has in the file, 0 when it is no data. */
static gsize
symbol_size (gconstpointer address)
{
  Dl_info info;
  const ElfW (Sym) *symbol = NULL;

  if (dladdr1 (address, &info, (void **)&symbol, RTLD_DL_SYMENT) == 0 || symbol == NULL)
    return 0;

  return ELF64_ST_TYPE (symbol->st_info) == STT_OBJECT ? symbol->st_size : 0;
}

static gconstpointer
open_symbol (const char *path, gsize *size, GError **error)
{
  gpointer handle = dlopen (path, RTLD_NOW | RTLD_LOCAL);
  gconstpointer symbol;

  if (handle == NULL)
    {
      set_loader_error (path, dlerror (), error);
      return NULL;
    }
  if (!adopt (path, error))
    return NULL;

  symbol = dlsym (handle, SYMBOL);
  if (symbol == NULL)
    set_loader_error (path, dlerror (), error);
  else
    *size = symbol_size (symbol);
  return symbol;
}

static JdAnalyzer *
copy_descriptor (gconstpointer symbol, gsize size, GError **error)
{
  const JdPlugin *head = symbol;
  JdAnalyzer *copy;

  if (!jd_inspect_head (head, size, error))
    return NULL;

  copy = g_new0 (JdAnalyzer, 1);
  memcpy (copy, symbol, MIN (head->size, sizeof *copy));
  return copy;
}

static JdAnalyzer *
load (const char *path, const char *name, GError **error)
{
  g_autofree JdAnalyzer *analyzer = NULL;
  gconstpointer symbol;
  gsize size = 0;

  if (!jd_safety_check (path, error) || !jd_safety_check_headers (path, error))
    return NULL;

  symbol = open_symbol (path, &size, error);
  if (symbol == NULL)
    return NULL;

  analyzer = copy_descriptor (symbol, size, error);
  if (analyzer == NULL || !jd_inspect_analyzer (analyzer, name, error))
    return NULL;

  return g_steal_pointer (&analyzer);
}

JdAnalyzer *
jd_plugin_load (const char *path, const char *name, GError **error)
{
  JdAnalyzer *analyzer = load (path, name, error);

  if (analyzer == NULL)
    g_prefix_error (error, "%s: ", path);
  return analyzer;
}
