/* input.h - from what the user named to the list of what will be read, in order
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

typedef enum
{
  JD_INPUT_FILE,   /* one document */
  JD_INPUT_LINES,  /* an .ndjson file: a document a line */
  JD_INPUT_STREAM, /* the same on standard input */
} JdInputKind;

typedef struct
{
  JdInputKind kind;
  char *path;   /* as the system wants it; NULL: a stream */
  char *source; /* the same for people and records, valid UTF-8; "-" for a stream */
  char *id;     /* of the document; NULL where each line brings its own */
  goffset size; /* in bytes; 0 when unknown */
  guint64 device;
  guint64 inode;
  GError *error; /* JD_ERROR_INPUT: cannot be read; becomes a record like a document's */
} JdInput;

void jd_input_free (JdInput *input);

/* Files stand for themselves, folders for all that is in them, in bytewise order of names, hidden
 * files left out; "-" is standard input.  A folder met again (by device and inode) or a file
 * met again (by its real path; hard links are different documents) is left out, as is what is no
 * regular file inside a folder: each is told in `warnings` (of char *). Returns JdInput objects,
 * one at least for every path that is wrong. */
GPtrArray *jd_inputs_collect (const char *const *paths, GPtrArray *warnings);

/* The id of the document in that file: its name without folder and extension; free with g_free. */
char *jd_input_document_id (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdInput, jd_input_free)
