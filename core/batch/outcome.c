/* outcome.c - what became of one document, or of the corpus stage
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/outcome.h"

#include <string.h>

#include "core/batch/wire.h"
#include "core/output/records.h"

JdOutcome *
jd_outcome_new (JdOutcomeStatus status, GString *line, GByteArray *digest, const JdTally *tally)
{
  JdOutcome *outcome = g_new0 (JdOutcome, 1);
  GByteArray *encoded = g_byte_array_new ();

  jd_tally_encode (tally, encoded);
  outcome->status = status;
  outcome->line = g_string_free_to_bytes (line);
  outcome->digest = g_byte_array_free_to_bytes (digest != NULL ? digest : g_byte_array_new ());
  outcome->tally = g_byte_array_free_to_bytes (encoded);

  return outcome;
}

void
jd_outcome_free (JdOutcome *outcome)
{
  if (outcome == NULL)
    return;
  g_bytes_unref (outcome->line);
  g_bytes_unref (outcome->digest);
  g_bytes_unref (outcome->tally);
  g_free (outcome);
}

static void
put (GByteArray *out, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  jd_wire_put_bytes (out, data, length);
}

void
jd_outcome_encode (const JdOutcome *outcome, GByteArray *out)
{
  jd_wire_put_number (out, outcome->status);
  put (out, outcome->line);
  put (out, outcome->digest);
  put (out, outcome->tally);
}

static GBytes *
get (JdWireReader *reader)
{
  gsize length;
  const guint8 *bytes = jd_wire_get_bytes (reader, &length);

  return g_bytes_new (bytes, length);
}

static gboolean
is_one_line (GBytes *line)
{
  gsize length;
  const char *text = g_bytes_get_data (line, &length);

  return length > 1 && memchr (text, '\n', length) == text + length - 1
         && g_utf8_validate_len (text, length, NULL);
}

JdOutcome *
jd_outcome_decode (const guint8 *bytes, gsize length, GError **error)
{
  JdWireReader reader = jd_wire_reader (bytes, length);
  g_autoptr (JdOutcome) outcome = g_new0 (JdOutcome, 1);
  guint64 status = jd_wire_get_number (&reader);

  outcome->line = get (&reader);
  outcome->digest = get (&reader);
  outcome->tally = get (&reader);
  if (jd_wire_is_done (&reader) && status <= JD_OUTCOME_LOST && is_one_line (outcome->line))
    {
      outcome->status = (JdOutcomeStatus)status;
      return g_steal_pointer (&outcome);
    }
  g_set_error (error, JD_ERROR, JD_ERROR_BUG, "outcome: %" G_GSIZE_FORMAT " bytes that are none",
               length);

  return NULL;
}

JdOutcome *
jd_outcome_lost (const char *id, const char *source, const char *analyzer, const GError *error)
{
  g_autoptr (JdTally) tally = jd_tally_new ();
  GString *line = g_string_new (NULL);

  jd_records_append_lost (line, id, source, analyzer, error);
  if (error->domain == JD_ERROR && error->code == JD_ERROR_INPUT)
    jd_tally_add_unread (tally);
  else
    jd_tally_add_lost (tally, analyzer);

  return jd_outcome_new (JD_OUTCOME_LOST, line, NULL, tally);
}
