/* fuzz-numeral.c - any text as numerals, dates, units and figures
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "fuzz.h"
#include "plugins/number/figure.h"
#include "plugins/number/numeral.h"
#include "plugins/number/range.h"

const char fuzz_name[] = "numeral";

typedef struct
{
  JdUnits *units;
  JdBounds *bounds;
  JdWords *names;
} Lists;

static char *
list_path (const char *name)
{
  g_autofree char *path = g_build_filename ("plugins", "number", name, NULL);

  return fuzz_source_path (path);
}

static void
load (Lists *lists)
{
  g_autofree char *units = list_path ("units.tsv");
  g_autofree char *classifiers = list_path ("classifiers.tsv");
  g_autofree char *bounds = list_path ("bounds.tsv");
  g_autofree char *names = list_path ("names.tsv");

  *lists = (Lists){ jd_units_new (), jd_bounds_new (), jd_words_new (jd_name_classes) };
  fuzz_check (jd_units_load (lists->units, units, NULL));
  fuzz_check (jd_units_load (lists->units, classifiers, NULL));
  fuzz_check (jd_bounds_load (lists->bounds, bounds, NULL));
  fuzz_check (jd_words_load (lists->names, names, NULL));
  jd_units_build (lists->units);
  jd_bounds_build (lists->bounds);
  jd_words_build (lists->names);
}

static void
check_decimal (JdDecimal value)
{
  char text[JD_DECIMAL_BUFFER];
  gsize length = jd_decimal_format (value, text);
  JdDecimal again;

  fuzz_check (length < sizeof text && text[length] == '\0');
  fuzz_check (jd_decimal_parse (text, (gssize)length, &again));
  fuzz_check (jd_decimal_compare (value, again) == 0);
}

static void
check_extent (const char *text, gsize length, gsize taken)
{
  fuzz_check (taken > 0 && taken <= length);
  fuzz_check ((text[taken] & 0xc0) != 0x80);
}

static void
check_numeral (const char *text, gsize length)
{
  static const gint powers[] = { -20, -18, -4, -1, 1, 4, 8, 12, 19 };
  JdNumeral numeral = { 0 };

  if (!jd_numeral_read (text, length, &numeral))
    return;
  check_extent (text, length, numeral.length);
  fuzz_check (jd_numeral_begins (g_utf8_get_char (text)));
  if (numeral.flags & JD_NUMERAL_OVERFLOW)
    return;
  check_decimal (numeral.value);
  if (numeral.flags & JD_NUMERAL_SPREAD)
    check_decimal (numeral.high);
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      JdDecimal scaled = numeral.value;

      if (jd_numeral_scale (&scaled, powers[i]))
        check_decimal (scaled);
    }
}

static void
check_date (const char *text, gsize length)
{
  JdDate date = { 0 };

  if (!jd_date_read (text, length, &date))
    return;
  check_extent (text, length, date.length);
  fuzz_check (memchr (date.iso, '\0', sizeof date.iso) != NULL && *date.iso != '\0');
  fuzz_check (date.first <= date.year || date.first == 0);
}

static void
check_range (const Lists *lists, const char *text, gsize length, gsize at)
{
  JdRange range = { 0 };

  if (!jd_range_read (lists->units, text, length, at, &range))
    return;
  fuzz_check (range.begin <= at && at < range.end && range.end <= length);
  if (range.flags & JD_NUMERAL_OVERFLOW)
    return;
  check_decimal (range.value);
  if (range.has_high)
    check_decimal (range.high);
}

static void
check_figure (const JdFigure *figure, const char *text, gsize length)
{
  fuzz_check (figure->outer.begin <= figure->core.begin && figure->core.end <= figure->outer.end);
  fuzz_check (figure->core.begin < figure->core.end && figure->outer.end <= length);
  fuzz_check ((text[figure->core.begin] & 0xc0) != 0x80);
  fuzz_check ((text[figure->core.end] & 0xc0) != 0x80);
  fuzz_check ((text[figure->outer.begin] & 0xc0) != 0x80);
  fuzz_check ((text[figure->outer.end] & 0xc0) != 0x80);
  fuzz_check (!(figure->has_value && figure->overflow));
  if (figure->has_value)
    check_decimal (figure->value);
  if (figure->has_high)
    check_decimal (figure->high);
}

static void
check_figures (const Lists *lists, const char *text, gsize length)
{
  const JdScanner scanner = { lists->units, lists->bounds, lists->names };
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (JdFigure));

  jd_figure_scan (&scanner, text, length, figures);
  for (guint i = 0; i < figures->len; i++)
    {
      const JdFigure *figure = &g_array_index (figures, JdFigure, i);

      check_figure (figure, text, length);
      fuzz_check (i == 0 || figure[-1].core.end <= figure->core.begin);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  static Lists lists;
  g_autofree char *text = fuzz_text (bytes, length);
  gsize end = strlen (text);

  if (lists.units == NULL)
    load (&lists);
  for (gsize at = 0; at < end; at = (gsize)(g_utf8_next_char (text + at) - text))
    {
      check_numeral (text + at, end - at);
      check_date (text + at, end - at);
      check_range (&lists, text, end, at);
    }
  check_figures (&lists, text, end);

  return 0;
}
