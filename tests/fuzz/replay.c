/* replay.c - a fuzz target without a fuzzer: feeds it files, each once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * usage: fuzz-NAME [FILE...]; without a file, those of the corpus and all that was ever found.
 */
#include <stdio.h>

#include "fuzz.h"

static void
feed_file (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree uint8_t *copy = NULL;
  gsize length;

  printf ("%s\n", path);
  fflush (stdout);
  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);
  /* Of its exact size, so that a sanitizer sees the end. */
  copy = g_memdup2 (bytes, length);
  LLVMFuzzerTestOneInput (copy, length);
}

/* Returns how many files there were. */
static guint
feed_folder (const char *kind)
{
  g_autofree char *name = g_build_filename ("tests", "fuzz", kind, fuzz_name, NULL);
  g_autofree char *folder = fuzz_source_path (name);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *file; files != NULL && (file = g_dir_read_name (files)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      feed_file (path);
    }

  return n;
}

int
main (int argc, char **argv)
{
  LLVMFuzzerInitialize (&argc, &argv);
  LLVMFuzzerTestOneInput (NULL, 0);
  for (int i = 1; i < argc; i++)
    feed_file (argv[i]);
  if (argc == 1)
    {
      fuzz_check (feed_folder ("corpus") > 0);
      feed_folder ("found");
    }

  return 0;
}
