/* wire.c - numbers and bytes on their way between processes and into the journal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/wire.h"

#include <string.h>

#define MAX_SHIFT 63

void
jd_wire_put_number (GByteArray *out, guint64 value)
{
  guint8 bytes[10];
  guint n_bytes = 0;

  for (; value > 0x7f; value >>= 7)
    bytes[n_bytes++] = (guint8)(value | 0x80);
  bytes[n_bytes++] = (guint8)value;
  g_byte_array_append (out, bytes, n_bytes);
}

void
jd_wire_put_integer (GByteArray *out, gint64 value)
{
  jd_wire_put_number (out, ((guint64)value << 1) ^ (value < 0 ? G_MAXUINT64 : 0));
}

void
jd_wire_put_bytes (GByteArray *out, gconstpointer bytes, gsize length)
{
  jd_wire_put_number (out, length);
  if (length > 0)
    g_byte_array_append (out, bytes, (guint)length);
}

void
jd_wire_put_string (GByteArray *out, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  jd_wire_put_number (out, text != NULL ? length + 1 : 0);
  if (length > 0)
    g_byte_array_append (out, (const guint8 *)text, (guint)length);
}

void
jd_wire_put_strings (GByteArray *out, const char *const *texts)
{
  guint n_texts = texts != NULL ? g_strv_length ((char **)texts) : 0;

  jd_wire_put_number (out, texts != NULL ? n_texts + 1 : 0);
  for (guint i = 0; i < n_texts; i++)
    jd_wire_put_string (out, texts[i]);
}

JdWireReader
jd_wire_reader (const guint8 *bytes, gsize length)
{
  return (JdWireReader){ .at = bytes, .end = bytes + length, .failed = FALSE };
}

static gsize
left (const JdWireReader *reader)
{
  return (gsize)(reader->end - reader->at);
}

guint64
jd_wire_get_number (JdWireReader *reader)
{
  guint64 value = 0;

  for (guint shift = 0; !reader->failed && shift <= MAX_SHIFT && left (reader) > 0; shift += 7)
    {
      guint8 byte = *reader->at++;

      if (shift == MAX_SHIFT && byte > 1)
        break;
      value |= (guint64)(byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
  reader->failed = TRUE;

  return 0;
}

gint64
jd_wire_get_integer (JdWireReader *reader)
{
  guint64 value = jd_wire_get_number (reader);

  return (gint64)((value >> 1) ^ (value & 1 ? G_MAXUINT64 : 0));
}

gsize
jd_wire_get_count (JdWireReader *reader)
{
  guint64 count = jd_wire_get_number (reader);

  reader->failed = reader->failed || count > left (reader);

  return reader->failed ? 0 : (gsize)count;
}

const guint8 *
jd_wire_get_bytes (JdWireReader *reader, gsize *length)
{
  const guint8 *bytes;

  *length = jd_wire_get_count (reader);
  if (reader->failed)
    return NULL;
  bytes = reader->at;
  reader->at += *length;

  return bytes;
}

char *
jd_wire_get_string (JdWireReader *reader)
{
  guint64 length = jd_wire_get_number (reader);
  const char *text = (const char *)reader->at;

  if (length == 0)
    return NULL;
  if (length - 1 > left (reader) || !g_utf8_validate_len (text, (gsize)length - 1, NULL))
    {
      reader->failed = TRUE;
      return NULL;
    }
  reader->at += length - 1;

  return g_strndup (text, (gsize)length - 1);
}

char **
jd_wire_get_strings (JdWireReader *reader)
{
  guint64 count = jd_wire_get_number (reader);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (count == 0)
    return NULL;
  for (guint64 i = 1; i < count && !reader->failed; i++)
    {
      g_autofree char *text = jd_wire_get_string (reader);

      if (text != NULL)
        g_strv_builder_add (texts, text);
      else
        reader->failed = TRUE;
    }

  return reader->failed ? NULL : g_strv_builder_end (texts);
}

gboolean
jd_wire_is_done (const JdWireReader *reader)
{
  return !reader->failed && reader->at == reader->end;
}
