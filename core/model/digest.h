/* digest.h - what the corpus stage needs of a document, as bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Id, source, facts, document layers, and of other layers only those, and of their fields only
 * those, that the corpus stage declared to need.  Bytes, because they come from other processes and
 * wait on the disk; the way through them is the same where there is only one process.
 */
#pragma once

#include "core/model/document.h"

typedef struct
{
  JdSchema *schema;
  guint8 *wanted; /* by column of the schema */
} JdDigestLayer;

/* What both ends agree on. */
typedef struct
{
  GPtrArray *layers; /* of JdDigestLayer */
  GPtrArray *names;  /* of const char *: the analyzers', kept by the caller */
} JdDigestForm;

JdDigestForm *jd_digest_form_new (void);
void jd_digest_form_free (JdDigestForm *form);

/* The layer of that schema, added without fields when it is new. */
JdDigestLayer *jd_digest_form_demand (JdDigestForm *form, JdSchema *schema);

void jd_digest_encode (const JdDocument *document, const JdDigestForm *form, GByteArray *out);

/* The document without its text.  JD_ERROR_BUG: these bytes are no digest of this form. */
JdDocument *
jd_digest_decode (const guint8 *bytes, gsize length, const JdDigestForm *form, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdDigestForm, jd_digest_form_free)
