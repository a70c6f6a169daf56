/* fuzz-pipeline.c - any bytes as a pipeline file: the strict gate, and what reads behind it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <string.h>

#include "core/pipeline/plan.h"
#include "fuzz.h"

const char fuzz_name[] = "pipeline";

/* "p.json:1:2: what" */
static void
check_place (const char *message, gboolean has_more)
{
  int line = 0, column = 0, end = 0;

  sscanf (message, "p.json:%d:%d: %n", &line, &column, &end);
  fuzz_check (end > 0 && line > 0 && column > 0);
  fuzz_check ((message[end] != '\0') == has_more);
}

/* Whatever is wrong has a place. */
static void
check_fault (gboolean succeeded, const GError *error)
{
  fuzz_check_error (succeeded, error);
  if (error != NULL)
    check_place (error->message, TRUE);
}

/* Each value of what passed has a place. */
static void
check_value (const JdJson *json, const char *pointer, JsonNode *node)
{
  g_autofree char *place = jd_json_place (json, pointer, FALSE);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList) keys = object != NULL ? json_object_get_members (object) : NULL;

  check_place (place, FALSE);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *member = jd_json_pointer (pointer, key->data);

      check_value (json, member, json_object_get_member (object, key->data));
    }
}

static void
read_pipeline (const JdJson *json)
{
  JdReading reading = { .json = json, .folder = "/nowhere", .source = fuzz_analyzers (TRUE) };
  g_autoptr (GError) error = NULL;
  g_autoptr (JdPipeline) pipeline = jd_pipeline_read (&reading, &error);

  check_fault (pipeline != NULL, error);
  if (pipeline == NULL)
    return;
  fuzz_check (jd_pipeline_n_steps (pipeline) > 0);
  for (guint i = 0; i < jd_pipeline_n_steps (pipeline); i++)
    fuzz_check (jd_pipeline_step (pipeline, i).entry != NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json = jd_json_parse ("p.json", (const char *)bytes, length, &error);

  check_fault (json != NULL, error);
  if (json != NULL)
    {
      check_value (json, "", jd_json_root (json));
      read_pipeline (json);
    }

  return 0;
}
