/* setup.c - what a worker is told first, and what it answers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/setup.h"

#include <string.h>

#include "core/batch/wire.h"
#include "core/output/records.h"
#include "core/pipeline/identity.h"

void
jd_setup_clear (JdSetup *setup)
{
  g_clear_pointer (&setup->path, g_free);
  g_clear_pointer (&setup->pipeline, g_bytes_unref);
  g_clear_pointer (&setup->plugin_folders, g_strfreev);
}

void
jd_setup_encode (const JdSetup *setup, GByteArray *out)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (setup->pipeline, &length);

  jd_wire_put_bytes (out, setup->path, strlen (setup->path));
  jd_wire_put_bytes (out, bytes, length);
  jd_wire_put_number (out, setup->isolation);
  for (char **folder = setup->plugin_folders; folder != NULL && *folder != NULL; folder++)
    jd_wire_put_bytes (out, *folder, strlen (*folder));
}

/* Names of files need not be UTF-8. */
static char *
get_path (JdWireReader *reader)
{
  gsize length;
  const guint8 *bytes = jd_wire_get_bytes (reader, &length);

  return g_strndup ((const char *)bytes, length);
}

static gboolean
check_done (const JdWireReader *reader, const char *what, GError **error)
{
  if (jd_wire_is_done (reader))
    return TRUE;
  g_set_error (error, JD_ERROR, JD_ERROR_BUG, "%s: not understood", what);

  return FALSE;
}

gboolean
jd_setup_decode (const guint8 *bytes, gsize length, JdSetup *setup, GError **error)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_auto (JdSetup) read = { .path = get_path (&reader) };
  guint64 isolation;
  gsize size;
  gconstpointer pipeline = jd_wire_get_bytes (&reader, &size);

  read.pipeline = g_bytes_new (pipeline, size);
  isolation = jd_wire_get_number (&reader);
  reader.failed = reader.failed || isolation > JD_ISOLATION_SANDBOX;
  read.isolation = (JdIsolation)isolation;
  while (!reader.failed && reader.at < reader.end)
    {
      g_autofree char *folder = get_path (&reader);

      g_strv_builder_add (folders, folder);
    }
  if (!check_done (&reader, "setup", error))
    return FALSE;
  read.plugin_folders = g_strv_builder_end (folders);
  *setup = read;
  read = (JdSetup){ NULL };

  return TRUE;
}

gboolean
jd_ready_init (JdReady *ready, const JdPipeline *pipeline, GError **error)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  char *identity = jd_pipeline_identity (pipeline, error);
  GString *provenance;

  if (identity == NULL)
    return FALSE;
  provenance = g_string_new (NULL);
  for (guint i = 0; i < jd_pipeline_n_steps (pipeline); i++)
    g_strv_builder_add (steps, jd_pipeline_step (pipeline, i).name);
  jd_records_append_provenance (provenance, pipeline);
  ready->steps = g_strv_builder_end (steps);
  ready->provenance = g_string_free (provenance, FALSE);
  ready->has_corpus_stage = jd_pipeline_has_corpus_stage (pipeline);
  ready->limits = *jd_pipeline_limits (pipeline);
  ready->identity = identity;

  return TRUE;
}

void
jd_ready_clear (JdReady *ready)
{
  g_clear_pointer (&ready->steps, g_strfreev);
  g_clear_pointer (&ready->identity, g_free);
  g_clear_pointer (&ready->provenance, g_free);
  g_clear_pointer (&ready->missing, g_free);
}

void
jd_ready_encode (const JdReady *ready, GByteArray *out)
{
  jd_wire_put_strings (out, (const char *const *)ready->steps);
  jd_wire_put_string (out, ready->identity);
  jd_wire_put_string (out, ready->provenance);
  jd_wire_put_number (out, ready->has_corpus_stage ? 1 : 0);
  jd_wire_put_integer (out, ready->limits.document_bytes);
  jd_wire_put_integer (out, ready->limits.seconds);
  jd_wire_put_integer (out, ready->limits.memory_bytes);
  jd_wire_put_string (out, ready->missing);
}

gboolean
jd_ready_decode (const guint8 *bytes, gsize length, JdReady *ready, GError **error)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  g_auto (JdReady) read = { .steps = jd_wire_get_strings (&reader) };

  read.identity = jd_wire_get_string (&reader);
  read.provenance = jd_wire_get_string (&reader);
  read.has_corpus_stage = jd_wire_get_number (&reader) != 0;
  read.limits.document_bytes = jd_wire_get_integer (&reader);
  read.limits.seconds = jd_wire_get_integer (&reader);
  read.limits.memory_bytes = jd_wire_get_integer (&reader);
  read.missing = jd_wire_get_string (&reader);
  reader.failed
      = reader.failed || read.steps == NULL || read.identity == NULL || read.provenance == NULL;
  if (!check_done (&reader, "ready", error))
    return FALSE;
  *ready = read;
  read = (JdReady){ NULL };

  return TRUE;
}

void
jd_fault_encode (const GError *error, GByteArray *out)
{
  jd_wire_put_number (out, error->domain == JD_ERROR ? (guint64)error->code : JD_ERROR_BUG);
  jd_wire_put_bytes (out, error->message, strlen (error->message));
}

GError *
jd_fault_decode (const guint8 *bytes, gsize length)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  guint64 code = jd_wire_get_number (&reader);
  g_autofree char *message = get_path (&reader);

  if (!jd_wire_is_done (&reader) || code > JD_ERROR_BUG)
    return g_error_new (JD_ERROR, JD_ERROR_BUG, "fault: not understood");

  return g_error_new_literal (JD_ERROR, (gint)code, message);
}
