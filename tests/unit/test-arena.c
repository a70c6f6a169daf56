/* test-arena.c - memory that lives and dies with one document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/model/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "tests/unit/suite.h"

static gboolean
is_filled (const guint8 *piece, gsize size, guint8 byte)
{
  for (gsize at = 0; at < size; at++)
    if (piece[at] != byte)
      return FALSE;

  return TRUE;
}

START_TEST (gives_zeroed_aligned_memory_that_does_not_overlap)
{
  g_autoptr (JdArena) arena = jd_arena_new ();
  static const gsize sizes[] = { 1, 7, 16, 100, 1000, 1024, 5000, 3, 0, 3000000, 9 };
  guint8 *pieces[G_N_ELEMENTS (sizes) * 20];

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      gsize size = sizes[i % G_N_ELEMENTS (sizes)];

      pieces[i] = jd_arena_alloc (arena, size);
      ck_assert_uint_eq ((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
      ck_assert (is_filled (pieces[i], size, 0));
      memset (pieces[i], (int)(i + 1), size);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    ck_assert (is_filled (pieces[i], sizes[i % G_N_ELEMENTS (sizes)], (guint8)(i + 1)));
}
END_TEST

START_TEST (copies_a_part_of_a_text)
{
  g_autoptr (JdArena) arena = jd_arena_new ();

  ck_assert_str_eq (jd_arena_strndup (arena, "abcdef", 3), "abc");
  ck_assert_str_eq (jd_arena_strndup (arena, "abcdef", 0), "");
}
END_TEST

START_TEST (wastes_less_than_it_holds)
{
  g_autoptr (JdArena) arena = jd_arena_new ();
  const gsize held = (gsize)64 << 16;

  ck_assert_uint_eq (jd_arena_size (arena), 0);
  for (gsize i = 0; i < held / 64; i++)
    jd_arena_alloc (arena, 64);
  ck_assert_uint_ge (jd_arena_size (arena), held);
  ck_assert_uint_lt (jd_arena_size (arena), held + ((gsize)1 << 20) + 4096);
}
END_TEST

START_TEST (goes_on_after_a_large_piece)
{
  g_autoptr (JdArena) arena = jd_arena_new ();
  guint8 *large = jd_arena_alloc (arena, 5000);
  guint8 *small;

  memset (large, 1, 5000);
  small = jd_arena_alloc (arena, 100);
  memset (small, 2, 100);
  ck_assert (is_filled (large, 5000, 1));
  ck_assert_uint_lt (jd_arena_size (arena), 5000 + 2048);
}
END_TEST

JD_SUITE ("arena",
          gives_zeroed_aligned_memory_that_does_not_overlap,
          goes_on_after_a_large_piece,
          copies_a_part_of_a_text,
          wastes_less_than_it_holds)
