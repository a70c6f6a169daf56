/* outcome.h - what became of one document, or of the corpus stage
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/tally.h"

typedef enum
{
  JD_OUTCOME_OK,
  JD_OUTCOME_FAILED, /* an analyzer failed; the record tells which */
  JD_OUTCOME_LOST,   /* not read, or its worker died twice: the record has the error only */
} JdOutcomeStatus;

typedef struct
{
  JdOutcomeStatus status;
  GBytes *line;   /* the record, one line with its "\n" */
  GBytes *digest; /* as jd_digest_encode() has it; empty: nothing for the corpus stage */
  GBytes *tally;  /* as jd_tally_encode() has it: of this document alone */
} JdOutcome;

/* Takes `line` and `digest`; NULL: an empty digest. */
JdOutcome *
jd_outcome_new (JdOutcomeStatus status, GString *line, GByteArray *digest, const JdTally *tally);
void jd_outcome_free (JdOutcome *outcome);

void jd_outcome_encode (const JdOutcome *outcome, GByteArray *out);

/* JD_ERROR_BUG: these bytes are no outcome, its record is not one line of UTF-8. */
JdOutcome *jd_outcome_decode (const guint8 *bytes, gsize length, GError **error);

/* A document of which nothing is known but what went wrong with it.  `analyzer` is the guilty one,
 * NULL: the core. */
JdOutcome *
jd_outcome_lost (const char *id, const char *source, const char *analyzer, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdOutcome, jd_outcome_free)
