/* test-ndjson.c - a line of NDJSON as a document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/ndjson.h"

#include "suite.h"

static JdItem *
read_line (const char *line)
{
  return jd_ndjson_read (line, strlen (line), "t.ndjson", 7);
}

START_TEST (takes_id_text_and_facts)
{
  g_autoptr (JdItem) item = read_line ("{\"id\":\"a\",\"text\":\"云溪区\\n\",\"region\":\"云溪区\","
                                       "\"report_year\":2023,\"rate\":7.5,\"final\":true,"
                                       "\"speaker\":null}");
  static const char *const facts[][2] = {
    { "region", "云溪区" },
    { "report_year", "2023" },
    { "rate", "7.5" },
    { "final", "true" },
  };

  jd_assert_no_error (item->error);
  ck_assert_str_eq (item->id, "a");
  ck_assert_str_eq (item->source, "t.ndjson");
  ck_assert_str_eq (item->bytes, "云溪区\n");
  ck_assert_uint_eq (item->length, strlen ("云溪区\n"));
  ck_assert_uint_eq (g_hash_table_size (item->facts), G_N_ELEMENTS (facts));
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    ck_assert_str_eq (g_hash_table_lookup (item->facts, facts[i][0]), facts[i][1]);
}
END_TEST

START_TEST (takes_a_number_for_an_id_and_a_source)
{
  g_autoptr (JdItem) item = read_line ("{\"id\":12,\"text\":\"x\",\"source\":\"a.docx\"}");

  jd_assert_no_error (item->error);
  ck_assert_str_eq (item->id, "12");
  ck_assert_str_eq (item->source, "a.docx");
}
END_TEST

START_TEST (tells_what_is_wrong_with_a_line)
{
  static const struct
  {
    const char *line;
    const char *id;
    const char *message;
  } cases[] = {
    { "{", "t.ndjson:7", "t.ndjson:7:" },
    { "[]", "t.ndjson:7", "not an object" },
    { "{\"text\":\"x\"}", "t.ndjson:7", "t.ndjson:7: no \"id\"" },
    { "{\"id\":\"\",\"text\":\"x\"}", "t.ndjson:7", "no \"id\"" },
    { "{\"id\":{},\"text\":\"x\"}", "t.ndjson:7", "no \"id\"" },
    { "{\"id\":\"a\"}", "a", "no string \"text\"" },
    { "{\"id\":\"a\",\"text\":5}", "a", "no string \"text\"" },
    { "{\"id\":\"a\",\"text\":\"\"}", "a", "\"text\" is empty" },
    { "{\"id\":\"a\",\"text\":\"x\",\"tags\":[]}", "a", "\"tags\" is a list or an object" },
    { "{\"id\":\"a\",\"text\":\"x\",\"sha256\":\"0\"}", "a", "\"sha256\" cannot be the name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JdItem) item = read_line (cases[i].line);

      ck_assert_str_eq (item->id, cases[i].id);
      ck_assert_ptr_null (item->bytes);
      jd_assert_error (item->error, JD_ERROR_INPUT, cases[i].message);
    }
}
END_TEST

JD_SUITE ("ndjson",
          takes_id_text_and_facts,
          takes_a_number_for_an_id_and_a_source,
          tells_what_is_wrong_with_a_line)
