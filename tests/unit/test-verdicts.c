/* test-verdicts.c - verdicts are kept as long as they hold, and damage costs nothing but a scan
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/verdicts.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

static const char why[] = "一个\t原因\\n\n";

/* A folder with a plugin `a.so` in it, and a place for verdicts that is not there yet. */
typedef struct
{
  char *folder;
  char *plugin;
  char *file;
  JdFileState state;
} Place;

static void
place_make (Place *place)
{
  place->folder = g_dir_make_tmp ("jiandu-verdicts-XXXXXX", NULL);
  ck_assert_ptr_nonnull (place->folder);
  place->plugin = g_build_filename (place->folder, "a\t.so", NULL);
  place->file = g_build_filename (place->folder, "deep", "plugins", NULL);
  ck_assert (g_file_set_contents (place->plugin, "one", -1, NULL));
  ck_assert (jd_file_state_read (place->plugin, &place->state));
}

static void
place_clear (Place *place)
{
  g_autofree char *deep = g_path_get_dirname (place->file);

  g_remove (place->file);
  g_remove (place->plugin);
  g_rmdir (deep);
  g_rmdir (place->folder);
  g_free (place->file);
  g_free (place->plugin);
  g_free (place->folder);
}

static gboolean
keep (const Place *place, const char *reason)
{
  g_autoptr (JdVerdicts) verdicts = jd_verdicts_load (place->file);

  jd_verdicts_set (verdicts, place->plugin, &place->state, reason);
  return jd_verdicts_save (verdicts);
}

/* Whether the file holds a verdict about the plugin, with that reason. */
static gboolean
holds (const Place *place, const char *reason)
{
  g_autoptr (JdVerdicts) verdicts = jd_verdicts_load (place->file);
  const char *kept = "nothing";

  return jd_verdicts_find (verdicts, place->plugin, &place->state, &kept)
         && g_strcmp0 (kept, reason) == 0;
}

START_TEST (keeps_what_was_found)
{
  Place place;
  struct stat info;

  place_make (&place);
  ck_assert (!holds (&place, NULL));
  ck_assert (keep (&place, NULL));
  ck_assert (holds (&place, NULL));
  ck_assert (keep (&place, why));
  ck_assert (holds (&place, why));
  ck_assert_int_eq (stat (place.file, &info), 0);
  ck_assert_int_eq (info.st_mode & 07777, 0600);
  place_clear (&place);
}
END_TEST

START_TEST (holds_for_the_same_file_only)
{
  Place place;

  place_make (&place);
  ck_assert (keep (&place, NULL));
  for (guint i = 0; i < 5; i++)
    {
      Place other = place;

      other.state.size += i == 0;
      other.state.device += i == 1;
      other.state.inode += i == 2;
      other.state.modified += i == 3;
      other.state.changed += i == 4;
      ck_assert (!holds (&other, NULL));
    }
  ck_assert (holds (&place, NULL));
  place_clear (&place);
}
END_TEST

START_TEST (sees_that_a_file_was_written)
{
  Place place;
  JdFileState now;

  place_make (&place);
  ck_assert (g_file_set_contents (place.plugin, "two", -1, NULL));
  ck_assert (jd_file_state_read (place.plugin, &now));
  ck_assert (memcmp (&now, &place.state, sizeof now) != 0);
  place_clear (&place);
}
END_TEST

START_TEST (believes_no_damaged_file)
{
  g_autofree char *bytes = NULL;
  Place place;
  gsize length;

  place_make (&place);
  ck_assert (keep (&place, why));
  ck_assert (g_file_get_contents (place.file, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      bytes[i] ^= 1;
      ck_assert (g_file_set_contents (place.file, bytes, (gssize)length, NULL));
      ck_assert_msg (!holds (&place, why), "byte %zu flipped", i);
      bytes[i] ^= 1;
      ck_assert (g_file_set_contents (place.file, bytes, (gssize)i, NULL));
      ck_assert_msg (!holds (&place, why), "cut at %zu", i);
    }
  ck_assert (keep (&place, NULL));
  ck_assert (holds (&place, NULL));
  place_clear (&place);
}
END_TEST

/* With a right checksum, so that only what it says is wrong. */
static void
write_lines (const Place *place, const char *lines)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines, -1);
  g_autofree char *text = g_strconcat (lines, sum, "\n", NULL);

  ck_assert (g_file_set_contents (place->file, text, -1, NULL));
}

START_TEST (believes_no_other_version)
{
  static const struct
  {
    const char *from, *to;
  } changes[] = { { "plugins 1", "plugins 2" },
                  { "\t1\n", "\t2\n" },
                  { "\t0.", "\t9." },
                  { "\t\t", "\t" },
                  { "\n1\t", "\nx\t" } };
  g_autofree char *text = NULL;
  Place place;

  place_make (&place);
  place.state.size = 1;
  ck_assert (keep (&place, NULL));
  ck_assert (g_file_get_contents (place.file, &text, NULL, NULL));
  text[strlen (text) - 65] = '\0';
  write_lines (&place, text);
  ck_assert (holds (&place, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, changes[i].from, 2);
      g_autofree char *changed = g_strjoinv (changes[i].to, parts);

      ck_assert_str_ne (changed, text);
      write_lines (&place, changed);
      ck_assert_msg (!holds (&place, NULL), "%s", changed);
    }
  place_clear (&place);
}
END_TEST

START_TEST (believes_nothing_that_others_can_write)
{
  Place place;

  place_make (&place);
  ck_assert (keep (&place, NULL));
  ck_assert_int_eq (g_chmod (place.file, 0666), 0);
  ck_assert (!holds (&place, NULL));
  ck_assert_int_eq (g_chmod (place.file, 0600), 0);
  ck_assert_int_eq (g_chmod (place.folder, 0777), 0);
  ck_assert (!holds (&place, NULL));
  ck_assert (!keep (&place, NULL));
  ck_assert_int_eq (g_chmod (place.folder, 0700), 0);
  ck_assert (holds (&place, NULL));
  place_clear (&place);
}
END_TEST

START_TEST (a_reason_counts_in_its_language_only)
{
  Place place;

  place_make (&place);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  ck_assert (keep (&place, why));
  ck_assert (holds (&place, why));
  g_setenv ("LANGUAGE", "fr\tx", TRUE);
  ck_assert (!holds (&place, why));
  ck_assert (keep (&place, why));
  ck_assert (holds (&place, why));
  ck_assert (keep (&place, NULL));
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  ck_assert (holds (&place, NULL));
  place_clear (&place);
}
END_TEST

START_TEST (forgets_plugins_that_are_gone)
{
  Place place;

  place_make (&place);
  ck_assert (keep (&place, NULL));
  g_remove (place.plugin);
  ck_assert (holds (&place, NULL));
  ck_assert (keep (&place, NULL));
  ck_assert (!holds (&place, NULL));
  place_clear (&place);
}
END_TEST

START_TEST (does_without_a_place)
{
  g_autoptr (JdVerdicts) verdicts = jd_verdicts_load (NULL);
  g_autoptr (JdVerdicts) nowhere = jd_verdicts_load ("/dev/null/jiandu/plugins");

  ck_assert (!jd_verdicts_save (verdicts));
  ck_assert (!jd_verdicts_save (nowhere));
}
END_TEST

JD_SUITE ("verdicts",
          keeps_what_was_found,
          holds_for_the_same_file_only,
          sees_that_a_file_was_written,
          believes_no_damaged_file,
          believes_no_other_version,
          believes_nothing_that_others_can_write,
          a_reason_counts_in_its_language_only,
          forgets_plugins_that_are_gone,
          does_without_a_place)
