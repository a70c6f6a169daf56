/* json-text.h - JSON written straight into a buffer, decimals exact
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * json-glib writes numbers through a double, so 107.37 would come out as 107.37000000000001.
 */
#pragma once

#include <jiandu/decimal.h>

/* With the quotes.  Valid UTF-8 stays as it is; ", \ and control characters are escaped, so the
 * result is always one line. */
void jd_json_append_string (GString *out, const char *text, gssize length);
void jd_json_append_integer (GString *out, gint64 value);
void jd_json_append_decimal (GString *out, JdDecimal value);

/* A comma, unless what comes next is the first in its array or object. */
void jd_json_append_comma (GString *out);

/* `"key":` with a comma before it unless it is the first in its object. */
void jd_json_append_key (GString *out, const char *key);

/* Key and value at once. */
void jd_json_append_string_member (GString *out, const char *key, const char *text);
void jd_json_append_integer_member (GString *out, const char *key, gint64 value);
