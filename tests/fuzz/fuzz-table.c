/* fuzz-table.c - any bytes as a table: tab-separated word lists, comma-separated facts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include <jiandu/table.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/batch/csv.h"
#include "fuzz.h"

const char fuzz_name[] = "table";

#define COLUMNS 3

static void
check_cell (const JdTable *table, gsize row, guint column)
{
  const char *cell = jd_table_cell (table, row, column);

  fuzz_check (g_utf8_validate (cell, -1, NULL));
  fuzz_check (strpbrk (cell, "\t\n") == NULL);
  fuzz_check (!g_ascii_isspace (*cell));
}

static void
check_table (const char *path, guint least)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdTable) table = jd_table_load (path, least, COLUMNS, &error);

  fuzz_check_error (table != NULL, error);
  if (table == NULL)
    return;
  for (gsize row = 0; row < jd_table_length (table); row++)
    {
      g_autoptr (GError) fault = NULL;

      for (guint column = 0; column <= COLUMNS; column++)
        check_cell (table, row, column);
      fuzz_check (*jd_table_cell (table, row, COLUMNS) == '\0');
      jd_table_set_error (table, row, &fault, "%s", jd_table_cell (table, row, 0));
      fuzz_check_error (FALSE, fault);
    }
}

static void
check_csv (const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JdCsv) csv = jd_csv_parse ("t.csv", bytes, length, &error);

  fuzz_check_error (csv != NULL, error);
  if (csv == NULL)
    return;
  fuzz_check (jd_csv_n_columns (csv) > 0);
  for (guint column = 0; column < jd_csv_n_columns (csv); column++)
    {
      fuzz_check (g_utf8_validate (jd_csv_header (csv, column), -1, NULL));
      for (guint row = 0; row < jd_csv_n_rows (csv); row++)
        fuzz_check (g_utf8_validate (jd_csv_cell (csv, row, column), -1, NULL));
    }
  for (guint row = 1; row < jd_csv_n_rows (csv); row++)
    fuzz_check (jd_csv_line (csv, row - 1) < jd_csv_line (csv, row));
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  int file = memfd_create ("table", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  fuzz_check (file >= 0 && (length == 0 || write (file, bytes, length) == (ssize_t)length));
  check_table (path, 1);
  check_table (path, COLUMNS);
  check_csv ((const char *)bytes, length);
  close (file);

  return 0;
}
