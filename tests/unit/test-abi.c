/* test-abi.c - sizes and offsets of the public structures, as numbers, on 64-bit systems
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A change here breaks plugins that are already built.  A new field goes to the end of its
 * structure and adds a row; no row changes while JD_ABI stays the same.
 */
#include "suite.h"

START_TEST (structures_stay_as_they_are)
{
  static const struct
  {
    const char *what;
    gsize is;
    gsize wanted;
  } rows[] = {
    { "JdPlugin", sizeof (JdPlugin), 48 },
    { "JdPlugin.magic", offsetof (JdPlugin, magic), 0 },
    { "JdPlugin.abi", offsetof (JdPlugin, abi), 4 },
    { "JdPlugin.size", offsetof (JdPlugin, size), 8 },
    { "JdPlugin.reserved", offsetof (JdPlugin, reserved), 12 },
    { "JdPlugin.name", offsetof (JdPlugin, name), 16 },
    { "JdPlugin.version", offsetof (JdPlugin, version), 24 },
    { "JdPlugin.summary", offsetof (JdPlugin, summary), 32 },
    { "JdPlugin.licence", offsetof (JdPlugin, licence), 40 },
    { "JdAnalyzer", sizeof (JdAnalyzer), 120 },
    { "JdAnalyzer.plugin", offsetof (JdAnalyzer, plugin), 0 },
    { "JdAnalyzer.needs", offsetof (JdAnalyzer, needs), 48 },
    { "JdAnalyzer.gives", offsetof (JdAnalyzer, gives), 56 },
    { "JdAnalyzer.options", offsetof (JdAnalyzer, options), 64 },
    { "JdAnalyzer.settings_size", offsetof (JdAnalyzer, settings_size), 72 },
    { "JdAnalyzer.group_by", offsetof (JdAnalyzer, group_by), 80 },
    { "JdAnalyzer.prepare", offsetof (JdAnalyzer, prepare), 88 },
    { "JdAnalyzer.analyze", offsetof (JdAnalyzer, analyze), 96 },
    { "JdAnalyzer.conclude", offsetof (JdAnalyzer, conclude), 104 },
    { "JdAnalyzer.release", offsetof (JdAnalyzer, release), 112 },
    { "JdOption", sizeof (JdOption), 72 },
    { "JdOption.name", offsetof (JdOption, name), 0 },
    { "JdOption.type", offsetof (JdOption, type), 8 },
    { "JdOption.offset", offsetof (JdOption, offset), 16 },
    { "JdOption.fallback", offsetof (JdOption, fallback), 24 },
    { "JdOption.minimum", offsetof (JdOption, minimum), 32 },
    { "JdOption.maximum", offsetof (JdOption, maximum), 40 },
    { "JdOption.choices", offsetof (JdOption, choices), 48 },
    { "JdOption.unit", offsetof (JdOption, unit), 56 },
    { "JdOption.help", offsetof (JdOption, help), 64 },
    { "JdField", sizeof (JdField), 48 },
    { "JdField.name", offsetof (JdField, name), 0 },
    { "JdField.type", offsetof (JdField, type), 8 },
    { "JdField.values", offsetof (JdField, values), 16 },
    { "JdField.target", offsetof (JdField, target), 24 },
    { "JdField.unit", offsetof (JdField, unit), 32 },
    { "JdField.help", offsetof (JdField, help), 40 },
    { "JdLayerSpec", sizeof (JdLayerSpec), 40 },
    { "JdLayerSpec.name", offsetof (JdLayerSpec, name), 0 },
    { "JdLayerSpec.kind", offsetof (JdLayerSpec, kind), 8 },
    { "JdLayerSpec.optional", offsetof (JdLayerSpec, optional), 12 },
    { "JdLayerSpec.fields", offsetof (JdLayerSpec, fields), 16 },
    { "JdLayerSpec.tabulate", offsetof (JdLayerSpec, tabulate), 24 },
    { "JdLayerSpec.help", offsetof (JdLayerSpec, help), 32 },
    { "JdSpan", sizeof (JdSpan), 16 },
    { "JdSpan.begin", offsetof (JdSpan, begin), 0 },
    { "JdSpan.end", offsetof (JdSpan, end), 8 },
    { "JdDecimal", sizeof (JdDecimal), 16 },
    { "JdDecimal.digits", offsetof (JdDecimal, digits), 0 },
    { "JdDecimal.scale", offsetof (JdDecimal, scale), 8 },
    { "JdPlace", sizeof (JdPlace), 32 },
    { "JdPlace.byte", offsetof (JdPlace, byte), 0 },
    { "JdPlace.character", offsetof (JdPlace, character), 8 },
    { "JdPlace.line", offsetof (JdPlace, line), 16 },
    { "JdPlace.column", offsetof (JdPlace, column), 24 },
    { "JdRecord", sizeof (JdRecord), 16 },
    { "JdRecord.layer", offsetof (JdRecord, layer), 0 },
    { "JdRecord.row", offsetof (JdRecord, row), 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (GLIB_SIZEOF_VOID_P != 8 || rows[i].is == rows[i].wanted,
                   "%s is %zu, was %zu when JD_ABI became %d", rows[i].what, rows[i].is,
                   rows[i].wanted, JD_ABI);
}
END_TEST

START_TEST (enumerations_stay_as_they_are)
{
  ck_assert_int_eq (JD_ABI, 1);
  ck_assert_int_eq (JD_OPTION_FILES, 7);
  ck_assert_int_eq (JD_FIELD_REFERENCE, 5);
  ck_assert_int_eq (JD_LAYER_CORPUS, 2);
  ck_assert_int_eq (JD_ERROR_BUG, 5);
}
END_TEST

JD_SUITE ("abi", structures_stay_as_they_are, enumerations_stay_as_they_are)
