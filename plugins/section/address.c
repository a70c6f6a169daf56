/* address.c - where the speaker turns to the assembly
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "address.h"

#include <string.h>

/* In lines. */
#define CALL_MAX 3      /* the closing call */
#define FAREWELL_MAX 20 /* from there to the end, with what a web page adds */

gsize
address_skip (const LeadContext *with, JdSpan line)
{
  static const char *const marks[] = { "！", "，", "：", ":", "!", "," };
  gsize at = line.begin + roles_prefix (with->roles, PLACE_SALUTATION, with->text, line);

  for (gsize i = 0; i < G_N_ELEMENTS (marks) && at > line.begin; i++)
    if (lines_has (with->text, at, line.end, marks[i]))
      return lines_skip_blanks (with->text, at + strlen (marks[i]), line.end);

  return line.begin;
}

gboolean
address_at (const LeadContext *with, const GArray *looks, gsize i)
{
  JdSpan line = looks_at (looks, i)->line;

  return address_skip (with, line) > line.begin;
}

static gboolean
calls (const LeadContext *with, const GArray *looks, gsize i)
{
  gsize last = MIN (i + CALL_MAX, looks->len) - 1;
  JdSpan call = { looks_at (looks, i)->line.begin, looks_at (looks, last)->line.end };

  return roles_find (with->roles, PLACE_FAREWELL, 1, ROLE_NONE, with->text, call) == ROLE_CLOSING;
}

gsize
address_farewell (const LeadContext *with, const GArray *looks)
{
  gsize n = looks->len;

  for (gsize i = n; i-- > 1 && looks_at (looks, i)->numbering.kind != NUMBERING_PART;)
    if (address_at (with, looks, i))
      {
        if (calls (with, looks, i)
            || (n - i <= FAREWELL_MAX && looks_at (looks, i)->next == 0
                && roles_find (with->roles, PLACE_ADDRESS, 1, ROLE_NONE, with->text,
                               looks_at (looks, i)->line)
                       == ROLE_NONE))
          return i;
        break;
      }
  for (gsize i = n; i-- > 1 && n - i <= CALL_MAX;)
    if (looks_at (looks, i)->numbering.kind == NUMBERING_NONE && calls (with, looks, i))
      return i;

  return JD_NO_ROW;
}
