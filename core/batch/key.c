/* key.c - whether a document is the one that was analyzed before
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/key.h"

#include <string.h>

/* Lengths go in too, so that no two documents run into the same bytes. */
static void
add (GChecksum *sum, const char *bytes, gsize length)
{
  guint64 header = GUINT64_TO_LE ((guint64)length);

  g_checksum_update (sum, (const guchar *)&header, sizeof header);
  g_checksum_update (sum, (const guchar *)bytes, (gssize)length);
}

static void
add_string (GChecksum *sum, const char *text)
{
  add (sum, text, strlen (text));
}

static void
add_facts (GChecksum *sum, GHashTable *facts)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (facts), (GCompareFunc)strcmp);
  guint64 number = GUINT64_TO_LE ((guint64)g_hash_table_size (facts));

  g_checksum_update (sum, (const guchar *)&number, sizeof number);
  for (const GList *name = names; name != NULL; name = name->next)
    {
      add_string (sum, name->data);
      add_string (sum, g_hash_table_lookup (facts, name->data));
    }
}

char *
jd_item_key (const JdItem *item)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_string (sum, item->id);
  add_string (sum, item->source);
  add_facts (sum, item->facts);
  add_string (sum, item->error != NULL ? "error" : "bytes");
  if (item->error != NULL)
    add_string (sum, item->error->message);
  else
    add (sum, item->bytes, item->length);

  return g_strdup (g_checksum_get_string (sum));
}
