/* frame.h - checksummed messages on a socket
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header, little endian: magic "JDFR" and kind (32 bits each), number, length of the payload,
 * checksum of all but the magic (64 bits each; see checksum.h).
 */
#pragma once

#include <glib.h>

#define JD_FRAME_HEADER 32
#define JD_FRAME_LIMIT ((gsize)256 << 20)

typedef enum
{
  JD_FRAME_SETUP,      /* to the worker: the pipeline and the limits */
  JD_FRAME_READY,      /* from it: the pipeline is loaded */
  JD_FRAME_FAULT,      /* from it: the pipeline cannot be loaded; nothing else follows */
  JD_FRAME_DOCUMENT,   /* to it */
  JD_FRAME_OUTCOME,    /* from it, with the document's number */
  JD_FRAME_DIGEST,     /* to it, for the corpus stage */
  JD_FRAME_CONCLUDE,   /* to it: these were all digests */
  JD_FRAME_CONCLUSION, /* from it */
} JdFrameKind;

typedef struct
{
  JdFrameKind kind;
  guint64 number;        /* of the document in this run; 0 where it means nothing */
  const guint8 *payload; /* into the buffer */
  gsize length;
} JdFrame;

void jd_frame_append (
    GByteArray *out, JdFrameKind kind, guint64 number, gconstpointer payload, gsize length);

typedef enum
{
  JD_FRAME_WHOLE,
  JD_FRAME_PARTIAL, /* so far it may become one */
  JD_FRAME_BROKEN,
} JdFrameState;

/* The frame that the buffer begins with; sets `frame` and `used` when it is whole. */
JdFrameState jd_frame_parse (const guint8 *bytes, gsize length, JdFrame *frame, gsize *used);
