/* worker.c - the process in which plugins run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/worker.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/batch/frame.h"
#include "core/batch/job.h"
#include "core/batch/setup.h"
#include "core/plugin/scan.h"

#define BLOCK ((gsize)256 << 10)

typedef struct
{
  GByteArray *in; /* not yet handled */
  GByteArray *payload;
  GByteArray *out;
  JdCatalog *catalog;
  JdPipeline *pipeline;
  GPtrArray *digests;    /* of JdDocument */
  GPtrArray *converters; /* kept open */
} Worker;

/* --- The channel --- */

/* Whoever reads this has either closed it or gone: there is nobody left to tell. */
static void
leave (void)
{
  _exit (0);
}

static void
send_frame (Worker *worker, JdFrameKind kind, guint64 number)
{
  const guint8 *at;
  gsize left;

  g_byte_array_set_size (worker->out, 0);
  jd_frame_append (worker->out, kind, number, worker->payload->data, worker->payload->len);
  at = worker->out->data;
  left = worker->out->len;
  while (left > 0)
    {
      ssize_t sent = send (JD_WORKER_SOCKET, at, left, MSG_NOSIGNAL);

      if (sent < 0 && errno != EINTR)
        leave ();
      at += MAX (sent, 0);
      left -= (gsize)MAX (sent, 0);
    }
}

static void
receive_more (Worker *worker)
{
  guint before = worker->in->len;
  ssize_t got;

  g_byte_array_set_size (worker->in, before + BLOCK);
  do
    got = read (JD_WORKER_SOCKET, worker->in->data + before, BLOCK);
  while (got < 0 && errno == EINTR);
  if (got <= 0)
    leave ();
  g_byte_array_set_size (worker->in, before + (guint)got);
}

/* --- What is asked --- */

static void
answer_fault (Worker *worker, const GError *error)
{
  jd_fault_encode (error, worker->payload);
  send_frame (worker, JD_FRAME_FAULT, 0);
}

static gpointer
map_board (void)
{
  gpointer board = mmap (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, JD_WORKER_BOARD, 0);

  return board != MAP_FAILED ? board : NULL;
}

static gboolean
load (Worker *worker, const JdSetup *setup, GError **error)
{
  gpointer board = map_board ();

  worker->catalog = jd_catalog_new ((const char *const *)setup->plugin_folders);
  jd_catalog_set_scan (worker->catalog, jd_scan_new (FALSE));
  worker->pipeline = jd_pipeline_parse (setup->path, setup->pipeline, worker->catalog, error);
  if (worker->pipeline != NULL && board != NULL)
    jd_pipeline_watch (worker->pipeline, board);

  return worker->pipeline != NULL;
}

static gboolean
lock_in (const Worker *worker, const JdSetup *setup, char **missing, GError **error)
{
  JdLimits limits = { .memory = (gsize)jd_pipeline_limits (worker->pipeline)->memory_bytes };

  return jd_sandbox_enter (setup->isolation, &limits, missing, error);
}

static gboolean
prepare (Worker *worker, const JdFrame *frame, JdReady *ready, GError **error)
{
  g_auto (JdSetup) setup = { NULL };

  if (!jd_setup_decode (frame->payload, frame->length, &setup, error)
      || !load (worker, &setup, error))
    return FALSE;

  return jd_ready_init (ready, worker->pipeline, error)
         && lock_in (worker, &setup, &ready->missing, error);
}

static void
set_up (Worker *worker, const JdFrame *frame)
{
  g_autoptr (GError) error = NULL;
  g_auto (JdReady) ready = { NULL };

  if (!prepare (worker, frame, &ready, &error))
    {
      answer_fault (worker, error);
      return;
    }
  jd_ready_encode (&ready, worker->payload);
  send_frame (worker, JD_FRAME_READY, 0);
}

static void
take_document (Worker *worker, const JdFrame *frame)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdItem) item = jd_item_decode (frame->payload, frame->length, &error);
  g_autoptr (JdOutcome) outcome = NULL;

  if (item == NULL)
    {
      answer_fault (worker, error);
      return;
    }
  outcome = jd_job_analyze (worker->pipeline, item);
  jd_outcome_encode (outcome, worker->payload);
  send_frame (worker, JD_FRAME_OUTCOME, frame->number);
}

static void
take_digest (Worker *worker, const JdFrame *frame)
{
  g_autoptr (GError) error = NULL;
  JdDocument *digest = jd_digest_decode (frame->payload, frame->length,
                                         jd_pipeline_digest_form (worker->pipeline), &error);

  if (digest != NULL)
    g_ptr_array_add (worker->digests, digest);
  else
    answer_fault (worker, error);
}

static void
conclude (Worker *worker, const JdFrame *frame)
{
  g_autoptr (JdOutcome) outcome = jd_job_conclude (worker->pipeline, worker->digests);

  jd_outcome_encode (outcome, worker->payload);
  send_frame (worker, JD_FRAME_CONCLUSION, frame->number);
}

static void
handle (Worker *worker, const JdFrame *frame)
{
  static void (*const handlers[]) (Worker *, const JdFrame *) = {
    [JD_FRAME_SETUP] = set_up,
    [JD_FRAME_DOCUMENT] = take_document,
    [JD_FRAME_DIGEST] = take_digest,
    [JD_FRAME_CONCLUDE] = conclude,
  };
  gboolean known = (guint)frame->kind < G_N_ELEMENTS (handlers) && handlers[frame->kind] != NULL;

  g_byte_array_set_size (worker->payload, 0);
  if (!known || (frame->kind != JD_FRAME_SETUP && worker->pipeline == NULL))
    leave ();
  handlers[frame->kind](worker, frame);
}

/* --- The process --- */

/* Who is forked off here dies with this process: its caller cannot know of it. */
static void
follow_parent (void)
{
  (void)prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
is_socket (int descriptor)
{
  struct stat status;

  return fstat (descriptor, &status) == 0 && S_ISSOCK (status.st_mode);
}

gboolean
jd_worker_run (void)
{
  Worker worker = { NULL };

  if (!is_socket (JD_WORKER_SOCKET))
    return FALSE;
  worker.in = g_byte_array_new ();
  worker.payload = g_byte_array_new ();
  worker.out = g_byte_array_new ();
  worker.digests = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);
  (void)pthread_atfork (NULL, NULL, follow_parent);
  worker.converters = jd_sandbox_warm ();
  for (;;)
    {
      JdFrame frame;
      gsize used;

      switch (jd_frame_parse (worker.in->data, worker.in->len, &frame, &used))
        {
        case JD_FRAME_WHOLE:
          handle (&worker, &frame);
          g_byte_array_remove_range (worker.in, 0, (guint)used);
          break;
        case JD_FRAME_PARTIAL:
          receive_more (&worker);
          break;
        case JD_FRAME_BROKEN:
          leave ();
        }
    }
}
