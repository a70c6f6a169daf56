/* tally.h - what a run has come to, for people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/run.h"

typedef struct
{
  char *name;
  guint number;
} JdCount;

/* The records of one layer.  Where its giver asks for a table (`tabulate`): one line for each
 * combination of the key fields, one number for each value of the last field. */
typedef struct
{
  char *name;
  guint64 records;
  const char *const *fields; /* of the table, NULL-terminated; NULL: no table */
  const char *const *values; /* of the last field, NULL-terminated */
  GTree *lines;              /* char **, the key fields' values -> guint64[], one a value */
} JdLayerTally;

typedef struct
{
  guint documents;     /* all */
  guint unread;        /* could not be read */
  guint failed;        /* were read, but an analyzer failed on them */
  GPtrArray *failures; /* of JdCount: by analyzer, both stages, in the order met */
  GPtrArray *layers;   /* of JdLayerTally, in the order met */
} JdTally;

JdTally *jd_tally_new (void);
void jd_tally_free (JdTally *tally);

void jd_tally_add_unread (JdTally *tally);
void jd_tally_add_document (JdTally *tally, const JdDocument *document, const GPtrArray *failures);
void jd_tally_add_conclusion (JdTally *tally, const JdConclusion *conclusion);

/* Whether anything at all went wrong. */
gboolean jd_tally_has_failures (const JdTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdTally, jd_tally_free)
