/* date.h - dates as a title block writes them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

#define DATE_BUFFER 11 /* "2022-04-28" and the NUL */

/* The first 2022年4月28日 in the text, in figures (half or full width) or Chinese numerals. Returns
 * FALSE, leaving the rest alone, when there is none or no such day.  `end` is the byte behind it.
 */
gboolean date_find (const char *text, gsize length, char iso[DATE_BUFFER], gsize *end);

/* The year (1949 to 2099) that a text begins with, in figures with or without blanks between them
 * (1 9 9 8) or in Chinese numerals, before 年; 0 when there is none. */
int date_read_year (const char *text, gsize length);

/* The first such year in the text, with the byte where it begins in `at` (may be NULL). */
int date_find_year (const char *text, gsize length, gsize *at);
