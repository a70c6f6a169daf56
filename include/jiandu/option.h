/* option.h - a plugin's settings as a table
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One table is the parser, the range check, the help text and the JSON Schema.  The core fills a
 * settings structure from it, so a plugin never sees JSON and never checks a value twice.
 */
#pragma once

#include <stddef.h>

#include <jiandu/decimal.h>

G_BEGIN_DECLS

/* Each type names the field that the core writes at `offset`. */
typedef enum
{
  JD_OPTION_BOOLEAN, /* gboolean; "true" or "false" */
  JD_OPTION_INTEGER, /* gint64 */
  JD_OPTION_DECIMAL, /* JdDecimal */
  JD_OPTION_STRING,  /* const char *; NULL when there is no fallback and nothing was given */
  JD_OPTION_ONE_OF,  /* gint: index into `choices` */
  JD_OPTION_FILE,    /* const char *: absolute path, or NULL */
  JD_OPTION_STRINGS, /* const char *const *: NULL-terminated, never NULL itself */
  JD_OPTION_FILES,   /* const char *const *: absolute paths, NULL-terminated, never NULL itself */
} JdOptionType;

/* One row; a table ends with a row whose name is NULL.
 *
 * `fallback`, `minimum` and `maximum` are written as in a pipeline file, lists with commas.  A file
 * named in a pipeline is looked for beside the pipeline file; a file named in `fallback` is looked
 * for among the plugin's own data: in DIR/NAME/ beside DIR/NAME.so, then in NAME/ under the data
 * folders of the core. */
typedef struct
{
  const char *name; /* [a-z][a-z0-9_]{0,31} */
  JdOptionType type;
  gsize offset;               /* offsetof (Settings, field) */
  const char *fallback;       /* what holds when nothing is given; NULL: see the type */
  const char *minimum;        /* integers and decimals; NULL: no limit */
  const char *maximum;        /* the same */
  const char *const *choices; /* one-of: NULL-terminated */
  const char *unit;           /* "characters", "percentage points"; NULL: none */
  const char *help;           /* one sentence */
} JdOption;

G_END_DECLS
