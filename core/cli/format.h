/* format.h - the option --format, which two commands have
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/output/writer.h"

#define JD_CLI_FORMAT(variable)                                                                    \
  {                                                                                                \
    "format", 0, 0, G_OPTION_ARG_STRING, (variable),                                               \
        N_ ("ndjson (a line a document; the default) or json (one document)"), N_ ("FORMAT")       \
  }

/* `name` as given; NULL: not given.  JD_ERROR_CONFIG. */
gboolean jd_cli_read_format (const char *name, JdFormat *format, GError **error);
