/* identity.c - whether a pipeline is the one that gave an earlier result
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/identity.h"

#include <jiandu/version.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/pipeline/plan.h"

/* With the zero behind it, so that names do not run into each other. */
static void
add_string (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static gboolean
add_stream (GChecksum *sum, FILE *file)
{
  g_autoptr (GChecksum) content = g_checksum_new (G_CHECKSUM_SHA256);
  guchar bytes[16384];
  gsize length;

  while ((length = fread (bytes, 1, sizeof bytes, file)) > 0)
    g_checksum_update (content, bytes, (gssize)length);
  add_string (sum, g_checksum_get_string (content));

  return !ferror (file);
}

/* NULL, an option that was not given, is a content too. */
static gboolean
add_file (GChecksum *sum, const char *path, GError **error)
{
  FILE *file;
  gboolean done;

  if (path == NULL)
    {
      add_string (sum, "");
      return TRUE;
    }
  file = fopen (path, "rbe");
  done = file != NULL && add_stream (sum, file);
  if (!done)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "%s: %s", name, g_strerror (errno));
    }
  if (file != NULL)
    (void)fclose (file);
  return done;
}

static gboolean
add_option (GChecksum *sum, const JdOption *option, const JdStep *step, GError **error)
{
  gconstpointer field = (const char *)step->settings + option->offset;

  if (option->type == JD_OPTION_FILE)
    return add_file (sum, *(const char *const *)field, error);
  if (option->type == JD_OPTION_FILES)
    for (const char *const *path = *(const char *const *const *)field; *path != NULL; path++)
      if (!add_file (sum, *path, error))
        return FALSE;

  return TRUE;
}

static gboolean
add_step (GChecksum *sum, const JdStep *step, GError **error)
{
  add_string (sum, step->name);
  add_string (sum, step->entry->name);
  if (!add_file (sum, step->entry->path, error))
    return FALSE;

  for (const JdOption *option = step->analyzer->options; option != NULL && option->name != NULL;
       option++)
    {
      add_string (sum, option->name);
      if (!add_option (sum, option, step, error))
        return FALSE;
    }
  return TRUE;
}

char *
jd_pipeline_identity (const JdPipeline *pipeline, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_string (sum, JD_VERSION);
  add_string (sum, jd_pipeline_sha256 (pipeline));
  for (guint i = 0; i < pipeline->steps->len; i++)
    if (!add_step (sum, jd_pipeline_nth (pipeline, i), error))
      return NULL;

  return g_strdup (g_checksum_get_string (sum));
}
