/* item.h - a document on its way in: bytes and facts, not yet looked at
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

#include "core/model/document.h"

typedef struct
{
  char *id;
  char *source;      /* for jd_document_source() */
  char *bytes;       /* NULL when there is an error */
  gsize length;      /* of `bytes` */
  GHashTable *facts; /* char * -> char * */
  goffset consumed;  /* bytes of input behind this item and all before it */
  GError *error;     /* JD_ERROR_INPUT: why there are no bytes */
} JdItem;

/* Copies both strings. */
JdItem *jd_item_new (const char *id, const char *source);
void jd_item_free (JdItem *item);

/* "SOURCE: what", as JD_ERROR_INPUT. */
void jd_item_set_error (JdItem *item, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Decodes the bytes, of which there must be some, and gives the document its facts.
 * JD_ERROR_INPUT. */
JdDocument *jd_item_read (const JdItem *item, GError **error);

/* All but `consumed` and `error`. */
void jd_item_encode (const JdItem *item, GByteArray *out);

/* JD_ERROR_BUG: these bytes are no item. */
JdItem *jd_item_decode (const guint8 *bytes, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdItem, jd_item_free)
