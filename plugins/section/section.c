/* section.c - gives the layer `section`: what a report is made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include <jiandu/jiandu.h>

#include "outline.h"

typedef struct
{
  const char *roles;
} Settings;

static const JdOption options[] = {
  { "roles", JD_OPTION_FILE, offsetof (Settings, roles), .fallback = "roles.tsv",
    .help = "Rules that tell sections and their roles by words." },
  { NULL },
};

static const JdField markup_fields[] = {
  { "kind", JD_FIELD_ONE_OF },
  { NULL },
};

static const JdLayerSpec needs[] = {
  { "markup", JD_LAYER_SPANS, .optional = TRUE, .fields = markup_fields },
  { NULL },
};

static const JdField section_fields[] = {
  { "level", JD_FIELD_INTEGER,
    .help = "0 the title block, 1 a part, 2 a chapter, 3 a lead sentence, 4 an item." },
  { "number", JD_FIELD_STRING, .help = "As written: 一, （一）, 一是." },
  { "title", JD_FIELD_STRING, .help = "The heading's words, without number and stop." },
  { "parent", JD_FIELD_REFERENCE, .target = "section", .help = "The section around it." },
  { "role", JD_FIELD_ONE_OF, .values = role_names, .help = "What the section is for." },
  { NULL },
};

static const JdLayerSpec gives[] = {
  { "section", JD_LAYER_SPANS, .fields = section_fields,
    .help = "Sections of a report, from the heading to where the next one begins." },
  { NULL },
};

static gboolean
prepare (gconstpointer data, gpointer *state, GError **error)
{
  const Settings *settings = data;

  *state = roles_load (settings->roles, error);

  return *state != NULL;
}

static void
release (gpointer state)
{
  roles_free (state);
}

/* JdSpan: what was printed in bold. */
static GArray *
find_bold (const JdDocument *document)
{
  GArray *bold = g_array_new (FALSE, FALSE, sizeof (JdSpan));
  const JdLayer *markup = jd_document_layer (document, "markup");
  int kind;

  if (markup == NULL)
    return bold;
  kind = jd_layer_column (markup, "kind");
  for (gsize row = 0; row < jd_layer_length (markup); row++)
    if (g_strcmp0 (jd_layer_string (markup, row, kind), "bold") == 0)
      {
        JdSpan span = jd_layer_span (markup, row);

        g_array_append_val (bold, span);
      }

  return bold;
}

/* Markup before a line is no indentation. */
static gboolean
is_indented (gconstpointer data, gsize offset)
{
  const JdDocument *document = data;
  const JdLayer *markup = jd_document_layer (document, "markup");
  JdSpan first = { offset, offset + 1 };
  JdPlace place;

  jd_document_place (document, offset, &place);

  return place.column > 1
         && (markup == NULL || jd_layer_next_covering (markup, first, 0) == JD_NO_ROW);
}

/* A title block spaces its characters out (政 府 工 作 报 告). */
static void
set_front_title (JdRecord record, const char *title, gsize length)
{
  g_autoptr (GString) plain = g_string_new_len (title, (gssize)length);

  g_string_replace (plain, " ", "", 0);
  g_string_replace (plain, "　", "", 0);
  jd_record_set_string (record, "title", plain->str, (gssize)plain->len);
}

static void
give (JdOutput *output, const char *text, const Section *section)
{
  JdRecord record = jd_output_append (output, "section", section->begin, section->end);
  gsize n_number = section->number.end - section->number.begin;
  gsize n_title = section->title.end - section->title.begin;

  jd_record_set_integer (record, "level", section->level);
  if (section->role != ROLE_NONE)
    jd_record_set_string (record, "role", role_names[section->role], -1);
  if (section->parent != JD_NO_ROW)
    jd_record_set_reference (record, "parent", section->parent);
  if (n_number > 0)
    jd_record_set_string (record, "number", text + section->number.begin, (gssize)n_number);
  if (n_title > 0 && section->level == LEVEL_FRONT)
    set_front_title (record, text + section->title.begin, n_title);
  else if (n_title > 0)
    jd_record_set_string (record, "title", text + section->title.begin, (gssize)n_title);
}

static gboolean
analyze (gconstpointer state,
         const JdDocument *document,
         JdOutput *output,
         G_GNUC_UNUSED GError **error)
{
  gsize length;
  const char *text = jd_document_text (document, &length);
  g_autoptr (GArray) bold = find_bold (document);
  LeadContext with = { text,      state,       (const JdSpan *)(gconstpointer)bold->data,
                       bold->len, is_indented, document };
  g_autoptr (GArray) sections = outline_new (&with, length);

  for (gsize i = 0; i < sections->len; i++)
    give (output, text, &g_array_index (sections, Section, i));

  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = { JD_PLUGIN_HEAD (JdAnalyzer), .name = "section", .version = JD_VERSION,
              .summary = "Finds the sections of a report, their titles, ends and roles",
              .licence = "LGPL-2.1-or-later" },
  .needs = needs,
  .gives = gives,
  .options = options,
  .settings_size = sizeof (Settings),
  .prepare = prepare,
  .analyze = analyze,
  .release = release,
};
