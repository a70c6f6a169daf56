/* peer.h - a worker as the supervisor sees it: a process, and frames to and from it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/frame.h"
#include "core/batch/process.h"
#include "core/model/death.h"

typedef struct
{
  JdProcess process;
  GByteArray *in;
  gsize handled; /* bytes of `in` */
  GByteArray *out;
  gsize sent; /* bytes of `out` */
  gboolean gone;
} JdPeer;

/* A process that has been sent its setup.  JD_ERROR_OUTPUT. */
JdPeer *jd_peer_new (const GByteArray *setup, GError **error);

/* Kills it. */
void jd_peer_free (JdPeer *peer);

/* Puts a frame behind those that wait to be sent. */
void
jd_peer_send (JdPeer *peer, JdFrameKind kind, guint64 number, gconstpointer payload, gsize length);

/* Bytes that wait to be sent. */
gsize jd_peer_waiting (const JdPeer *peer);

/* Waits until one of them has sent something or can take something, at most so long (milliseconds;
 * -1: for ever), and reads and writes what there is.  The array may have NULLs. */
void jd_peers_exchange (JdPeer *const *peers, guint n_peers, int timeout);

typedef enum
{
  JD_PEER_FRAME,
  JD_PEER_NOTHING, /* not yet */
  JD_PEER_BROKEN,  /* what came is no frame */
  JD_PEER_GONE,    /* it will say nothing more */
} JdPeerState;

/* The next frame, which stays until the next call. */
JdPeerState jd_peer_next (JdPeer *peer, JdFrame *frame);

/* Which analyzer is or was running, from 1; 0: none. */
guint jd_peer_running (const JdPeer *peer);

/* Ends it, and says what happened: "analyzer "x" crashed (Segmentation fault)".  `analyzer` NULL:
 * none.  JD_DEATH. */
GError *jd_peer_bury (JdPeer *peer, JdDeath death, const char *analyzer, guint seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdPeer, jd_peer_free)
