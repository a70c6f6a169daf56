/* analyzer.h - what an analyzer plugin is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A plugin is a shared object NAME.so that shows one constant, `jd_analyzer`.  Nothing is
 * registered by code, so an analyzer can be described and checked without running it.
 */
#pragma once

#include <jiandu/abi.h>
#include <jiandu/corpus.h>
#include <jiandu/document.h>
#include <jiandu/error.h>
#include <jiandu/option.h>
#include <jiandu/output.h>

G_BEGIN_DECLS

typedef struct
{
  JdPlugin plugin;

  const JdLayerSpec *needs; /* layers of analyzers before this one; NULL: none */
  const JdLayerSpec *gives;

  const JdOption *options; /* NULL: none */
  gsize settings_size;     /* of the structure that the options fill; 0 without options */

  /* The fact by which documents are grouped for conclude(), unless the pipeline names another;
   * NULL: all documents are one group. */
  const char *group_by;

  /* Every callback returns TRUE, or FALSE with `error` set (FALSE alone becomes an error).
   * Inputs are const; analyze() may run for several documents at the same time.  A callback that a
   * plugin does without is NULL; at least one of analyze() and conclude() is there. */

  /* Makes what all documents share (word lists, say) once.  `settings` stays as it is until
   * release().  Without prepare(), `settings` itself is the state. */
  gboolean (*prepare) (gconstpointer settings, gpointer *state, GError **error);

  /* One document in, records out. */
  gboolean (*analyze) (gconstpointer state,
                       const JdDocument *document,
                       JdOutput *output,
                       GError **error);

  /* One group of documents in, records of JD_LAYER_CORPUS layers out. */
  gboolean (*conclude) (gconstpointer state,
                        const JdCorpus *corpus,
                        JdOutput *output,
                        GError **error);

  /* Frees what prepare() made. */
  void (*release) (gpointer state);
} JdAnalyzer;

/* What an analyzer plugin defines. */
JD_EXPORT extern const JdAnalyzer jd_analyzer;

G_END_DECLS
