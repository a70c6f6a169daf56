/* paragraph.c - marks every paragraph and its length: the smallest analyzer
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include <jiandu/jiandu.h>

typedef struct
{
  gint64 min_length;
} Settings;

static const JdOption options[] = {
  { "min_length", JD_OPTION_INTEGER, offsetof (Settings, min_length), .fallback = "1",
    .minimum = "1", .unit = "characters", .help = "Leave out shorter lines." },
  { NULL },
};

static const JdField paragraph_fields[] = {
  { "length", JD_FIELD_INTEGER, .unit = "characters", .help = "How long the line is." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "paragraph", JD_LAYER_SPANS, .fields = paragraph_fields, .help = "A line of the text." },
  { NULL },
};

static gboolean
analyze (gconstpointer state,
         const JdDocument *document,
         JdOutput *output,
         G_GNUC_UNUSED GError **error)
{
  const Settings *settings = state;
  gsize length;
  const char *text = jd_document_text (document, &length);

  for (const char *start = text, *stop; start < text + length; start = stop + 1)
    {
      stop = start + strcspn (start, "\n");
      glong n_characters = g_utf8_strlen (start, stop - start);
      if (n_characters >= settings->min_length)
        jd_record_set_integer (jd_output_append (output, "paragraph", start - text, stop - text),
                               "length", n_characters);
    }

  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "paragraph", .version = JD_VERSION,
              .summary = "Marks every paragraph and its length", .licence = "LGPL-2.1-or-later" },
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .analyze = analyze,
};
