/* fuzz-analyzers.c - any texts, parted by form feeds, through the default pipeline to its records
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The core checks all that an analyzer gives, so that what is wrong becomes a failure; and none of
 * the built-in ones may fail on a text.
 */
#include <string.h>

#include "core/model/document.h"
#include "core/output/records.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/run.h"
#include "fuzz.h"

const char fuzz_name[] = "analyzers";

static JdPipeline *
load_pipeline (void)
{
  g_autofree char *path = fuzz_source_path ("core/pipeline/default.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (JdJson) json = jd_json_load (path, &error);
  JdReading reading = { .json = json, .folder = "/nowhere", .source = fuzz_analyzers (FALSE) };
  JdPipeline *pipeline = json != NULL ? jd_pipeline_read (&reading, &error) : NULL;

  fuzz_check_error (pipeline != NULL, error);

  return pipeline;
}

static void
check_failures (const GPtrArray *failures)
{
  if (failures->len > 0)
    {
      const JdFailure *failure = g_ptr_array_index (failures, 0);

      g_error ("%s: %s", failure->analyzer, failure->error->message);
    }
}

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

static JdDocument *
digest (const JdPipeline *pipeline, const JdDocument *document)
{
  const JdDigestForm *form = jd_pipeline_digest_form (pipeline);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  JdDocument *copy;

  jd_digest_encode (document, form, bytes);
  copy = jd_digest_decode (bytes->data, bytes->len, form, &error);
  fuzz_check (copy != NULL);

  return copy;
}

static JdDocument *
analyze (const JdPipeline *pipeline, const char *id, const char *text)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_failure_free);
  g_autoptr (GPtrArray) losers = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_losers_free);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (JdDocument) document
      = jd_document_new (id, "云溪区2022年.md", jd_text_new (text, strlen (text), NULL));

  jd_pipeline_run (pipeline, document, failures, losers);
  check_failures (failures);
  jd_records_append_document (line, document, failures, losers);
  check_line (line);

  return digest (pipeline, document);
}

static void
conclude (const JdPipeline *pipeline, const GPtrArray *documents)
{
  g_autoptr (JdConclusion) conclusion = jd_pipeline_conclude (pipeline, documents);
  g_autoptr (GString) line = g_string_new (NULL);

  check_failures (conclusion->failures);
  jd_records_append_corpus (line, pipeline, documents->len, conclusion);
  check_line (line);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  static JdPipeline *pipeline;
  g_autofree char *all = fuzz_text (bytes, length);
  g_auto (GStrv) texts = g_strsplit (all, "\f", 4);
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)jd_document_free);

  if (pipeline == NULL)
    pipeline = load_pipeline ();
  for (guint i = 0; texts[i] != NULL; i++)
    {
      char id[] = { (char)('a' + i), '\0' };

      g_ptr_array_add (documents, analyze (pipeline, id, texts[i]));
    }
  conclude (pipeline, documents);

  return 0;
}
