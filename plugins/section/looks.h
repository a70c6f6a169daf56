/* looks.h - what every line of a report could be, before its place in the whole is known
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "leads.h"
#include "numbering.h"

typedef struct
{
  JdSpan line;
  Numbering numbering;
  JdSpan lead;   /* the sentence that names the topic; empty: none */
  gsize series;  /* bytes of 五年来， or the like that it begins with; 0: none */
  guint next;    /* number of the next chapter in this part; 0: none */
  gboolean last; /* neither a chapter nor a series goes on behind it in this part */
} Look;

/* Look, one a line. */
GArray *looks_new (const LeadContext *with, gsize length);

static inline const Look *
looks_at (const GArray *looks, gsize i)
{
  return &g_array_index (looks, Look, i);
}
