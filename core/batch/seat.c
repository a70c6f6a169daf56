/* seat.c - where a worker sits: its deadlines, its death and who is guilty of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib/gi18n-lib.h>

#include "core/batch/supervisor.h"

/* Seconds to load a pipeline: word lists may be large. */
#define LOAD_SECONDS 60

/* Milliseconds between two looks at the clock, at most. */
#define LOOK 1000

void
jd_seat_set_deadline (JdSeat *seat, guint seconds)
{
  seat->deadline = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
}

gboolean
jd_seat_start (JdSupervisor *supervisor, JdSeat *seat, GError **error)
{
  seat->peer = jd_peer_new (supervisor->setup, error);
  if (seat->peer == NULL)
    return FALSE;
  seat->ready = FALSE;
  seat->alone = FALSE;
  seat->served = 0;
  seat->limit = LOAD_SECONDS;
  jd_seat_set_deadline (seat, LOAD_SECONDS);

  return TRUE;
}

void
jd_seat_clear (JdSeat *seat)
{
  g_clear_pointer (&seat->peer, jd_peer_free);
  seat->ready = FALSE;
  seat->deadline = 0;
}

static const char *
find_analyzer (const JdSupervisor *supervisor, const JdSeat *seat)
{
  char **steps = supervisor->engine.ready.steps;
  guint running = jd_peer_running (seat->peer);

  return steps != NULL && running > 0 && running <= g_strv_length (steps) ? steps[running - 1]
                                                                          : NULL;
}

static GError *
bury (JdSupervisor *supervisor, JdSeat *seat, JdDeath death, const char **analyzer)
{
  GError *fault;

  *analyzer = find_analyzer (supervisor, seat);
  fault = jd_peer_bury (seat->peer, death, *analyzer, seat->limit);
  jd_seat_clear (seat);

  return fault;
}

static gboolean
is_late (const JdSeat *seat)
{
  return seat->deadline != 0 && g_get_monotonic_time () >= seat->deadline;
}

GError *
jd_seat_refuse (JdSupervisor *supervisor, JdSeat *seat, const char **analyzer)
{
  return bury (supervisor, seat, JD_DEATH_PROTOCOL, analyzer);
}

JdPeerState
jd_seat_next (
    JdSupervisor *supervisor, JdSeat *seat, JdFrame *frame, const char **analyzer, GError **fault)
{
  static const JdDeath deaths[] = {
    [JD_PEER_NOTHING] = JD_DEATH_TIMEOUT,
    [JD_PEER_BROKEN] = JD_DEATH_PROTOCOL,
    [JD_PEER_GONE] = JD_DEATH_CRASH,
  };
  JdPeerState state = jd_peer_next (seat->peer, frame);

  if (state == JD_PEER_FRAME || (state == JD_PEER_NOTHING && !is_late (seat)))
    return state;
  *fault = bury (supervisor, seat, deaths[state], analyzer);

  return JD_PEER_GONE;
}

static gboolean
take_ready (JdSupervisor *supervisor, const JdFrame *frame)
{
  g_auto (JdReady) ready = { NULL };

  if (frame->kind != JD_FRAME_READY
      || !jd_ready_decode (frame->payload, frame->length, &ready, NULL))
    return FALSE;
  if (supervisor->engine.ready.steps == NULL)
    {
      supervisor->engine.ready = ready;
      if (supervisor->supervision.seconds == 0)
        supervisor->supervision.seconds = (guint)ready.limits.seconds;
      ready = (JdReady){ NULL };
    }

  return TRUE;
}

/* Before it has answered nobody but the plugins can be to blame. */
static JdPeerState
refuse_plugins (GError *why, GError **fault)
{
  g_set_error (fault, JD_ERROR, JD_ERROR_PLUGIN, _ ("plugins cannot be loaded: %s"), why->message);
  g_error_free (why);

  return JD_PEER_GONE;
}

JdPeerState
jd_seat_await (JdSupervisor *supervisor, JdSeat *seat, GError **fault)
{
  JdFrame frame;
  const char *analyzer;
  GError *why = NULL;
  JdPeerState state = jd_seat_next (supervisor, seat, &frame, &analyzer, &why);

  if (state == JD_PEER_NOTHING)
    return state;
  if (state != JD_PEER_FRAME)
    return refuse_plugins (why, fault);
  if (frame.kind == JD_FRAME_FAULT)
    {
      g_propagate_error (fault, jd_fault_decode (frame.payload, frame.length));
      jd_seat_clear (seat);
      return JD_PEER_GONE;
    }
  if (!take_ready (supervisor, &frame))
    return refuse_plugins (jd_seat_refuse (supervisor, seat, &analyzer), fault);
  seat->ready = TRUE;
  seat->deadline = 0;

  return JD_PEER_FRAME;
}

/* --- Time --- */

static void
forgive_silence (JdSupervisor *supervisor)
{
  gint64 deaf = g_get_monotonic_time () - supervisor->listened;

  for (guint i = 0; i < supervisor->supervision.jobs; i++)
    if (supervisor->seats[i].deadline != 0)
      supervisor->seats[i].deadline += deaf;
}

/* Milliseconds until the first deadline. */
static int
time_left (const JdSupervisor *supervisor)
{
  gint64 now = g_get_monotonic_time (), left = (gint64)LOOK * 1000;

  for (guint i = 0; i < supervisor->supervision.jobs; i++)
    if (supervisor->seats[i].deadline != 0)
      left = MIN (left, supervisor->seats[i].deadline - now);

  return (int)((MAX (left, 0) + 999) / 1000);
}

void
jd_supervisor_listen (JdSupervisor *supervisor)
{
  guint n_seats = supervisor->supervision.jobs;
  g_autofree JdPeer **peers = g_new0 (JdPeer *, n_seats);

  for (guint i = 0; i < n_seats; i++)
    peers[i] = supervisor->seats[i].peer;
  forgive_silence (supervisor);
  jd_peers_exchange (peers, n_seats, time_left (supervisor));
  supervisor->listened = g_get_monotonic_time ();
}
