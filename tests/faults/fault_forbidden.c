/* fault_forbidden.c - tries what the text names, and tells whether it succeeded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The target is made by prepare(), so that an act which fails does so for being forbidden.
 */
#include "fault.h"

#include <string.h>

#include "acts.h"

typedef struct
{
  const char *folder;
} Settings;

static gboolean
prepare (gconstpointer settings, gpointer *state, GError **error)
{
  const Settings *chosen = settings;

  (void)error;
  *state = act_target_new (chosen->folder);
  return TRUE;
}

static void
release (gpointer state)
{
  act_target_free (state);
}

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  const char *text = jd_document_text (document, &length);
  const Act *act = act_find (text);
  JdRecord record;

  if (act == NULL)
    {
      g_set_error (error, JD_ERROR, JD_ERROR_ANALYSIS, "\"%s\" is no act", text);
      return FALSE;
    }

  record = jd_output_append (output, "forbidden", 0, length);
  jd_record_set_boolean (record, "succeeded", act->try (state));
  return TRUE;
}

static const JdField fields[] = {
  { "succeeded", JD_FIELD_BOOLEAN, .help = "Whether the machine let it happen." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "forbidden", JD_LAYER_SPANS, .fields = fields, .help = "Acts that were tried." },
  { NULL },
};

static const JdOption options[] = {
  { "folder", JD_OPTION_STRING, offsetof (Settings, folder), ".",
    .help = "Where the files are that the acts are tried on." },
  { NULL },
};

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_forbidden", "tries what an analyzer must not be able to do"),
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .prepare = prepare,
  .release = release,
  .analyze = analyze,
};
