/* fault_marked.c - does whatever the text asks for: "fault:WORD" in it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fault.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where a worker talks to jiandu. */
#define CHANNEL 3

/* The compiler must not see through what goes wrong. */
static volatile int zero;

static void
crash (void)
{
  *(volatile int *)(intptr_t)zero = 1;
}

static int
sink (volatile char *above)
{
  volatile char here[4096];

  if (zero)
    return 0;
  here[0] = above != NULL ? *above : 0;
  return sink (here) + here[0];
}

static void
overflow (void)
{
  zero = sink (NULL);
}

static void
divide (void)
{
  zero = 100 / zero;
}

static void
free_twice (void)
{
  void *volatile memory = malloc (24);
  void *volatile again = memory;

  free (memory);
  free (again);
}

static void
leave (void)
{
  exit (0);
}

static void
leave_at_once (void)
{
  _exit (7);
}

static void
loop (void)
{
  while (!zero)
    continue;
}

static void
rest (void)
{
  while (pause () != 0)
    continue;
}

static void
stop (void)
{
  raise (SIGSTOP);
}

static void
block_signals (void)
{
  sigset_t all;

  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, NULL);
  loop ();
}

static void
eat (void)
{
  const size_t bite = (size_t)16 << 20;
  char *memory;

  while ((memory = malloc (bite)) != NULL)
    memset (memory, 1, bite);
  abort ();
}

static void
say (const void *bytes, size_t length)
{
  if (write (CHANNEL, bytes, length) < 0)
    abort ();
}

static void
talk_rubbish (void)
{
  say ("how do you do", 13);
  rest ();
}

/* A frame of `length` bytes, of which none come; see core/batch/frame.h. */
static void
begin_frame (uint32_t kind, uint64_t number, uint64_t length)
{
  const uint64_t rest_of_it[] = { number, length, 0 };

  say ("JDFR", 4);
  say (&kind, sizeof kind);
  say (rest_of_it, sizeof rest_of_it);
}

static void
lie_about_length (void)
{
  begin_frame (4, 0, (uint64_t)1 << 62);
  rest ();
}

static void
claim_another (void)
{
  begin_frame (4, 123456789, 0);
  rest ();
}

static void
say_half (void)
{
  begin_frame (4, 0, 100);
  rest ();
}

static void
close_channel (void)
{
  close (CHANNEL);
  rest ();
}

static void
multiply (void)
{
  for (int i = 0; i < 8; i++)
    if (fork () == 0)
      rest ();
}

static void
chatter (void)
{
  for (int i = 0; i < 200000; i++)
    printf ("{\"document\":{\"id\":\"false\"},\"layers\":{}}\n");
  (void)fflush (stdout);
}

static const struct
{
  const char *word;
  void (*act) (void);
} acts[] = {
  { "crash", crash },
  { "abort", abort },
  { "overflow", overflow },
  { "divide", divide },
  { "twice", free_twice },
  { "leave", leave },
  { "leave-now", leave_at_once },
  { "loop", loop },
  { "sleep", rest },
  { "stop", stop },
  { "block", block_signals },
  { "eat", eat },
  { "rubbish", talk_rubbish },
  { "length", lie_about_length },
  { "another", claim_another },
  { "half", say_half },
  { "close", close_channel },
  { "fork", multiply },
  { "chatter", chatter },
};

static gboolean
analyze (gconstpointer state, const JdDocument *document, JdOutput *output, GError **error)
{
  gsize length;
  const char *mark = strstr (jd_document_text (document, &length), "fault:");
  size_t word = mark != NULL ? strcspn (mark + 6, " \n") : 0;

  (void)state;
  (void)error;
  for (size_t i = 0; mark != NULL && i < G_N_ELEMENTS (acts); i++)
    if (strlen (acts[i].word) == word && memcmp (acts[i].word, mark + 6, word) == 0)
      acts[i].act ();
  jd_record_set_integer (jd_output_append (output, "fault", 0, length), "length", (gint64)length);

  return TRUE;
}

const JdAnalyzer jd_analyzer = {
  .plugin = FAULT_PLUGIN ("fault_marked", "does whatever the text asks for"),
  .gives = fault_gives,
  .analyze = analyze,
};
