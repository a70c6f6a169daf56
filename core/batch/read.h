/* read.h - from inputs to documents on their way in, one at a time
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/batch/input.h"
#include "core/batch/item.h"

typedef struct JdReader JdReader;

/* `inputs`, of JdInput, must outlive the reader.  `limit`: bytes of a document. */
JdReader *jd_reader_new (const GPtrArray *inputs, gsize limit);
void jd_reader_free (JdReader *reader);

/* The next one, in the order of the inputs; NULL after the last.  What cannot be read is an item
 * with an error. */
JdItem *jd_reader_next (JdReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JdReader, jd_reader_free)
