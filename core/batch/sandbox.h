/* sandbox.h - what a worker may still do once documents come
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In the sandbox a process computes, and talks over what is open already.  It creates, changes and
 * removes no file, opens none for writing, and for reading only in the folders given; it makes no
 * socket, process or thread, runs no program, and neither traces nor signals any other process.
 * What it tries fails with EPERM or EACCES, for root, too.  Two layers, Landlock and seccomp, hold
 * each other's gaps: Landlock knows paths but neither chmod() nor sockets other than TCP, seccomp
 * knows calls but no paths.
 *
 * What is loaded late breaks: iconv converters, shared objects, locales, getpwuid().  So does
 * whatever an analyzer puts off from prepare() to analyze() and wants from a file.
 */
#pragma once

#include <glib.h>

typedef enum
{
  JD_ISOLATION_OFF,     /* the caller's own process: no limits */
  JD_ISOLATION_PROCESS, /* a process of its own, with limits */
  JD_ISOLATION_SANDBOX, /* and locked in */
} JdIsolation;

typedef struct
{
  gsize memory;                /* bytes of address space; 0: no limit */
  const char *const *readable; /* absolute paths of folders, NULL-terminated; NULL: none */
} JdLimits;

/* What the sandbox needs and does not find here, for the user to read ("Landlock, seccomp"); NULL
 * if it can be entered.  Nothing is locked by asking. */
char *jd_sandbox_probe (void);

/* Whether it can be entered.  JD_ERROR_CONFIG. */
gboolean jd_sandbox_check (GError **error);

/* Opens what is too late to open inside: the converters between UTF-8 and the encodings of Chinese
 * texts, the message catalogs, the time zone.  The locale is set before.  Keep the result (of
 * GIConv) as long as anything is converted. */
GPtrArray *jd_sandbox_warm (void);

/* Called once, after the analyzers are prepared and before the first document.  There is no way
 * back; only the calling thread is locked in, so a process that has others is refused.
 * OFF does nothing.  PROCESS limits memory (but not under the address sanitizer, which reserves
 * terabytes) and leaves no core file.  SANDBOX adds the lock.  What
 * is open inside goes on working, with read(), write(), send() and recv(); but writing to a regular
 * file fails with EFBIG, and memory shared with others must be mapped before.
 *
 * If the sandbox cannot be had here, `*missing` says what jd_sandbox_probe() says and PROCESS is
 * what comes of it; without `missing` it is the error of jd_sandbox_check().  Every other fault is
 * JD_ERROR_CONFIG, too; after one the process may be half locked in and should end. */
gboolean
jd_sandbox_enter (JdIsolation isolation, const JdLimits *limits, char **missing, GError **error);
