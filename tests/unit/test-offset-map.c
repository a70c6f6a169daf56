/* test-offset-map.c - from the text back to the raw text, run by run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/text/offset-map.h"

#include "suite.h"

START_TEST (maps_every_byte_and_the_end)
{
  static const gsize raw[] = { 2, 3, 4, 9, 10, 20, 21 };
  JdOffsetMap map;

  jd_offset_map_init (&map);
  jd_offset_map_append (&map, 2, 3);
  jd_offset_map_append (&map, 9, 2);
  jd_offset_map_append (&map, 15, 0);
  jd_offset_map_append (&map, 20, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (raw); i++)
    ck_assert_uint_eq (jd_offset_map_raw (&map, i), raw[i]);
  jd_offset_map_clear (&map);
}
END_TEST

START_TEST (keeps_one_run_for_what_was_not_cut)
{
  JdOffsetMap map;

  jd_offset_map_init (&map);
  for (gsize i = 0; i < 100; i++)
    jd_offset_map_append (&map, 7 + i * 5, 5);
  ck_assert_uint_eq (map.runs->len, 1);
  ck_assert_uint_eq (jd_offset_map_raw (&map, 333), 340);
  jd_offset_map_clear (&map);
}
END_TEST

START_TEST (maps_nothing_to_the_begin)
{
  JdOffsetMap map;

  jd_offset_map_init (&map);
  ck_assert_uint_eq (jd_offset_map_raw (&map, 0), 0);
  jd_offset_map_clear (&map);
}
END_TEST

JD_SUITE ("offset-map",
          maps_every_byte_and_the_end,
          keeps_one_run_for_what_was_not_cut,
          maps_nothing_to_the_begin)
