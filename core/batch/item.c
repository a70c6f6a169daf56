/* item.c - a document on its way in: bytes and facts, not yet looked at
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/item.h"

#include <glib/gi18n-lib.h>

#include "core/batch/wire.h"

JdItem *
jd_item_new (const char *id, const char *source)
{
  JdItem *item = g_new0 (JdItem, 1);

  item->id = g_strdup (id);
  item->source = g_strdup (source);
  item->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return item;
}

void
jd_item_free (JdItem *item)
{
  g_free (item->id);
  g_free (item->source);
  g_free (item->bytes);
  g_hash_table_unref (item->facts);
  g_clear_error (&item->error);
  g_free (item);
}

void
jd_item_set_error (JdItem *item, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_clear_error (&item->error);
  g_set_error (&item->error, JD_ERROR, JD_ERROR_INPUT, "%s: %s", item->source, what);
}

/* NULL with an error for bytes that are no text, or none at all. */
static JdText *
read_text (const JdItem *item, GError **error)
{
  g_autoptr (JdText) text = jd_text_new (item->bytes, item->length, error);
  gsize length;

  if (text == NULL)
    {
      g_prefix_error (error, "%s: ", item->source);
      return NULL;
    }
  jd_text_raw (text, &length);
  if (length == 0)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_INPUT, _ ("%s: empty"), item->source);
      return NULL;
    }

  return g_steal_pointer (&text);
}

JdDocument *
jd_item_read (const JdItem *item, GError **error)
{
  g_autoptr (JdDocument) document = NULL;
  JdText *text;
  GHashTableIter facts;
  gpointer name, value;

  if (item->error != NULL)
    {
      g_propagate_error (error, g_error_copy (item->error));
      return NULL;
    }
  text = read_text (item, error);
  if (text == NULL)
    return NULL;

  document = jd_document_new (item->id, item->source, text);
  g_hash_table_iter_init (&facts, item->facts);
  while (g_hash_table_iter_next (&facts, &name, &value))
    jd_document_give_fact (document, name, value);

  return g_steal_pointer (&document);
}

void
jd_item_encode (const JdItem *item, GByteArray *out)
{
  GHashTableIter facts;
  gpointer name, value;

  jd_wire_put_string (out, item->id);
  jd_wire_put_string (out, item->source);
  jd_wire_put_bytes (out, item->bytes, item->length);
  g_hash_table_iter_init (&facts, item->facts);
  while (g_hash_table_iter_next (&facts, &name, &value))
    {
      jd_wire_put_string (out, name);
      jd_wire_put_string (out, value);
    }
}

static void
get_facts (JdWireReader *reader, JdItem *item)
{
  while (!reader->failed && reader->at < reader->end)
    {
      g_autofree char *name = jd_wire_get_string (reader);
      g_autofree char *value = jd_wire_get_string (reader);

      reader->failed = reader->failed || name == NULL || value == NULL;
      if (!reader->failed)
        g_hash_table_replace (item->facts, g_steal_pointer (&name), g_steal_pointer (&value));
    }
}

JdItem *
jd_item_decode (const guint8 *bytes, gsize length, GError **error)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  g_autofree char *id = jd_wire_get_string (&reader);
  g_autofree char *source = jd_wire_get_string (&reader);
  g_autoptr (JdItem) item = jd_item_new (id, source);
  const guint8 *text = jd_wire_get_bytes (&reader, &item->length);

  get_facts (&reader, item);
  if (id != NULL && source != NULL && jd_wire_is_done (&reader))
    {
      item->bytes = g_memdup2 (text, item->length);
      return g_steal_pointer (&item);
    }
  g_set_error (error, JD_ERROR, JD_ERROR_BUG, "document: not understood");

  return NULL;
}
