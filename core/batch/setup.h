/* setup.h - what a worker is told first, and what it answers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/sandbox.h"
#include "core/pipeline/pipeline.h"

/* The pipeline goes as bytes: a pipe can be read only once, and a file may change during a run. */
typedef struct
{
  char *path; /* of the pipeline file, for messages and for the files named in it */
  GBytes *pipeline;
  char **plugin_folders; /* NULL: none */
  JdIsolation isolation;
} JdSetup;

void jd_setup_clear (JdSetup *setup);
void jd_setup_encode (const JdSetup *setup, GByteArray *out);

/* JD_ERROR_BUG: these bytes are no setup. */
gboolean jd_setup_decode (const guint8 *bytes, gsize length, JdSetup *setup, GError **error);

/* What is known of a pipeline without its plugins. */
typedef struct
{
  char **steps;     /* their names, in order */
  char *identity;   /* see jd_pipeline_identity() */
  char *provenance; /* see jd_records_append_provenance() */
  gboolean has_corpus_stage;
  JdLimitSet limits;
  char *missing; /* see jd_sandbox_enter() */
} JdReady;

/* To be called while files can be opened.  Errors as of jd_pipeline_identity(). */
gboolean jd_ready_init (JdReady *ready, const JdPipeline *pipeline, GError **error);
void jd_ready_clear (JdReady *ready);
void jd_ready_encode (const JdReady *ready, GByteArray *out);

/* JD_ERROR_BUG: these bytes are no such answer. */
gboolean jd_ready_decode (const guint8 *bytes, gsize length, JdReady *ready, GError **error);

/* Errors of JD_ERROR, there and back. */
void jd_fault_encode (const GError *error, GByteArray *out);
GError *jd_fault_decode (const guint8 *bytes, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JdSetup, jd_setup_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JdReady, jd_ready_clear)
