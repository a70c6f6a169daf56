/* supervisor.c - the engine that works in other processes: documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/supervisor.h"

#include "core/output/records.h"

/* What a worker has at a time, so that it never waits. */
#define IN_FLIGHT 2

/* After so many documents a worker is renewed, whatever its plugins may have lost by then. */
#define RENEWAL 1000

/* Workers that die of a document before it is given up. */
#define ATTEMPTS 2

/* Workers in a row that may end before they are ready: another could do no better. */
#define STARTS 3

/* What waits for a slow document before it, for each worker and in bytes altogether. */
#define WINDOW 64
#define WINDOW_BYTES ((gsize)16 << 20)

static void
task_free (gpointer data)
{
  JdTask *task = data;

  g_clear_pointer (&task->item, jd_item_free);
  jd_outcome_free (task->outcome);
  g_free (task);
}

/* --- Results --- */

static gsize
size_of (const JdOutcome *outcome)
{
  return g_bytes_get_size (outcome->line) + g_bytes_get_size (outcome->digest);
}

static void
finish (JdSupervisor *supervisor, JdTask *task, JdOutcome *outcome)
{
  task->outcome = outcome;
  supervisor->held += size_of (outcome);
  g_clear_pointer (&task->item->bytes, g_free);
}

/* Its plugins may have written into any of its memory: only what fits is believed. */
static JdOutcome *
read_outcome (const JdTask *task, const JdFrame *frame)
{
  g_autoptr (JdOutcome) outcome = NULL;
  g_autoptr (JdTally) tally = NULL;
  gsize length;
  gconstpointer bytes;

  if (task == NULL || frame->kind != JD_FRAME_OUTCOME || frame->number != task->number)
    return NULL;
  outcome = jd_outcome_decode (frame->payload, frame->length, NULL);
  if (outcome == NULL)
    return NULL;
  bytes = g_bytes_get_data (outcome->line, &length);
  if (!jd_records_is_about (bytes, length, task->item->id, task->item->source))
    return NULL;
  bytes = g_bytes_get_data (outcome->tally, &length);
  tally = jd_tally_decode (bytes, length, NULL);

  return tally != NULL ? g_steal_pointer (&outcome) : NULL;
}

/* The worker of this seat is dead: `fault` tells why. */
static void
mourn (JdSupervisor *supervisor, JdSeat *seat, const char *analyzer, const GError *fault)
{
  JdTask *task = g_queue_pop_head (&seat->tasks);
  JdTask *innocent;

  while ((innocent = g_queue_pop_tail (&seat->tasks)) != NULL)
    g_queue_push_head (&supervisor->waiting, innocent);
  if (task == NULL)
    return;
  task->deaths++;
  if (task->deaths < ATTEMPTS)
    g_queue_push_tail (&supervisor->suspects, task);
  else
    finish (supervisor, task,
            jd_outcome_lost (task->item->id, task->item->source, analyzer, fault));
}

static void
go_on (JdSupervisor *supervisor, JdSeat *seat, JdOutcome *outcome)
{
  finish (supervisor, g_queue_pop_head (&seat->tasks), outcome);
  seat->alone = FALSE;
  seat->served++;
  seat->deadline = 0;
  if (!g_queue_is_empty (&seat->tasks))
    jd_seat_set_deadline (seat, seat->limit);
  else if (seat->served >= RENEWAL)
    jd_seat_clear (seat);
}

/* FALSE: there is nothing more to hear from it now. */
static gboolean
hear (JdSupervisor *supervisor, JdSeat *seat)
{
  JdFrame frame;
  JdOutcome *outcome;
  const char *analyzer = NULL;
  g_autoptr (GError) fault = NULL;
  JdPeerState state = jd_seat_next (supervisor, seat, &frame, &analyzer, &fault);

  if (state == JD_PEER_NOTHING)
    return FALSE;
  if (state == JD_PEER_FRAME)
    {
      outcome = read_outcome (g_queue_peek_head (&seat->tasks), &frame);
      if (outcome != NULL)
        {
          go_on (supervisor, seat, outcome);
          return seat->peer != NULL;
        }
      fault = jd_seat_refuse (supervisor, seat, &analyzer);
    }
  mourn (supervisor, seat, analyzer, fault);

  return FALSE;
}

/* --- Work --- */

static void
give (JdSupervisor *supervisor, JdSeat *seat, JdTask *task)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  jd_item_encode (task->item, bytes);
  jd_peer_send (seat->peer, JD_FRAME_DOCUMENT, task->number, bytes->data, bytes->len);
  g_queue_push_tail (&seat->tasks, task);
  seat->limit = supervisor->supervision.seconds;
  if (g_queue_get_length (&seat->tasks) == 1)
    jd_seat_set_deadline (seat, seat->limit);
}

static gboolean
has_room_for_more (const JdSeat *seat)
{
  guint n_tasks = g_queue_get_length ((GQueue *)&seat->tasks);

  return seat->ready && !seat->alone && n_tasks < IN_FLIGHT && seat->served + n_tasks < RENEWAL;
}

