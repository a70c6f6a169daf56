/* frame.c - checksummed messages on a socket
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/frame.h"

#include <string.h>

#include "core/batch/checksum.h"

#define MAGIC 0x5246444aU /* "JDFR" */

typedef struct
{
  guint32 magic;
  guint32 kind;
  guint64 number;
  guint64 length;
  guint64 checksum;
} Header;

G_STATIC_ASSERT (sizeof (Header) == JD_FRAME_HEADER);

static guint64
checksum (guint32 kind, guint64 number, const guint8 *payload, gsize length)
{
  const guint64 head[] = { GUINT64_TO_LE (kind), GUINT64_TO_LE (number) };

  return jd_checksum (jd_checksum (0, head, sizeof head), payload, length);
}

void
jd_frame_append (
    GByteArray *out, JdFrameKind kind, guint64 number, gconstpointer payload, gsize length)
{
  const Header header = {
    .magic = GUINT32_TO_LE (MAGIC),
    .kind = GUINT32_TO_LE (kind),
    .number = GUINT64_TO_LE (number),
    .length = GUINT64_TO_LE (length),
    .checksum = GUINT64_TO_LE (checksum (kind, number, payload, length)),
  };

  g_byte_array_append (out, (const guint8 *)&header, sizeof header);
  if (length > 0)
    g_byte_array_append (out, payload, (guint)length);
}

static void
read_header (const guint8 *bytes, Header *header)
{
  memcpy (header, bytes, sizeof *header);
  header->magic = GUINT32_FROM_LE (header->magic);
  header->kind = GUINT32_FROM_LE (header->kind);
  header->number = GUINT64_FROM_LE (header->number);
  header->length = GUINT64_FROM_LE (header->length);
  header->checksum = GUINT64_FROM_LE (header->checksum);
}

/* What is no frame is found at its first byte, not when a deadline has passed. */
static gboolean
may_begin (const guint8 *bytes, gsize length)
{
  const guint32 magic = GUINT32_TO_LE (MAGIC);

  return memcmp (bytes, &magic, MIN (length, sizeof magic)) == 0;
}

JdFrameState
jd_frame_parse (const guint8 *bytes, gsize length, JdFrame *frame, gsize *used)
{
  Header header;

  if (length == 0)
    return JD_FRAME_PARTIAL;
  if (!may_begin (bytes, length))
    return JD_FRAME_BROKEN;
  if (length < sizeof header)
    return JD_FRAME_PARTIAL;
  read_header (bytes, &header);
  if (header.kind > JD_FRAME_CONCLUSION || header.length > JD_FRAME_LIMIT)
    return JD_FRAME_BROKEN;
  if (length - sizeof header < header.length)
    return JD_FRAME_PARTIAL;
  bytes += sizeof header;
  if (checksum (header.kind, header.number, bytes, (gsize)header.length) != header.checksum)
    return JD_FRAME_BROKEN;

  *frame = (JdFrame){ (JdFrameKind)header.kind, header.number, bytes, (gsize)header.length };
  *used = sizeof header + (gsize)header.length;

  return JD_FRAME_WHOLE;
}
