/* fault_option.c - has an option whose fallback is out of its range
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

typedef struct
{
  gint64 top;
} Settings;

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  JdRecord record;

  (void)state;
  (void)error;
  jd_document_text (document, &length);
  record = jd_output_append (output, "fault", 0, length);
  jd_record_set_integer (record, "length", (gint64)length);
  return TRUE;
}

static const JdOption options[] = {
  { "top", JD_OPTION_INTEGER, offsetof (Settings, top), "500", .minimum = "1", .maximum = "100",
    .help = "How many records are kept." },
  { NULL },
};

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_option", "contradicts itself"),
  .gives = fault_gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .analyze = analyze,
};
