/* test-when.c - conditions on facts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/pipeline/when.h"

#include <string.h>

#include "core/model/document.h"
#include "suite.h"

static JdWhen *
read_when (const char *text, GError **error)
{
  g_autoptr (JdJson) json = jd_json_parse ("t", text, strlen (text), NULL);

  return jd_when_read (json, "", jd_json_root (json), error);
}

/* A report of 云溪区 for 2022, whose speaker nobody knows. */
static const struct
{
  const char *when;
  gboolean holds;
} CASES[] = {
  { "{\"region\": \"云溪区\"}", TRUE },
  { "{\"region\": \"云溪\"}", FALSE },
  { "{\"region\": [\"东湖区\", \"云溪区\"]}", TRUE },
  { "{\"region\": [\"东湖区\"]}", FALSE },
  { "{\"report_year\": {\"min\": 2022}}", TRUE },
  { "{\"report_year\": {\"min\": 2023}}", FALSE },
  { "{\"report_year\": {\"max\": 2022}}", TRUE },
  { "{\"report_year\": {\"max\": 2021}}", FALSE },
  { "{\"report_year\": {\"min\": 2020, \"max\": 2022}}", TRUE },
  { "{\"report_year\": \"2022\"}", TRUE },
  { "{\"region\": {\"min\": 0}}", FALSE },
  { "{\"speaker\": \"陈一\"}", FALSE },
  { "{\"speaker\": {\"min\": 0}}", FALSE },
  { "{\"region\": \"云溪区\", \"report_year\": {\"max\": 2021}}", FALSE },
  { "{\"region\": \"云溪区\", \"report_year\": {\"min\": 2021}}", TRUE },
};

static const struct
{
  const char *when;
  const char *message;
} REFUSED[] = {
  { "{}", "t:1:1: \"when\" is empty" },
  { "{\"region\": 5}", "t:1:12: \"region\" is an integer, expected a string or an object" },
  { "{\"region\": \"\"}", "t:1:12: \"region\" is empty" },
  { "{\"region\": []}", "t:1:12: \"region\" is empty" },
  { "{\"region\": [\"a\", null]}", "t:1:18: the list's value is null, expected a string" },
  { "{\"year\": {}}", "t:1:10: a range needs \"min\" or \"max\"" },
  { "{\"year\": {\"mim\": 1}}", "t:1:11: unknown key \"mim\", did you mean \"min\"?" },
  { "{\"year\": {\"below\": 1}}", "t:1:11: unknown key \"below\"; known: min, max" },
  { "{\"year\": {\"min\": 1.5}}", "t:1:18: \"min\" is a fraction, expected an integer" },
  { "{\"year\": {\"min\": 3, \"max\": 2}}", "t:1:10: \"min\" 3 is above \"max\" 2" },
};

START_TEST (holds_where_every_fact_fits)
{
  g_autoptr (JdDocument) document = jd_document_new ("d", "d.md", jd_text_new ("x", 1, NULL));

  jd_document_give_fact (document, "region", "云溪区");
  jd_document_give_fact (document, "report_year", "2022");
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JdWhen) when = read_when (CASES[i].when, &error);

      jd_assert_no_error (error);
      ck_assert_msg (jd_when_holds (when, document) == CASES[i].holds, "%s", CASES[i].when);
    }
}
END_TEST

START_TEST (no_condition_always_holds)
{
  g_autoptr (JdDocument) document = jd_document_new ("d", "d.md", jd_text_new ("x", 1, NULL));

  ck_assert (jd_when_holds (NULL, document));
}
END_TEST

START_TEST (refuses_what_is_no_condition)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (read_when (REFUSED[i].when, &error) == NULL, "took %s", REFUSED[i].when);
      jd_assert_error (error, JD_ERROR_CONFIG, REFUSED[i].message);
    }
}
END_TEST

JD_SUITE ("when",
          holds_where_every_fact_fits,
          no_condition_always_holds,
          refuses_what_is_no_condition)
