/* verdicts.c - what became of the scans of plugins, kept in a file from one run to the next
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file is text: a line of what it is for, a line a verdict, and a line with the checksum of all
 * that stands before it.  Tabs part the fields; bytes of strings that are not plain ASCII are
 * escaped as in C.
 */
#include "core/plugin/verdicts.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <jiandu/abi.h>
#include <jiandu/version.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/plugin/safety.h"

#define FORMAT "jiandu plugins 1"
#define MAX_BYTES (1 << 20)
#define CHECKSUM_LENGTH 64
#define NANOSECONDS G_GINT64_CONSTANT (1000000000)

enum
{
  FIELD_SIZE,
  FIELD_DEVICE,
  FIELD_INODE,
  FIELD_MODIFIED,
  FIELD_CHANGED,
  N_NUMBERS,
  FIELD_LANGUAGE = N_NUMBERS, /* of the reason; "" for a good plugin */
  FIELD_PATH,
  FIELD_REASON,
  N_FIELDS,
};

typedef struct
{
  JdFileState state;
  char *language;
  char *reason; /* NULL: good */
} Verdict;

struct JdVerdicts
{
  char *file;        /* NULL: kept nowhere */
  GHashTable *table; /* path -> Verdict */
};

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->language);
  g_free (verdict->reason);
  g_free (verdict);
}

gboolean
jd_file_state_read (const char *path, JdFileState *state)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return FALSE;

  state->size = (guint64)info.st_size;
  state->device = info.st_dev;
  state->inode = info.st_ino;
  state->modified = info.st_mtim.tv_sec * NANOSECONDS + info.st_mtim.tv_nsec;
  state->changed = info.st_ctim.tv_sec * NANOSECONDS + info.st_ctim.tv_nsec;
  return TRUE;
}

char *
jd_verdicts_file (void)
{
  const char *folder = getauxval (AT_SECURE) ? NULL : g_get_user_cache_dir ();

  if (folder == NULL || !g_path_is_absolute (folder))
    return NULL;
  return g_build_filename (folder, "jiandu", "plugins", NULL);
}

static char *
first_line (void)
{
  return g_strdup_printf ("%s\t%s\t%u\n", FORMAT, JD_VERSION, JD_ABI);
}

static gboolean
parse_numbers (char **fields, gint64 *numbers)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    if (!g_ascii_string_to_signed (fields[i], 10, 0, G_MAXINT64, &numbers[i], NULL))
      return FALSE;

  return TRUE;
}

static gboolean
parse_line (JdVerdicts *verdicts, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  gint64 numbers[N_NUMBERS];
  Verdict *verdict;

  if (g_strv_length (fields) != N_FIELDS || !parse_numbers (fields, numbers))
    return FALSE;

  verdict = g_new0 (Verdict, 1);
  verdict->state = (JdFileState){ (guint64)numbers[FIELD_SIZE], (guint64)numbers[FIELD_DEVICE],
                                  (guint64)numbers[FIELD_INODE], numbers[FIELD_MODIFIED],
                                  numbers[FIELD_CHANGED] };
  verdict->language = g_strcompress (fields[FIELD_LANGUAGE]);
  if (*fields[FIELD_REASON] != '\0')
    verdict->reason = g_strcompress (fields[FIELD_REASON]);
  g_hash_table_insert (verdicts->table, g_strcompress (fields[FIELD_PATH]), verdict);
  return TRUE;
}

/* Cuts the last line off; FALSE: it is not the checksum of the others. */
static gboolean
check_sum (char *text, gsize length)
{
  g_autofree char *sum = NULL;
  gsize body;

  if (length < CHECKSUM_LENGTH + 1 || strlen (text) != length)
    return FALSE;

  body = length - CHECKSUM_LENGTH - 1;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, body);
  if (strncmp (text + body, sum, CHECKSUM_LENGTH) != 0 || text[length - 1] != '\n')
    return FALSE;

  text[body] = '\0';
  return TRUE;
}

