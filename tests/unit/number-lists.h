/* number-lists.h - the word lists of the plugin number, for its unit tests
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <string.h>

#include <glib/gstdio.h>

#include "plugins/number/figure.h"
#include "plugins/number/noun.h"
#include "suite.h"

typedef struct
{
  JdUnits *units;
  JdBounds *bounds;
  JdWords *names;
  JdWords *cues;
  JdIndicators *indicators;
} TestLists;

/* A data file of the plugin. */
static inline char *
list_path (const char *name)
{
  const char *top = g_getenv ("abs_top_srcdir");

  return g_build_filename (top != NULL ? top : ".", "plugins", "number", name, NULL);
}

/* A table of one's own, in a temporary file. */
static inline char *
write_table (const char *content)
{
  char *path = NULL;
  int file = g_file_open_tmp ("jiandu-XXXXXX.tsv", &path, NULL);

  ck_assert_int_ge (file, 0);
  g_close (file, NULL);
  ck_assert (g_file_set_contents (path, content, -1, NULL));
  return path;
}

#define LOAD(loader, ...)                                                                          \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (GError) load_error = NULL;                                                        \
      ck_assert_msg (loader (__VA_ARGS__, &load_error), "%s",                                      \
                     load_error != NULL ? load_error->message : "");                               \
    }                                                                                              \
  while (0)

static inline void
load_lists (TestLists *lists)
{
  g_autofree char *units = list_path ("units.tsv"), *classifiers = list_path ("classifiers.tsv");
  g_autofree char *bounds = list_path ("bounds.tsv"), *names = list_path ("names.tsv");
  g_autofree char *cues = list_path ("cues.tsv"), *indicators = list_path ("indicators.tsv");

  *lists = (TestLists){ jd_units_new (), jd_bounds_new (), jd_words_new (jd_name_classes),
                        jd_words_new (jd_cue_classes), jd_indicators_new () };
  LOAD (jd_units_load, lists->units, units);
  LOAD (jd_units_load, lists->units, classifiers);
  LOAD (jd_bounds_load, lists->bounds, bounds);
  LOAD (jd_words_load, lists->names, names);
  LOAD (jd_words_load, lists->cues, cues);
  LOAD (jd_indicators_load, lists->indicators, lists->cues, indicators);
  jd_units_build (lists->units);
  jd_bounds_build (lists->bounds);
  jd_words_build (lists->names);
  jd_words_build (lists->cues);
  jd_indicators_build (lists->indicators);
}

static inline void
free_lists (TestLists *lists)
{
  jd_units_free (lists->units);
  jd_bounds_free (lists->bounds);
  jd_words_free (lists->names);
  jd_words_free (lists->cues);
  jd_indicators_free (lists->indicators);
}
