/* options.c - settings read with an option table
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/options.h"

#include <glib/gi18n-lib.h>

#include <jiandu/error.h>

#include "core/model/names.h"
#include "core/plugin/option-type.h"

/* What reading one table needs to know. */
typedef struct
{
  const JdOption *options;
  const JdOptionContext *context;
  char *settings;
} Reader;

static gpointer
field_of (const JdOption *option, gpointer settings)
{
  return (char *)settings + option->offset;
}

/* Finding files. */

static char *
absolute_path (const char *base, const char *name)
{
  g_autofree char *here = g_get_current_dir ();

  if (g_path_is_absolute (name))
    return g_strdup (name);
  if (base == NULL || g_str_equal (base, "."))
    return g_build_filename (here, name, NULL);
  if (g_path_is_absolute (base))
    return g_build_filename (base, name, NULL);
  return g_build_filename (here, base, name, NULL);
}

static char *
find_given_file (const Reader *reader, const char *name, GError **error)
{
  g_autofree char *path = absolute_path (reader->context->base, name);

  if (name[0] != '\0' && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);

  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("there is no file \"%s\""), path);
  return NULL;
}

static char *
find_data_file (const Reader *reader, const char *name, GError **error)
{
  static const char *const nowhere[] = { NULL };
  const char *const *given = reader->context->data_folders;
  const char *const *folders = given != NULL ? given : nowhere;
  g_autofree char *looked = NULL;

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = absolute_path (folders[i], name);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  looked = g_strjoinv (", ", (char **)folders);
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
               _ ("the plugin's own file \"%s\" is missing; looked in: %s"), name,
               looked[0] != '\0' ? looked : _ ("no folder"));
  return NULL;
}

/* Puts the path of a file in the place of its name. */
static gboolean
resolve_file (const Reader *reader, gboolean given, char **name, GError **error)
{
  char *path
      = given ? find_given_file (reader, *name, error) : find_data_file (reader, *name, error);

  if (path == NULL)
    return FALSE;

  g_free (*name);
  *name = path;
  return TRUE;
}

static gboolean
resolve_files (const Reader *reader, const JdOption *option, gboolean given, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  gpointer field = field_of (option, reader->settings);
  gboolean good = TRUE;

  if (!kind->file)
    return TRUE;
  if (!kind->list)
    good = resolve_file (reader, given, field, error);
  else
    for (char **name = *(char ***)field; good && *name != NULL; name++)
      good = resolve_file (reader, given, name, error);

  if (!good)
    g_prefix_error (error, _ ("option %s: "), option->name);
  return good;
}

/* Reading settings. */

static gboolean
prefix_place (const Reader *reader, const char *what, GError **error)
{
  const JdOptionContext *context = reader->context;
  g_autofree char *place
      = context->place != NULL ? context->place (what, context->place_data) : NULL;

  if (place != NULL)
    g_prefix_error (error, "%s", place);
  return FALSE;
}

static gboolean
refuse_unknown (const Reader *reader, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;
  const char *nearest;

  for (const JdOption *option = reader->options; option != NULL && option->name != NULL; option++)
    g_ptr_array_add (names, (gpointer)option->name);
  g_ptr_array_add (names, NULL);

  nearest = jd_name_nearest (name, (const char *const *)names->pdata);
  all = g_strjoinv (", ", (char **)names->pdata);
  if (nearest != NULL)
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG,
                 _ ("unknown option \"%s\", did you mean \"%s\"?"), name, nearest);
  else
    g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, _ ("unknown option \"%s\"; there are: %s"), name,
                 all[0] != '\0' ? all : _ ("none"));
  return prefix_place (reader, name, error);
}

static gboolean
check_names (const Reader *reader, JsonObject *object, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (const GList *name = names; name != NULL; name = name->next)
    if (jd_option_find (reader->options, name->data) == NULL)
      return refuse_unknown (reader, name->data, error);

  return TRUE;
}

static gboolean
read_given (const Reader *reader, const JdOption *option, JsonNode *node, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);

  return (kind->read (option, node, field_of (option, reader->settings), error)
          && resolve_files (reader, option, TRUE, error))
         || prefix_place (reader, option->name, error);
}

static gboolean
read_fallback (const Reader *reader, const JdOption *option, GError **error)
{
  const JdOptionKind *kind = jd_option_kind (option->type);
  g_autoptr (GError) fault = NULL;
  g_autoptr (JsonNode) node = jd_option_fallback (option, &fault);

  if (node == NULL && fault == NULL)
    return TRUE;
  if (node != NULL && kind->read (option, node, field_of (option, reader->settings), &fault)
      && resolve_files (reader, option, FALSE, &fault))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return prefix_place (reader, NULL, error);
}

static gboolean
read_options (const Reader *reader, JsonObject *object, GError **error)
{
  if (object != NULL && !check_names (reader, object, error))
    return FALSE;

  for (const JdOption *option = reader->options; option != NULL && option->name != NULL; option++)
    {
      JsonNode *node = object != NULL ? json_object_get_member (object, option->name) : NULL;

      if (node != NULL ? !read_given (reader, option, node, error)
                       : !read_fallback (reader, option, error))
        return FALSE;
    }

  return TRUE;
}

gpointer
jd_options_read (const JdOption *options,
                 gsize settings_size,
                 JsonObject *object,
                 const JdOptionContext *context,
                 GError **error)
{
  static const JdOptionContext bare = { NULL };
  Reader reader
      = { options, context != NULL ? context : &bare, g_malloc0 (MAX (settings_size, 1)) };

  if (read_options (&reader, object, error))
    return reader.settings;

  jd_options_free (options, reader.settings);
  return NULL;
}

void
jd_options_free (const JdOption *options, gpointer settings)
{
  if (settings == NULL)
    return;

  for (const JdOption *option = options; option != NULL && option->name != NULL; option++)
    {
      const JdOptionKind *kind = jd_option_kind (option->type);

      if (kind->clear != NULL)
        kind->clear (field_of (option, settings));
    }
  g_free (settings);
}
