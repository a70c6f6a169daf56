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
  char **fields; /* of the table, NULL-terminated; NULL: no table */
  char **values; /* of the last field, NULL-terminated */
  GTree *lines;  /* char **, the key fields' values -> guint64[], one a value */
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

/* A document whose worker died; `analyzer` NULL: the core's fault. */
void jd_tally_add_lost (JdTally *tally, const char *analyzer);

/* As if all that `other` counted had been counted here.  The lines of a table that has another form
 * here are left out. */
void jd_tally_merge (JdTally *tally, const JdTally *other);

void jd_tally_encode (const JdTally *tally, GByteArray *out);

/* JD_ERROR_BUG: these bytes are no tally. */
JdTally *jd_tally_decode (const guint8 *bytes, gsize length, GError **error);

/* For who fills a tally: the entries of that name, made where there are none; `fields` and `values`
 * as in JdLayerTally, copied. */
JdCount *jd_tally_demand_failures (JdTally *tally, const char *analyzer);
JdLayerTally *jd_tally_demand_layer (JdTally *tally,
                                     const char *name,
                                     const char *const *fields,
                                     const char *const *values);

/* The numbers of the line with that key (char **, transfer full), made where there is none. */
guint64 *jd_tally_demand_line (JdLayerTally *layer, char **key);

/* Whether anything at all went wrong. */
gboolean jd_tally_has_failures (const JdTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdTally, jd_tally_free)