static void
serve (JdSupervisor *supervisor, JdSeat *seat)
{
  gboolean fresh = seat->ready && seat->served == 0 && g_queue_is_empty (&seat->tasks);

  if (fresh && !g_queue_is_empty (&supervisor->suspects))
    {
      give (supervisor, seat, g_queue_pop_head (&supervisor->suspects));
      seat->alone = TRUE;
    }
  while (has_room_for_more (seat) && !g_queue_is_empty (&supervisor->waiting))
    give (supervisor, seat, g_queue_pop_head (&supervisor->waiting));
}

static gboolean
hand_out (JdSupervisor *supervisor, GError **error)
{
  guint n_seats = supervisor->supervision.jobs;

  for (guint i = 0; i < n_seats; i++)
    serve (supervisor, &supervisor->seats[i]);
  for (guint i = 0; i < n_seats; i++)
    {
      gboolean idle
          = g_queue_is_empty (&supervisor->waiting) && g_queue_is_empty (&supervisor->suspects);

      if (supervisor->seats[i].peer == NULL && !idle
          && !jd_seat_start (supervisor, &supervisor->seats[i], error))
        return FALSE;
    }

  return TRUE;
}

/* FALSE: no worker can be had any more. */
static gboolean
welcome (JdSupervisor *supervisor, JdSeat *seat, GError **error)
{
  g_autoptr (GError) fault = NULL;

  switch (jd_seat_await (supervisor, seat, &fault))
    {
    case JD_PEER_NOTHING:
      return TRUE;
    case JD_PEER_FRAME:
      supervisor->starts = 0;
      return TRUE;
    default:
      break;
    }
  if (++supervisor->starts < STARTS)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
work (JdSupervisor *supervisor, GError **error)
{
  if (!hand_out (supervisor, error))
    return FALSE;
  jd_supervisor_listen (supervisor);
  for (guint i = 0; i < supervisor->supervision.jobs; i++)
    {
      JdSeat *seat = &supervisor->seats[i];

      if (seat->peer == NULL)
        continue;
      if (!seat->ready && !welcome (supervisor, seat, error))
        return FALSE;
      while (seat->ready && hear (supervisor, seat))
        continue;
    }

  return TRUE;
}

/* --- The engine --- */

static gboolean
has_room (const JdEngine *engine)
{
  const JdSupervisor *supervisor = (const JdSupervisor *)engine;
  guint jobs = supervisor->supervision.jobs;

  return supervisor->waiting.length < jobs && supervisor->window.length < WINDOW * jobs
         && supervisor->held < WINDOW_BYTES;
}

static void
add (JdEngine *engine, JdItem *item)
{
  JdSupervisor *supervisor = (JdSupervisor *)engine;
  JdTask *task = g_new0 (JdTask, 1);

  task->number = supervisor->next++;
  task->item = item;
  g_queue_push_tail (&supervisor->window, task);
  if (item->error != NULL)
    finish (supervisor, task, jd_outcome_lost (item->id, item->source, NULL, item->error));
  else
    g_queue_push_tail (&supervisor->waiting, task);
}

static gboolean
take (JdEngine *engine, gboolean more, JdItem **item, JdOutcome **outcome, GError **error)
{
  JdSupervisor *supervisor = (JdSupervisor *)engine;
  JdTask *task;

  *item = NULL;
  while ((task = g_queue_peek_head (&supervisor->window)) != NULL && task->outcome == NULL)
    {
      if (!work (supervisor, error))
        return FALSE;
      if (more && has_room (engine))
        return TRUE;
    }
  if (task == NULL)
    return FALSE;
  (void)g_queue_pop_head (&supervisor->window);
  supervisor->held -= size_of (task->outcome);
  *item = g_steal_pointer (&task->item);
  *outcome = g_steal_pointer (&task->outcome);
  g_free (task);

  return TRUE;
}

static void
supervisor_free (JdEngine *engine)
{
  JdSupervisor *supervisor = (JdSupervisor *)engine;

  for (guint i = 0; i < supervisor->supervision.jobs; i++)
    {
      jd_seat_clear (&supervisor->seats[i]);
      g_queue_clear (&supervisor->seats[i].tasks);
    }
  g_queue_clear (&supervisor->waiting);
  g_queue_clear (&supervisor->suspects);
  g_queue_clear_full (&supervisor->window, task_free);
  g_byte_array_unref (supervisor->setup);
  g_free (supervisor->seats);
  g_free (supervisor);
}

static const JdEngineKind supervisor_kind
    = { has_room, add, take, jd_supervisor_conclude, supervisor_free };

JdEngine *
jd_engine_new_supervisor (const JdSetup *setup, const JdSupervision *supervision, GError **error)
{
  JdSupervisor *supervisor = g_new0 (JdSupervisor, 1);
  g_autoptr (JdEngine) engine = &supervisor->engine;
  JdPeerState state = JD_PEER_NOTHING;

  engine->kind = &supervisor_kind;
  supervisor->supervision = *supervision;
  supervisor->setup = g_byte_array_new ();
  supervisor->seats = g_new0 (JdSeat, supervision->jobs);
  supervisor->listened = g_get_monotonic_time ();
  jd_setup_encode (setup, supervisor->setup);
  if (!jd_seat_start (supervisor, &supervisor->seats[0], error))
    return NULL;
  while (state == JD_PEER_NOTHING)
    {
      jd_supervisor_listen (supervisor);
      state = jd_seat_await (supervisor, &supervisor->seats[0], error);
    }

  return state == JD_PEER_FRAME ? g_steal_pointer (&engine) : NULL;
}
