/* test-outcome-wire.c - outcomes and tallies there and back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/outcome.h"

#include <string.h>

#include "core/model/death.h"
#include "mutate.h"
#include "suite.h"

static const char *const fields[] = { "region", "year", "verdict", NULL };
static const char *const values[] = { "met", "missed", NULL };

static void
add_line (JdLayerTally *layer, const char *region, const char *year, guint64 met, guint64 missed)
{
  char *key[] = { (char *)region, (char *)year, NULL };
  guint64 *line = jd_tally_demand_line (layer, g_strdupv (key));

  line[0] += met;
  line[1] += missed;
}

static JdTally *
make_tally (void)
{
  JdTally *tally = jd_tally_new ();
  JdLayerTally *layer = jd_tally_demand_layer (tally, "result", fields, values);

  tally->documents = 1;
  tally->failed = 1;
  jd_tally_demand_failures (tally, "number")->number = 2;
  layer->records = 4;
  add_line (layer, "云溪区", "2023", 3, 1);
  jd_tally_demand_layer (tally, "section", NULL, NULL)->records = 300;

  return tally;
}

static GByteArray *
encode_tally (const JdTally *tally)
{
  GByteArray *out = g_byte_array_new ();

  jd_tally_encode (tally, out);

  return out;
}

START_TEST (tally_comes_back)
{
  g_autoptr (JdTally) tally = make_tally ();
  g_autoptr (GByteArray) once = encode_tally (tally);
  g_autoptr (GError) error = NULL;
  g_autoptr (JdTally) back = jd_tally_decode (once->data, once->len, &error);
  g_autoptr (GByteArray) twice = NULL;

  jd_assert_no_error (error);
  twice = encode_tally (back);
  ck_assert_uint_eq (once->len, twice->len);
  ck_assert_mem_eq (once->data, twice->data, once->len);
}
END_TEST

START_TEST (merging_is_counting_together)
{
  g_autoptr (JdTally) sum = jd_tally_new ();
  g_autoptr (JdTally) tally = make_tally ();
  g_autoptr (JdTally) other = jd_tally_new ();
  const JdLayerTally *layer;
  char *key[] = { (char *)"云溪区", (char *)"2023", NULL };
  const guint64 *line;

  add_line (jd_tally_demand_layer (other, "result", fields, values), "江临市", "2023", 0, 1);
  jd_tally_demand_failures (other, "core")->number = 1;
  other->unread = 1;
  jd_tally_merge (sum, tally);
  jd_tally_merge (sum, other);
  jd_tally_merge (sum, tally);
  ck_assert_uint_eq (sum->documents, 2);
  ck_assert_uint_eq (sum->unread, 1);
  ck_assert_uint_eq (sum->failed, 2);
  ck_assert_uint_eq (jd_tally_demand_failures (sum, "number")->number, 4);
  ck_assert_uint_eq (jd_tally_demand_failures (sum, "core")->number, 1);
  ck_assert_uint_eq (sum->layers->len, 2);
  layer = g_ptr_array_index (sum->layers, 0);
  ck_assert_uint_eq (layer->records, 8);
  ck_assert_int_eq (g_tree_nnodes (layer->lines), 2);
  line = g_tree_lookup (layer->lines, key);
  ck_assert_uint_eq (line[0], 6);
  ck_assert_uint_eq (line[1], 2);
}
END_TEST

START_TEST (merging_leaves_tables_of_another_form_out)
{
  static const char *const other_values[] = { "met", NULL };
  g_autoptr (JdTally) sum = make_tally ();
  g_autoptr (JdTally) other = jd_tally_new ();
  JdLayerTally *layer = jd_tally_demand_layer (other, "result", fields, other_values);
  char *key[] = { (char *)"江临市", (char *)"2023", NULL };

  jd_tally_demand_line (layer, g_strdupv (key))[0] = 1;
  layer->records = 1;
  jd_tally_merge (sum, other);
  layer = g_ptr_array_index (sum->layers, 0);
  ck_assert_uint_eq (layer->records, 5);
  ck_assert_int_eq (g_tree_nnodes (layer->lines), 1);
}
END_TEST

static GByteArray *
encode_outcome (const char *line)
{
  g_autoptr (JdTally) tally = make_tally ();
  g_autoptr (JdOutcome) outcome = NULL;
  GByteArray *digest = g_byte_array_new ();
  GByteArray *out = g_byte_array_new ();

  g_byte_array_append (digest, (const guint8 *)"digest", 6);
  outcome = jd_outcome_new (JD_OUTCOME_FAILED, g_string_new (line), digest, tally);
  jd_outcome_encode (outcome, out);

  return out;
}

START_TEST (outcome_comes_back)
{
  g_autoptr (GByteArray) bytes = encode_outcome ("{\"document\":{}}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (JdOutcome) back = jd_outcome_decode (bytes->data, bytes->len, &error);
  g_autoptr (GByteArray) again = g_byte_array_new ();

  jd_assert_no_error (error);
  ck_assert_int_eq (back->status, JD_OUTCOME_FAILED);
  ck_assert_uint_eq (g_bytes_get_size (back->digest), 6);
  jd_outcome_encode (back, again);
  ck_assert_uint_eq (again->len, bytes->len);
  ck_assert_mem_eq (again->data, bytes->data, bytes->len);
}
END_TEST

START_TEST (refuses_what_is_not_one_line_of_text)
{
  static const char *const wrong[] = { "", "\n", "{}", "{}\n{}\n", "{}\n{}", "{\xff}\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) bytes = encode_outcome (wrong[i]);
      GError *error = NULL;

      ck_assert_ptr_null (jd_outcome_decode (bytes->data, bytes->len, &error));
      jd_assert_error (error, JD_ERROR_BUG, "that are none");
    }
}
END_TEST

START_TEST (survives_damage)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (JdTally) tally = make_tally ();
  g_autoptr (GByteArray) bytes = encode_outcome ("{\"document\":{}}\n");
  g_autoptr (GByteArray) tally_bytes = encode_tally (tally);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GByteArray) one = mutate (random, bytes->data, bytes->len);
      g_autoptr (GByteArray) other = mutate (random, tally_bytes->data, tally_bytes->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) fault = NULL;
      g_autoptr (JdOutcome) outcome = jd_outcome_decode (one->data, one->len, &error);
      g_autoptr (JdTally) back = jd_tally_decode (other->data, other->len, &fault);

      ck_assert ((outcome == NULL) == (error != NULL));
      ck_assert ((back == NULL) == (fault != NULL));
    }
}
END_TEST

START_TEST (tells_what_was_lost_and_by_whom)
{
  g_autoptr (GError) crash = g_error_new (JD_DEATH, JD_DEATH_CRASH, "it crashed");
  g_autoptr (GError) unread = g_error_new (JD_ERROR, JD_ERROR_INPUT, "it is empty");
  g_autoptr (JdOutcome) lost = jd_outcome_lost ("a", "a.md", "number", crash);
  g_autoptr (JdOutcome) empty = jd_outcome_lost ("b", "b.md", NULL, unread);
  gsize length;
  const char *line = g_bytes_get_data (lost->line, &length);
  static const char wanted[]
      = "{\"document\":{\"id\":\"a\",\"source\":\"a.md\"},\"layers\":{},\"errors\":[{\"analyzer\":"
        "\"number\",\"code\":\"crash\",\"message\":\"it crashed\"}]}\n";
  const guint8 *bytes = g_bytes_get_data (empty->tally, &length);
  g_autoptr (JdTally) tally = jd_tally_decode (bytes, length, NULL);

  ck_assert_int_eq (lost->status, JD_OUTCOME_LOST);
  ck_assert_uint_eq (g_bytes_get_size (lost->line), strlen (wanted));
  ck_assert_mem_eq (line, wanted, strlen (wanted));
  ck_assert_uint_eq (tally->unread, 1);
  ck_assert_uint_eq (tally->failures->len, 0);
}
END_TEST

JD_SUITE ("outcome",
          tally_comes_back,
          merging_is_counting_together,
          merging_leaves_tables_of_another_form_out,
          outcome_comes_back,
          refuses_what_is_not_one_line_of_text,
          survives_damage,
          tells_what_was_lost_and_by_whom)
