/* place-index.h - lines, columns and code points of a text's bytes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/document.h>

/* Counts are kept for every 512th byte; a look-up counts on from there. */
typedef struct
{
  const char *text;
  gsize length;
  JdPlace *samples;
  gsize n_samples;
} JdPlaceIndex;

/* `text` must outlive the index. */
void jd_place_index_init (JdPlaceIndex *index, const char *text, gsize length);
void jd_place_index_clear (JdPlaceIndex *index);

/* `offset` is at most the length.  A line ends behind LF, CRLF, or a CR of its own. */
void jd_place_index_look_up (const JdPlaceIndex *index, gsize offset, JdPlace *place);
