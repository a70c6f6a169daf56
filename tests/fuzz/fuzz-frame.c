/* fuzz-frame.c - any bytes as messages on a socket, and as what one carries
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/batch/frame.h"
#include "fuzz.h"

const char fuzz_name[] = "frame";

/* What is taken for a frame is one: written again, it is the same. */
static void
check_stream (const uint8_t *bytes, gsize length)
{
  g_autoptr (GByteArray) again = g_byte_array_new ();
  JdFrame frame;
  gsize at = 0, used = 0;

  while (jd_frame_parse (bytes + at, length - at, &frame, &used) == JD_FRAME_WHOLE)
    {
      fuzz_check (used == JD_FRAME_HEADER + frame.length && used <= length - at);
      fuzz_check (frame.length == 0 || frame.payload == bytes + at + JD_FRAME_HEADER);
      jd_frame_append (again, frame.kind, frame.number, frame.payload, frame.length);
      at += used;
      fuzz_check (again->len == at && memcmp (again->data, bytes, at) == 0);
    }
}

/* A frame with this payload arrives; no part of it, and none with a bit turned, is taken for it. */
static void
check_payload (const uint8_t *bytes, gsize length)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  JdFrame frame = { 0 };
  gsize used = 0, bit;

  jd_frame_append (out, JD_FRAME_OUTCOME, length * 7, bytes, length);
  fuzz_check (jd_frame_parse (out->data, out->len, &frame, &used) == JD_FRAME_WHOLE);
  fuzz_check (used == out->len && frame.kind == JD_FRAME_OUTCOME && frame.number == length * 7);
  fuzz_check (frame.length == length);
  fuzz_check (length == 0 || memcmp (frame.payload, bytes, length) == 0);
  fuzz_check (jd_frame_parse (out->data, out->len - 1, &frame, &used) == JD_FRAME_PARTIAL);

  bit = length > 0 ? (bytes[0] + 256 * bytes[length - 1]) % (out->len * 8) : 0;
  out->data[bit / 8] ^= (guint8)(1 << bit % 8);
  fuzz_check (jd_frame_parse (out->data, out->len, &frame, &used) != JD_FRAME_WHOLE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  check_stream (bytes, length);
  check_payload (bytes, length);

  return 0;
}