static gboolean
parse (JdVerdicts *verdicts, char *text, gsize length)
{
  g_autofree char *first = first_line ();
  g_auto (GStrv) lines = NULL;

  if (!check_sum (text, length) || !g_str_has_prefix (text, first))
    return FALSE;

  lines = g_strsplit (text + strlen (first), "\n", -1);
  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    if (!parse_line (verdicts, *line))
      return FALSE;

  return TRUE;
}

JdVerdicts *
jd_verdicts_load (const char *file)
{
  JdVerdicts *verdicts = g_new0 (JdVerdicts, 1);
  g_autofree char *text = NULL;
  JdFileState state;
  gsize length;

  verdicts->file = g_strdup (file);
  verdicts->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, verdict_free);
  if (file == NULL || !jd_file_state_read (file, &state) || state.size > MAX_BYTES
      || !jd_safety_check (file, NULL) || !g_file_get_contents (file, &text, &length, NULL))
    return verdicts;

  if (!parse (verdicts, text, length))
    g_hash_table_remove_all (verdicts->table);
  return verdicts;
}

void
jd_verdicts_free (JdVerdicts *verdicts)
{
  if (verdicts == NULL)
    return;

  g_hash_table_unref (verdicts->table);
  g_free (verdicts->file);
  g_free (verdicts);
}

static gboolean
is_same_state (const JdFileState *one, const JdFileState *other)
{
  return one->size == other->size && one->device == other->device && one->inode == other->inode
         && one->modified == other->modified && one->changed == other->changed;
}

gboolean
jd_verdicts_find (const JdVerdicts *verdicts,
                  const char *path,
                  const JdFileState *state,
                  const char **reason)
{
  const Verdict *verdict = g_hash_table_lookup (verdicts->table, path);

  if (verdict == NULL || !is_same_state (&verdict->state, state))
    return FALSE;
  if (verdict->reason != NULL && strcmp (verdict->language, g_get_language_names ()[0]) != 0)
    return FALSE;

  *reason = verdict->reason;
  return TRUE;
}

void
jd_verdicts_set (JdVerdicts *verdicts,
                 const char *path,
                 const JdFileState *state,
                 const char *reason)
{
  Verdict *verdict = g_new0 (Verdict, 1);

  verdict->state = *state;
  verdict->language = g_strdup (reason != NULL ? g_get_language_names ()[0] : "");
  verdict->reason = g_strdup (reason);
  g_hash_table_insert (verdicts->table, g_strdup (path), verdict);
}

static void
append_line (GString *text, const char *path, const Verdict *verdict)
{
  const JdFileState *state = &verdict->state;
  g_autofree char *language = g_strescape (verdict->language, NULL);
  g_autofree char *where = g_strescape (path, NULL);
  g_autofree char *why = g_strescape (verdict->reason != NULL ? verdict->reason : "", NULL);

  g_string_append_printf (text,
                          "%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT "\t%" G_GUINT64_FORMAT
                          "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\n",
                          state->size, state->device, state->inode, state->modified, state->changed,
                          language, where, why);
}

static GString *
format (const JdVerdicts *verdicts)
{
  g_autofree char *first = first_line ();
  g_autofree char *sum = NULL;
  GString *text = g_string_new (first);
  GHashTableIter iter;
  gpointer path, verdict;

  g_hash_table_iter_init (&iter, verdicts->table);
  while (g_hash_table_iter_next (&iter, &path, &verdict))
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      append_line (text, path, verdict);

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text->str, text->len);
  g_string_append_printf (text, "%s\n", sum);
  return text;
}

static gboolean
write_all (int file, const GString *text)
{
  gboolean written = write (file, text->str, text->len) == (gssize)text->len;

  return close (file) == 0 && written;
}

/* Not synced: a file that a power cut damaged fails its checksum. */
gboolean
jd_verdicts_save (JdVerdicts *verdicts)
{
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GString) text = NULL;
  int file;

  if (verdicts->file == NULL)
    return FALSE;
  folder = g_path_get_dirname (verdicts->file);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !jd_safety_check_place (folder, NULL))
    return FALSE;

  temporary = g_strconcat (verdicts->file, ".XXXXXX", NULL);
  file = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return FALSE;

  text = format (verdicts);
  if (write_all (file, text) && rename (temporary, verdicts->file) == 0)
    return TRUE;

  (void)unlink (temporary);
  return FALSE;
}
