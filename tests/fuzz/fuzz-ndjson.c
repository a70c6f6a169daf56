/* fuzz-ndjson.c - any bytes as a line of NDJSON: a document, or a record of what is wrong
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "core/batch/ndjson.h"
#include "core/output/records.h"
#include "core/pipeline/strict-json.h"
#include "fuzz.h"

const char fuzz_name[] = "ndjson";

/* One line, and JSON. */
static void
check_line (const GString *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json = jd_json_parse ("line", line->str, line->len, &error);

  fuzz_check_error (json != NULL, error);
  fuzz_check (json != NULL);
  fuzz_check (strchr (line->str, '\n') == line->str + line->len - 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (JdItem) item = jd_ndjson_read ((const char *)bytes, length, "in.ndjson", 1);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JdDocument) document = NULL;

  fuzz_check (item != NULL && item->id != NULL && item->source != NULL);
  fuzz_check (*item->id != '\0');
  fuzz_check ((item->bytes == NULL) == (item->error != NULL));

  document = jd_item_read (item, &error);
  fuzz_check_error (document != NULL, error);
  if (document != NULL)
    jd_records_append_document (line, document, nothing, nothing);
  else
    jd_records_append_lost (line, item->id, item->source, NULL, error);
  check_line (line);

  return 0;
}
