/* supervisor-conclude.c - the engine that works in other processes: the corpus stage
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/supervisor.h"
#include "core/output/records.h"

/* Bytes on their way to the worker before it has read them. */
#define ON_THE_WAY ((gsize)1 << 20)

/* So many documents may take as long as one. */
#define DOCUMENTS_A_LIMIT 100

#define ATTEMPTS 2

typedef struct
{
  JdSupervisor *supervisor;
  JdSeat *seat;
  JdSpool *digests;
  guint n_digests;
  const char *analyzer; /* the guilty one */
  GError *death;
} Conclusion;

/* TRUE: it lives, and has said nothing. */
static gboolean
is_quiet (Conclusion *conclusion)
{
  JdFrame frame;
  JdPeerState state = jd_seat_next (conclusion->supervisor, conclusion->seat, &frame,
                                    &conclusion->analyzer, &conclusion->death);

  if (state == JD_PEER_FRAME)
    conclusion->death
        = jd_seat_refuse (conclusion->supervisor, conclusion->seat, &conclusion->analyzer);

  return state == JD_PEER_NOTHING;
}

static gboolean
start (Conclusion *conclusion, GError **error)
{
  JdPeerState state = JD_PEER_NOTHING;

  if (!jd_seat_start (conclusion->supervisor, conclusion->seat, error))
    return FALSE;
  while (state == JD_PEER_NOTHING)
    {
      jd_supervisor_listen (conclusion->supervisor);
      state = jd_seat_await (conclusion->supervisor, conclusion->seat, error);
    }

  return state == JD_PEER_FRAME;
}

/* FALSE with an error: the spool cannot be read.  FALSE without: the worker is dead. */
static gboolean
send_digests (Conclusion *conclusion, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  JdPeer *peer = conclusion->seat->peer;
  GError *fault = NULL;

  if (!jd_spool_rewind (conclusion->digests, error))
    return FALSE;
  while (jd_spool_next (conclusion->digests, bytes, &fault))
    {
      jd_peer_send (peer, JD_FRAME_DIGEST, 0, bytes->data, bytes->len);
      while (jd_peer_waiting (peer) > ON_THE_WAY)
        {
          jd_seat_set_deadline (conclusion->seat, conclusion->seat->limit);
          jd_supervisor_listen (conclusion->supervisor);
          if (!is_quiet (conclusion))
            return FALSE;
        }
    }
  if (fault != NULL)
    g_propagate_error (error, fault);

  return fault == NULL;
}

static JdOutcome *
receive (Conclusion *conclusion)
{
  JdFrame frame;
  JdPeerState state = JD_PEER_NOTHING;
  JdOutcome *outcome = NULL;

  jd_peer_send (conclusion->seat->peer, JD_FRAME_CONCLUDE, 0, NULL, 0);
  jd_seat_set_deadline (conclusion->seat, conclusion->seat->limit);
  while (state == JD_PEER_NOTHING)
    {
      jd_supervisor_listen (conclusion->supervisor);
      state = jd_seat_next (conclusion->supervisor, conclusion->seat, &frame, &conclusion->analyzer,
                            &conclusion->death);
    }
  if (state != JD_PEER_FRAME)
    return NULL;
  if (frame.kind == JD_FRAME_CONCLUSION)
    outcome = jd_outcome_decode (frame.payload, frame.length, NULL);
  if (outcome == NULL)
    conclusion->death
        = jd_seat_refuse (conclusion->supervisor, conclusion->seat, &conclusion->analyzer);

  return outcome;
}

static JdOutcome *
attempt (Conclusion *conclusion, GError **error)
{
  JdOutcome *outcome;

  g_clear_error (&conclusion->death);
  if (!start (conclusion, error))
    return NULL;
  conclusion->seat->limit = conclusion->supervisor->supervision.seconds
                            * (1 + conclusion->n_digests / DOCUMENTS_A_LIMIT);
  outcome = send_digests (conclusion, error) ? receive (conclusion) : NULL;
  jd_seat_clear (conclusion->seat);

  return outcome;
}

static JdOutcome *
lose (const Conclusion *conclusion)
{
  g_autoptr (JdTally) tally = jd_tally_new ();
  GString *line = g_string_new (NULL);

  jd_records_append_lost_corpus (line, conclusion->supervisor->engine.ready.provenance,
                                 conclusion->n_digests, conclusion->analyzer, conclusion->death);
  jd_tally_demand_failures (tally, conclusion->analyzer != NULL ? conclusion->analyzer : "core")
      ->number++;

  return jd_outcome_new (JD_OUTCOME_LOST, line, NULL, tally);
}

JdOutcome *
jd_supervisor_conclude (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error)
{
  JdSupervisor *supervisor = (JdSupervisor *)engine;
  Conclusion conclusion = { supervisor, supervisor->seats, digests, n_digests, NULL, NULL };
  JdOutcome *outcome = NULL;
  GError *fault = NULL;

  for (guint i = 0; i < supervisor->supervision.jobs; i++)
    jd_seat_clear (&supervisor->seats[i]);
  for (guint i = 0; i < ATTEMPTS && outcome == NULL && fault == NULL; i++)
    outcome = attempt (&conclusion, &fault);
  if (fault != NULL)
    g_propagate_error (error, fault);
  else if (outcome == NULL)
    outcome = lose (&conclusion);
  g_clear_error (&conclusion.death);

  return outcome;
}
