/* peer.c - a worker as the supervisor sees it: a process, and frames to and from it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/peer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>

#define BLOCK ((gsize)256 << 10)

/* What is read from one before the others have their turn. */
#define TURN (16 * BLOCK)

/* Buffers are given back when they are larger than most documents need. */
#define LARGE ((gsize)1 << 20)

JdPeer *
jd_peer_new (const GByteArray *setup, GError **error)
{
  JdProcess process = { 0 };
  JdPeer *peer;

  if (!jd_process_start (&process, error))
    return NULL;
  peer = g_new0 (JdPeer, 1);
  peer->process = process;
  peer->in = g_byte_array_new ();
  peer->out = g_byte_array_new ();
  jd_peer_send (peer, JD_FRAME_SETUP, 0, setup->data, setup->len);

  return peer;
}

void
jd_peer_free (JdPeer *peer)
{
  if (peer == NULL)
    return;
  (void)jd_process_end (&peer->process, FALSE);
  g_byte_array_unref (peer->in);
  g_byte_array_unref (peer->out);
  g_free (peer);
}

gsize
jd_peer_waiting (const JdPeer *peer)
{
  return peer->out->len - peer->sent;
}

static void
drop_front (GByteArray **bytes, gsize *used)
{
  if (*used == (*bytes)->len && *used > LARGE)
    {
      g_byte_array_unref (*bytes);
      *bytes = g_byte_array_new ();
    }
  else if (*used > 0)
    g_byte_array_remove_range (*bytes, 0, (guint)*used);
  *used = 0;
}

void
jd_peer_send (JdPeer *peer, JdFrameKind kind, guint64 number, gconstpointer payload, gsize length)
{
  drop_front (&peer->out, &peer->sent);
  jd_frame_append (peer->out, kind, number, payload, length);
}

/* --- Reading and writing --- */

static void
write_some (JdPeer *peer)
{
  while (jd_peer_waiting (peer) > 0)
    {
      ssize_t sent = send (peer->process.socket, peer->out->data + peer->sent,
                           jd_peer_waiting (peer), MSG_NOSIGNAL | MSG_DONTWAIT);

      if (sent >= 0)
        peer->sent += (gsize)sent;
      else if (errno != EINTR)
        return;
    }
}

/* FALSE: nothing more for now. */
static gboolean
read_block (JdPeer *peer)
{
  guint before = peer->in->len;
  ssize_t got;

  g_byte_array_set_size (peer->in, before + BLOCK);
  do
    got = recv (peer->process.socket, peer->in->data + before, BLOCK, MSG_DONTWAIT);
  while (got < 0 && errno == EINTR);
  g_byte_array_set_size (peer->in, before + (guint)MAX (got, 0));
  peer->gone = peer->gone || got == 0 || (got < 0 && errno != EAGAIN);

  return got > 0;
}

static void
read_some (JdPeer *peer, gboolean ended)
{
  gsize limit = ended ? JD_FRAME_LIMIT : TURN;
  gsize before;

  drop_front (&peer->in, &peer->handled);
  before = peer->in->len;
  while (read_block (peer) && peer->in->len - before < limit)
    continue;
  /* Whoever it left behind may hold the socket open. */
  peer->gone = peer->gone || ended;
}

static void
exchange (JdPeer *peer, const struct pollfd *ends)
{
  if (ends[0].revents & POLLOUT)
    write_some (peer);
  if (ends[0].revents & (POLLIN | POLLHUP | POLLERR) || ends[1].revents != 0)
    read_some (peer, ends[1].revents != 0);
}

void
jd_peers_exchange (JdPeer *const *peers, guint n_peers, int timeout)
{
  g_autofree struct pollfd *ends = g_new0 (struct pollfd, 2 * (gsize)n_peers);

  for (gsize i = 0; i < n_peers; i++)
    {
      gboolean there = peers[i] != NULL && !peers[i]->gone;

      ends[2 * i].fd = there ? peers[i]->process.socket : -1;
      ends[2 * i].events
          = (short)(there && jd_peer_waiting (peers[i]) > 0 ? POLLIN | POLLOUT : POLLIN);
      ends[2 * i + 1] = (struct pollfd){ .fd = there ? peers[i]->process.watch : -1, POLLIN, 0 };
    }
  if (poll (ends, 2 * (nfds_t)n_peers, timeout) <= 0)
    return;
  for (gsize i = 0; i < n_peers; i++)
    if (peers[i] != NULL && ends[2 * i].fd >= 0)
      exchange (peers[i], &ends[2 * i]);
}

JdPeerState
jd_peer_next (JdPeer *peer, JdFrame *frame)
{
  gsize used = 0;

  switch (
      jd_frame_parse (peer->in->data + peer->handled, peer->in->len - peer->handled, frame, &used))
    {
    case JD_FRAME_WHOLE:
      peer->handled += used;
      return JD_PEER_FRAME;
    case JD_FRAME_BROKEN:
      return JD_PEER_BROKEN;
    case JD_FRAME_PARTIAL:
      break;
    }

  return peer->gone ? JD_PEER_GONE : JD_PEER_NOTHING;
}

/* --- The end --- */

guint
jd_peer_running (const JdPeer *peer)
{
  return *peer->process.board;
}

static GError *
tell_end (const char *who, int status)
{
  if (status < 0)
    return g_error_new (JD_DEATH, JD_DEATH_PROTOCOL, _ ("%s closed the channel to jiandu"), who);
  if (WIFSIGNALED (status))
    return g_error_new (JD_DEATH, JD_DEATH_CRASH, _ ("%s crashed (%s)"), who,
                        strsignal (WTERMSIG (status)));

  return g_error_new (JD_DEATH, JD_DEATH_CRASH, _ ("%s left with status %d"), who,
                      WEXITSTATUS (status));
}

GError *
jd_peer_bury (JdPeer *peer, JdDeath death, const char *analyzer, guint seconds)
{
  g_autofree char *who = analyzer != NULL ? g_strdup_printf (_ ("analyzer \"%s\""), analyzer)
                                          : g_strdup (_ ("the worker"));
  int status = jd_process_end (&peer->process, death == JD_DEATH_CRASH);

  switch (death)
    {
    case JD_DEATH_TIMEOUT:
      return g_error_new (JD_DEATH, death, _ ("%s did not finish within %u s"), who, seconds);
    case JD_DEATH_PROTOCOL:
      return g_error_new (JD_DEATH, death, _ ("%s answered what makes no sense"), who);
    case JD_DEATH_CRASH:
      break;
    }

  return tell_end (who, status);
}
