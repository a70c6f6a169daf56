/* fuzz.h - what the fuzz targets are made of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A target is one function that takes any bytes and aborts when what they are taken for breaks a
 * promise.  `make fuzz` links it with libFuzzer, `make check` with replay.c, which feeds it the
 * files of corpus/NAME and of found/NAME.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#include "core/pipeline/step.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length);

/* NAME of the folders. */
extern const char fuzz_name[];

/* Aborts, saying what does not hold. */
#define fuzz_check(condition)                                                                      \
  do                                                                                               \
    if (!(condition))                                                                              \
      g_error ("%s: broken: %s", G_STRLOC, #condition);                                            \
  while (0)

/* Aborts unless FALSE or NULL came with an error, and anything else without one. */
void fuzz_check_error (gboolean succeeded, const GError *error);

/* The bytes as valid UTF-8 without NUL; free with g_free. */
char *fuzz_text (const uint8_t *bytes, size_t length);

/* "FOLDER/NAME" beneath the sources; free with g_free. */
char *fuzz_source_path (const char *name);

/* The built-in analyzers; with `idle`, without the lists that they load, good for reading
 * pipelines only. */
const JdAnalyzerSource *fuzz_analyzers (gboolean idle);
