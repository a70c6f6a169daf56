/* error.h - the one error domain; each code asks the caller for another act
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages read "who: what", with the value that was wrong and, where there is one, what would be
 * right.  No capital at the start, no full stop at the end.
 */
#pragma once

#include <jiandu/abi.h>

G_BEGIN_DECLS

typedef enum
{
  JD_ERROR_CONFIG,   /* a setting or the pipeline is wrong: nothing can start */
  JD_ERROR_PLUGIN,   /* a plugin was refused: nothing can start */
  JD_ERROR_INPUT,    /* this document cannot be read; others may go on */
  JD_ERROR_ANALYSIS, /* an analyzer failed on this document; others may go on */
  JD_ERROR_OUTPUT,   /* a result cannot be written: stop, and run again when it can */
  JD_ERROR_BUG,      /* jiandu itself is at fault */
} JdErrorCode;

#define JD_ERROR (jd_error_quark ())

JD_API GQuark jd_error_quark (void);

G_END_DECLS
