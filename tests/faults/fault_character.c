/* fault_character.c - gives a span that ends inside a Chinese character
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length, end = 1;
  const char *text = jd_document_text (document, &length);

  (void)state;
  (void)error;
  while (end < length && ((guchar)text[end] & 0xC0) != 0x80)
    end++;
  jd_output_append (output, "fault", 0, end);
  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_character", "gives a span that ends inside a character"),
  .gives = fault_gives,
  .analyze = analyze,
};
