/* document.h - the inside of JdDocument, and how it is filled
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/document.h>

#include "core/model/layer.h"
#include "core/text/text.h"

/* Takes `text` (transfer full).  Gives the document its `markup` layer. */
JdDocument *jd_document_new (const char *id, const char *source, JdText *text);
void jd_document_free (JdDocument *document);

/* A fact that the user gave.  Replaces an earlier one of that name. */
void jd_document_give_fact (JdDocument *document, const char *name, const char *value);

/* Names of the given facts, sorted; NULL-terminated; free the array only. */
const char **jd_document_given_facts (const JdDocument *document);

/* Takes `layer` (transfer full).  At most one of a name. */
void jd_document_add_layer (JdDocument *document, JdLayer *layer);

/* The layers in the order in which they were added. */
guint jd_document_n_layers (const JdDocument *document);
const JdLayer *jd_document_nth_layer (const JdDocument *document, guint index);

/* The layers that the core itself gives every document; a table. */
const JdLayerSpec *jd_document_core_layers (void);

/* SHA-256 of the file's bytes, in hexadecimal. */
const char *jd_document_sha256 (const JdDocument *document);

/* A document without a text, as the corpus stage sees it: facts and layers are added by
 * jd_digest_decode(). */
JdDocument *jd_document_new_digest (const char *id, const char *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdDocument, jd_document_free)
