/* interrupt.c - a wish to stop, heard between two documents
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/batch/interrupt.h"

#include <signal.h>

/* A signal handler has nothing else to leave word in. */
static volatile sig_atomic_t noted;

static void
note (int number)
{
  noted = number;
}

void
jd_interrupt_watch (void)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = note, .sa_flags = SA_RESTART };
  struct sigaction before;

  /* Who ignores a signal, as nohup does, goes on ignoring it. */
  action.sa_flags |= (int)SA_RESETHAND;
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
      (void)sigaction (signals[i], &action, NULL);
}

int
jd_interrupt_signal (void)
{
  return noted;
}

void
jd_interrupt_end (void)
{
  if (noted == 0)
    return;
  (void)signal (noted, SIG_DFL);
  (void)raise (noted);
}
