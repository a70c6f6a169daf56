/* option-type.h - what each type of option reads, holds and is called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/plugin/options.h"

/* One row for each JdOptionType. */
typedef struct
{
  const char *expected; /* for messages: "an integer" */
  const char *json;     /* JSON Schema's name of the type, of a list's elements */
  const char *fallback; /* what holds when the option names none; NULL: the field is NULL */
  gsize size;           /* of the field in the settings */
  gboolean list;        /* the field is a NULL-terminated list of strings */
  gboolean file;        /* the strings are paths */
  JsonNode *(*parse) (const char *text); /* a value as a table writes it; NULL: it is none */
  gboolean (*read) (const JdOption *option, JsonNode *node, gpointer field, GError **error);
  void (*clear) (gpointer field);
} JdOptionKind;

/* NULL when there is no such type. */
const JdOptionKind *jd_option_kind (JdOptionType type);

/* The row of that name, or NULL; `options` may be NULL. */
const JdOption *jd_option_find (const JdOption *options, const char *name);

/* What holds when nothing is given, as a table writes it; NULL: the field stays NULL. */
const char *jd_option_fallback_text (const JdOption *option);

/* The same as JSON; (transfer full).  NULL without an error when the field stays NULL, NULL with
 * JD_ERROR_PLUGIN when the fallback does not parse. */
JsonNode *jd_option_fallback (const JdOption *option, GError **error);

/* The number that `text`, a minimum or maximum, stands for; FALSE when it is none. */
gboolean jd_option_bound (const JdOption *option, const char *text, JdDecimal *bound);

/* "from 1 to 100 terms", "at least 1"; free with g_free. */
char *jd_option_range (const JdOption *option);

/* The shortest decimal number that reads back as `value`; FALSE when none fits. */
gboolean jd_option_decimal_from_double (double value, JdDecimal *decimal);
