/* options.h - option tables: check them, read settings with them, describe them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/option.h>
#include <json-glib/json-glib.h>

/* How a message about one value finds its way back to the line it stands in.  `what` is the
 * option's name (or NULL: the whole object).  Returns "FILE:LINE:COLUMN: ", free with g_free. */
typedef char *(*JdOptionPlace) (const char *what, gpointer data);

/* What surrounds an object of options. */
typedef struct
{
  const char *base;                /* folder of the pipeline file; NULL: the current one */
  const char *const *data_folders; /* of the plugin, NULL-terminated: for fallbacks; NULL: none */
  JdOptionPlace place;             /* begins every message; NULL: nothing does */
  gpointer place_data;
} JdOptionContext;

/* JD_ERROR_PLUGIN when the table itself is faulty: bad or double name, fallback that does not
 * parse or is out of range, minimum above maximum, no help, field outside the settings. */
gboolean jd_options_check_table (const JdOption *options, gsize settings_size, GError **error);

/* Fills a new settings structure (free with jd_options_free) from the fallbacks and then from
 * `object` (NULL: none).  JD_ERROR_CONFIG names the option, the bad value and what would be right:
 * unknown (with the nearest name), wrong type, out of range (with the range and unit), not one of
 * (with the choices), a file that is not there. */
gpointer jd_options_read (const JdOption *options,
                          gsize settings_size,
                          JsonObject *object,
                          const JdOptionContext *context,
                          GError **error);
void jd_options_free (const JdOption *options, gpointer settings);

/* A JSON Schema (draft 2020-12) object of the table; (transfer full). */
JsonNode *jd_options_schema (const JdOption *options);
