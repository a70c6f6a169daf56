/* line-reader.h - a stream's lines, none longer than allowed
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/error.h>

typedef struct JdLineReader JdLineReader;

/* Takes `descriptor`.  `name` is for messages.  JD_ERROR_INPUT when it is open for writing only. */
JdLineReader *jd_line_reader_new (int descriptor, const char *name, gsize limit, GError **error);
void jd_line_reader_free (JdLineReader *lines);

/* Puts the next line, without its end, into `line`.  FALSE without an error: there is none.  FALSE
 * with JD_ERROR_INPUT: this line is too long, or nothing more can be read; the next call gives the
 * line after it, or the end. */
gboolean jd_line_reader_next (JdLineReader *lines, GString *line, GError **error);

/* The number of the last line, from 1, and the bytes up to its end. */
guint64 jd_line_reader_number (const JdLineReader *lines);
goffset jd_line_reader_consumed (const JdLineReader *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdLineReader, jd_line_reader_free)
