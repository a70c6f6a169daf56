/* name.h - numerals that measure nothing: names, codes, slogans, function words
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/layer.h>

#include "words.h"

G_BEGIN_DECLS

typedef enum
{
  JD_NAME_NONE,
  JD_NAME_NUMBER, /* a number after all: 十分钟, 零成本 (which begins as a word would) */
  JD_NAME_WORD,   /* a word of the language: 进一步, 一批; nobody wants it as a record */
  JD_NAME_NAME,   /* a name, slogan, code or grade: 十九届, G107, 四好农村路 */
} JdNameKind;

/* The classes of names.tsv, for jd_words_new(). */
extern const char *const jd_name_classes[];

/* What the numeral at `at` is a part of, as far as the word list knows: terms may begin up to two
 * characters before the numeral (统一, 进一步). */
JdNameKind
jd_name_in_list (const JdWords *names, const char *text, gsize length, gsize at, JdSpan *span);

/* Codes: digits joined with Latin letters, # or + (G107, 5G, 5#, PM2.5, 1+19+N). */
gboolean jd_name_is_code (const char *text, gsize length, gsize at, JdSpan *span);

/* Enumerators: 一是, （一）, 一、 and 1. at the start of a line or clause. */
gboolean jd_name_is_enumerator (const char *text, gsize length, gsize at, JdSpan *span);

/* The end of the quotation or title that opens before `at`, when it is short enough to be a
 * name; else 0.  `open` is where its mark stands. */
gsize jd_name_quoted_end (const char *text, gsize length, gsize open);

G_END_DECLS
