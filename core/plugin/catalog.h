/* catalog.h - the plugins that can be had: finding, checking and loading them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The one room that knows libltdl.  Folders are searched in order: those of --plugin-dir, those of
 * JIANDU_PLUGIN_PATH (unless the process runs with raised rights), the installed one.  In each, a
 * plugin is a regular file NAME.so.  The first of a name wins; what it hides is told by
 * jd_catalog_list().  Nothing is ever unloaded.  Not thread safe: load before threads start.
 */
#pragma once

#include <jiandu/analyzer.h>

#include "core/plugin/scan.h"

typedef struct JdCatalog JdCatalog;

/* One file that may be a plugin.  Either `analyzer` or `error` is there. */
typedef struct
{
  char *name;                 /* of the file, without .so */
  char *path;                 /* absolute */
  const JdAnalyzer *analyzer; /* a full-size copy, zero beyond what the plugin knew; or NULL */
  GError *error;              /* why not: JD_ERROR_PLUGIN with the true reason */
  gboolean hidden;            /* another of the same name came first: this one is not loaded */
  char **data_folders;        /* existing ones, see option.h; NULL-terminated */
} JdCatalogEntry;

/* `plugin_folders`: those of the command line, NULL-terminated, may be NULL. */
JdCatalog *jd_catalog_new (const char *const *plugin_folders);
void jd_catalog_free (JdCatalog *catalog);

/* From now on a plugin is loaded only when `scan` (transfer full) has passed it; without one,
 * plugins are loaded straight away.  A kept refusal holds for jd_catalog_list() alone: a plugin
 * that somebody asks for by name is tried again. */
void jd_catalog_set_scan (JdCatalog *catalog, JdScan *scan);

/* The plugin of that name, loaded and checked.  JD_ERROR_CONFIG when there is none (the message
 * names the folders, and the nearest name), JD_ERROR_PLUGIN when it was refused. */
const JdCatalogEntry *jd_catalog_find (JdCatalog *catalog, const char *name, GError **error);

/* Every file in the folders, loaded where it can be, sorted by name, hidden ones last; (transfer
 * container), of const JdCatalogEntry *. */
GPtrArray *jd_catalog_list (JdCatalog *catalog);

/* A file of the core's own data, "pipeline/default.json" say, in JIANDU_DATA_PATH (unless the
 * process runs with raised rights) or the installed data folder; NULL when it is nowhere. */
char *jd_catalog_data_file (JdCatalog *catalog, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdCatalog, jd_catalog_free)
