/* fuzz-journal.c - whole entries and then any bytes as a journal
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The first byte tells how many entries are whole; each takes a byte for the length of its key, one
 * for that of its payload, and these bytes.  The rest of the input is the file's end as it is.
 */
#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/batch/journal.h"
#include "fuzz.h"

const char fuzz_name[] = "journal";

#define IDENTITY "fuzz"

typedef struct
{
  const uint8_t *at;
  gsize left;
} Input;

static gsize
take_number (Input *input, gsize limit)
{
  if (input->left == 0)
    return 0;
  input->left--;

  return *input->at++ % limit;
}

static const uint8_t *
take_bytes (Input *input, gsize *length)
{
  const uint8_t *bytes = input->at;

  *length = MIN (*length, input->left);
  input->at += *length;
  input->left -= *length;

  return bytes;
}

static JdJournal *
open_journal (const char *path)
{
  const JdJournalSetup setup = { path, IDENTITY, FALSE };
  g_autoptr (GError) error = NULL;
  JdJournal *journal = jd_journal_open (&setup, &error);

  fuzz_check_error (journal != NULL, error);
  fuzz_check (journal != NULL);

  return journal;
}

/* The head of the file, as jiandu itself writes it. */
static guint64
write_head (int file)
{
  const JdEntry entry = {
    JD_ENTRY_IDENTITY, 0, 1, "jiandu journal", strlen ("jiandu journal"), (const guint8 *)IDENTITY,
    strlen (IDENTITY)
  };

  fuzz_check (jd_entry_write (file, 0, &entry, 0));

  return jd_entry_size (&entry);
}

/* Returns where the next entry goes. */
static guint64
write_entry (int file, guint64 offset, Input *input)
{
  JdEntry entry = { .kind = JD_ENTRY_DOCUMENT, .status = 1, .number = offset };

  entry.key_length = take_number (input, 256);
  entry.length = take_number (input, 256);
  entry.key = (const char *)take_bytes (input, &entry.key_length);
  entry.payload = take_bytes (input, &entry.length);
  fuzz_check (jd_entry_write (file, offset, &entry, jd_entry_seed (IDENTITY)));

  return offset + jd_entry_size (&entry);
}

/* What was opened can be gone on with, and then nothing is lost. */
static void
go_on (const char *path)
{
  JdJournal *journal = open_journal (path);
  const JdEntry entry = { JD_ENTRY_DOCUMENT, 2, 3, "key", 3, (const guint8 *)"payload", 7 };
  JdJournalPlace place;
  JdEntry found;
  gsize keys;

  fuzz_check (jd_journal_append (journal, &entry, NULL, NULL));
  keys = jd_journal_length (journal);
  jd_journal_free (journal);

  journal = open_journal (path);
  fuzz_check (jd_journal_dropped (journal) == 0 && jd_journal_length (journal) == keys);
  fuzz_check (jd_journal_find (journal, "key", &place) && place.status == 2);
  fuzz_check (jd_journal_read (journal, place.offset, &found, NULL));
  fuzz_check (found.length == 7 && memcmp (found.payload, "payload", 7) == 0);
  jd_journal_free (journal);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  int file = memfd_create ("journal", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  Input input = { bytes, length };
  guint64 end = write_head (file);

  for (gsize n = take_number (&input, 8); n > 0; n--)
    end = write_entry (file, end, &input);
  fuzz_check (input.left == 0
              || pwrite (file, input.at, input.left, (off_t)end) == (ssize_t)input.left);
  go_on (path);
  close (file);

  return 0;
}
