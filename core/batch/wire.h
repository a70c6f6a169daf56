/* wire.h - numbers and bytes on their way between processes and into the journal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers are LEB128: seven bits a byte, the lowest first.  Bytes and strings follow their length.
 */
#pragma once

#include <glib.h>

void jd_wire_put_number (GByteArray *out, guint64 value);

/* Small negative numbers stay small: 0, -1, 1, -2 are 0, 1, 2, 3. */
void jd_wire_put_integer (GByteArray *out, gint64 value);
void jd_wire_put_bytes (GByteArray *out, gconstpointer bytes, gsize length);

/* NULL is kept apart from "". */
void jd_wire_put_string (GByteArray *out, const char *text);

/* A list that ends with NULL; NULL is kept apart from an empty one. */
void jd_wire_put_strings (GByteArray *out, const char *const *texts);

/* Reading never leaves the buffer.  After a fault every get gives 0 or NULL and `failed` stays. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean failed;
} JdWireReader;

JdWireReader jd_wire_reader (const guint8 *bytes, gsize length);

guint64 jd_wire_get_number (JdWireReader *reader);
gint64 jd_wire_get_integer (JdWireReader *reader);

/* A number of things that take a byte each at least: no more than there are bytes left. */
gsize jd_wire_get_count (JdWireReader *reader);

/* Into the buffer. */
const guint8 *jd_wire_get_bytes (JdWireReader *reader, gsize *length);

/* Copies, to be freed with g_free and g_strfreev; valid UTF-8. */
char *jd_wire_get_string (JdWireReader *reader);
char **jd_wire_get_strings (JdWireReader *reader);

/* Whether all was read, and nothing was wrong. */
gboolean jd_wire_is_done (const JdWireReader *reader);
