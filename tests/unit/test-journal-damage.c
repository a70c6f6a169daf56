/* test-journal-damage.c - what is believed of a journal that lost its end
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/journal.h"

#include <sys/stat.h>

#include "tests/unit/journal.h"

enum
{
  DAMAGED_TAILS = 300,
  DOCUMENTS = 40,
};

typedef struct
{
  guint8 *bytes;
  gsize length;
  gsize ends[DOCUMENTS + 1]; /* ends[n]: where n documents are whole */
} Sample;

static void
make_sample (Sample *sample)
{
  JdJournal *journal = must_open ();
  struct stat status;

  for (guint n = 0; n <= DOCUMENTS; n++)
    {
      ck_assert_int_eq (stat (path, &status), 0);
      sample->ends[n] = (gsize)status.st_size;
      if (n < DOCUMENTS)
        must_append (journal, n, n + 1);
    }
  must_close (journal);
  g_file_get_contents (path, (char **)&sample->bytes, &sample->length, NULL);
}

/* How many documents are whole before `offset`. */
static guint
whole_before (const Sample *sample, gsize offset)
{
  guint n = 0;

  while (n < DOCUMENTS && sample->ends[n + 1] <= offset)
    n++;
  return n;
}

typedef guint Damage (GRand *rand, const Sample *sample, GByteArray *bytes);

/* Damage to the beginning itself has cases of its own. */
static gsize
choose_place (GRand *rand, const Sample *sample)
{
  return (gsize)g_rand_int_range (rand, (gint32)sample->ends[0], (gint32)sample->length);
}

static guint
cut (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  gsize at = choose_place (rand, sample);

  g_byte_array_set_size (bytes, (guint)at);
  return whole_before (sample, at);
}

static guint
add_zeros (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  guint whole = cut (rand, sample, bytes);
  static const guint8 zeros[5000];

  g_byte_array_append (bytes, zeros, (guint)g_rand_int_range (rand, 1, sizeof zeros));
  /* Zeros in place of zeros are no damage. */
  while (whole < DOCUMENTS && bytes->len >= sample->ends[whole + 1]
         && memcmp (bytes->data, sample->bytes, sample->ends[whole + 1]) == 0)
    whole++;
  return whole;
}

static guint
add_garbage (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  guint whole = cut (rand, sample, bytes);
  guint8 garbage[300];

  for (guint i = 0; i < sizeof garbage; i++)
    garbage[i] = (guint8)g_rand_int (rand);
  /* Some that looks like the beginning of an entry. */
  if (g_rand_boolean (rand))
    memcpy (garbage, sample->bytes + sample->ends[0], 24);
  g_byte_array_append (bytes, garbage, sizeof garbage);
  return whole;
}

static guint
flip_bits (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  gsize first = sample->length;

  for (gint i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    {
      gsize at = choose_place (rand, sample);

      bytes->data[at] = sample->bytes[at] ^ (guint8)(1U << g_rand_int_range (rand, 0, 8));
      first = MIN (first, at);
    }
  return whole_before (sample, first);
}

/* A page of the file that never reached the disk, with what followed in place. */
static guint
lose_page (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  gsize at = choose_place (rand, sample);
  gsize length = MIN (512, sample->length - at);

  memset (bytes->data + at, 0, length);
  for (gsize i = at; i < at + length; i++)
    if (sample->bytes[i] != 0)
      return whole_before (sample, i);
  return DOCUMENTS;
}

/* Whole entries of a journal of another run. */
static guint
add_foreign (GRand *rand, const Sample *sample, GByteArray *bytes)
{
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  JdJournalSetup setup = { other, "another identity", FALSE };
  g_autofree char *foreign = NULL;
  JdJournal *journal = jd_journal_open (&setup, NULL);
  guint whole = (guint)g_rand_int_range (rand, 0, DOCUMENTS);
  struct stat status;
  gsize length;

  ck_assert_int_eq (stat (other, &status), 0);
  must_append (journal, whole, whole + 3);
  must_close (journal);
  ck_assert_int_eq (g_file_get_contents (other, &foreign, &length, NULL), TRUE);
  g_byte_array_set_size (bytes, (guint)sample->ends[whole]);
  g_byte_array_append (bytes, (guint8 *)foreign + status.st_size,
                       (guint)(length - (gsize)status.st_size));
  g_unlink (other);
  return whole;
}

static Damage *const damages[] = { cut, add_zeros, add_garbage, flip_bits, lose_page, add_foreign };

static void
try_damaged (const Sample *sample, const GByteArray *bytes, guint whole)
{
  JdJournal *journal;

  ck_assert_int_eq (g_file_set_contents (path, (char *)bytes->data, bytes->len, NULL), TRUE);
  journal = must_open ();
  assert_holds (journal, whole);
  ck_assert_uint_eq (jd_journal_dropped (journal), bytes->len - sample->ends[whole]);
  must_append (journal, whole, DOCUMENTS + 1);
  must_close (journal);

  journal = must_open ();
  ck_assert_uint_eq (jd_journal_dropped (journal), 0);
  assert_holds (journal, DOCUMENTS + 1);
  must_close (journal);
}

START_TEST (believes_no_damaged_tail)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  Sample sample;

  set_up ();
  make_sample (&sample);
  for (guint i = 0; i < DAMAGED_TAILS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      guint whole;

      g_byte_array_append (bytes, sample.bytes, (guint)sample.length);
      whole = damages[i % G_N_ELEMENTS (damages)](rand, &sample, bytes);
      try_damaged (&sample, bytes, whole);
    }
  g_free (sample.bytes);
  tear_down ();
}
END_TEST

/* The first moment of a run can be lost like any other. */
START_TEST (begins_again_after_a_lost_beginning)
{
  static const guint8 zeros[4096];
  Sample sample;
  JdJournal *journal;

  set_up ();
  make_sample (&sample);
  for (gsize length = 0; length < sample.ends[0]; length++)
    {
      g_file_set_contents (path, (char *)sample.bytes, (gssize)length, NULL);
      journal = must_open ();
      ck_assert_uint_eq (jd_journal_dropped (journal), length);
      assert_holds (journal, 0);
      must_close (journal);
    }
  g_file_set_contents (path, (const char *)zeros, sizeof zeros, NULL);
  journal = must_open ();
  ck_assert_uint_eq (jd_journal_dropped (journal), sizeof zeros);
  must_close (journal);
  g_free (sample.bytes);
  tear_down ();
}
END_TEST

JD_SUITE ("journal-damage", believes_no_damaged_tail, begins_again_after_a_lost_beginning)
