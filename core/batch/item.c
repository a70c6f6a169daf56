/* item.c - a document on its way in: bytes and facts, not yet looked at
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/item.h"

#include <glib/gi18n-lib.h>

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
