/* engine.c - who does the work: what both kinds share, and the one that is this process
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/engine.h"

#include "core/batch/job.h"
#include "core/plugin/scan.h"

void
jd_engine_free (JdEngine *engine)
{
  if (engine == NULL)
    return;
  jd_ready_clear (&engine->ready);
  engine->kind->free (engine);
}

gboolean
jd_engine_has_room (const JdEngine *engine)
{
  return engine->kind->has_room (engine);
}

void
jd_engine_add (JdEngine *engine, JdItem *item)
{
  engine->kind->add (engine, item);
}

gboolean
jd_engine_take (JdEngine *engine, gboolean more, JdItem **item, JdOutcome **outcome, GError **error)
{
  return engine->kind->take (engine, more, item, outcome, error);
}

JdOutcome *
jd_engine_conclude (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error)
{
  return engine->kind->conclude (engine, digests, n_digests, error);
}

/* --- This process --- */

typedef struct
{
  JdEngine engine;
  JdCatalog *catalog;
  JdPipeline *pipeline;
  JdItem *item; /* not yet taken */
} Local;

static void
local_free (JdEngine *engine)
{
  Local *local = (Local *)engine;

  g_clear_pointer (&local->item, jd_item_free);
  jd_pipeline_free (local->pipeline);
  jd_catalog_free (local->catalog);
  g_free (local);
}

static gboolean
local_has_room (const JdEngine *engine)
{
  return ((const Local *)engine)->item == NULL;
}

static void
local_add (JdEngine *engine, JdItem *item)
{
  ((Local *)engine)->item = item;
}

static gboolean
local_take (JdEngine *engine, gboolean more, JdItem **item, JdOutcome **outcome, GError **error)
{
  Local *local = (Local *)engine;

  (void)more;
  (void)error;
  if (local->item == NULL)
    return FALSE;
  *outcome = jd_job_analyze (local->pipeline, local->item);
  *item = g_steal_pointer (&local->item);

  return TRUE;
}

static JdOutcome *
local_conclude (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error)
{
  Local *local = (Local *)engine;
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *fault = NULL;

  (void)n_digests;
  if (!jd_spool_rewind (digests, error))
    return NULL;
  while (jd_spool_next (digests, bytes, &fault))
    {
      JdDocument *document = jd_digest_decode (bytes->data, bytes->len,
                                               jd_pipeline_digest_form (local->pipeline), &fault);

      if (document == NULL)
        break;
      g_ptr_array_add (documents, document);
    }
  if (fault == NULL)
    return jd_job_conclude (local->pipeline, documents);
  g_propagate_error (error, fault);

  return NULL;
}

static const JdEngineKind local_kind
    = { local_has_room, local_add, local_take, local_conclude, local_free };

JdEngine *
jd_engine_new_local (const JdSetup *setup, GError **error)
{
  Local *local = g_new0 (Local, 1);
  g_autoptr (JdEngine) engine = &local->engine;

  engine->kind = &local_kind;
  local->catalog = jd_catalog_new ((const char *const *)setup->plugin_folders);
  jd_catalog_set_scan (local->catalog, jd_scan_new (FALSE));
  local->pipeline = jd_pipeline_parse (setup->path, setup->pipeline, local->catalog, error);
  if (local->pipeline == NULL)
    return NULL;
  if (!jd_ready_init (&engine->ready, local->pipeline, error))
    return NULL;

  return g_steal_pointer (&engine);
}
