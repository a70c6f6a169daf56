/* supervisor.h - the inside of the engine that works in other processes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A worker has two documents at a time, so that it never waits for the next one.  If it dies, is
 * late or answers nonsense, another takes its place; the document that it was at is tried once
 * more, alone and in a fresh one, before its failure counts; the other one just goes on.
 */
#pragma once

#include "core/batch/engine.h"
#include "core/batch/peer.h"

/* A document on its way. */
typedef struct
{
  guint64 number;
  JdItem *item;
  guint deaths;       /* of workers that were at it */
  JdOutcome *outcome; /* NULL: not yet */
} JdTask;

/* A worker and what it has. */
typedef struct
{
  JdPeer *peer; /* NULL: none */
  gboolean ready;
  gboolean alone; /* its document is one that a worker died of */
  guint served;
  GQueue tasks;    /* of JdTask, which `window` owns; it is at the first */
  guint limit;     /* seconds that it has for that */
  gint64 deadline; /* for what it is at: monotonic, in microseconds; 0: it is at nothing */
} JdSeat;

typedef struct
{
  JdEngine engine;
  JdSupervision supervision;
  GByteArray *setup; /* encoded */
  JdSeat *seats;     /* one a job */
  GQueue window;     /* of JdTask: all not yet taken, in order */
  GQueue waiting;    /* of those: who has no worker yet */
  GQueue suspects;   /* and who a worker died of */
  guint64 next;      /* number of the next document */
  gsize held;        /* bytes of outcomes in `window` */
  guint starts;      /* workers in a row that ended before they were ready */
  gint64 listened;   /* when, last */
} JdSupervisor;

/* --- Seats --- */

/* Starts a worker in an empty seat, which loads the pipeline while others work.  JD_ERROR_OUTPUT.
 */
gboolean jd_seat_start (JdSupervisor *supervisor, JdSeat *seat, GError **error);

/* Gives it that many seconds from now. */
void jd_seat_set_deadline (JdSeat *seat, guint seconds);

/* The next frame of its worker.  JD_PEER_FRAME and JD_PEER_NOTHING as jd_peer_next(); anything
 * else: it is dead, or was late and now is, the seat is empty and `fault` tells why (JD_DEATH).
 * `analyzer`: the guilty one, NULL: none. */
JdPeerState jd_seat_next (
    JdSupervisor *supervisor, JdSeat *seat, JdFrame *frame, const char **analyzer, GError **fault);

/* Ends its worker for what it said; returns why. */
GError *jd_seat_refuse (JdSupervisor *supervisor, JdSeat *seat, const char **analyzer);

/* The same for one that loads: JD_PEER_FRAME when it is ready now. */
JdPeerState jd_seat_await (JdSupervisor *supervisor, JdSeat *seat, GError **fault);

/* Ends its worker, whatever it is at. */
void jd_seat_clear (JdSeat *seat);

/* Reads and writes until something happens, or the next deadline.  Time in which nobody listened
 * counts for nobody. */
void jd_supervisor_listen (JdSupervisor *supervisor);

JdOutcome *
jd_supervisor_conclude (JdEngine *engine, JdSpool *digests, guint n_digests, GError **error);
