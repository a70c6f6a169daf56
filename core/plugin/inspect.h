/* inspect.h - is a descriptor one that the core can rely on?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/analyzer.h>

/* What must hold before anything behind the head is read.  `symbol_size`: bytes that the symbol
 * has in its file, 0 when it is no data.  JD_ERROR_PLUGIN. */
gboolean jd_inspect_head (const JdPlugin *head, gsize symbol_size, GError **error);

/* Everything else: names, texts, layers, fields, options, callbacks.  `name` is the file's.
 * JD_ERROR_PLUGIN. */
gboolean jd_inspect_analyzer (const JdAnalyzer *analyzer, const char *name, GError **error);
