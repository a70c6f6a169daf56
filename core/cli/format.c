/* format.c - the option --format, which two commands have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/cli/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const format_names[] = {
  [JD_FORMAT_NDJSON] = "ndjson",
  [JD_FORMAT_JSON] = "json",
};

gboolean
jd_cli_read_format (const char *name, JdFormat *format, GError **error)
{
  if (name == NULL)
    {
      *format = JD_FORMAT_NDJSON;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (strcmp (format_names[i], name) == 0)
      {
        *format = (JdFormat)i;
        return TRUE;
      }

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("--format: \"%s\" is not ndjson or json"),
               name);
  return FALSE;
}
