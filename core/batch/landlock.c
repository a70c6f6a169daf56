/* landlock.c - files out of reach, whoever the user is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "config.h"

#include "core/batch/landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <jiandu/error.h>

/* Nothing comes from <linux/landlock.h>: that of Debian 12 ends at version 2, and what is defined
 * here is the kernel's promise and the same everywhere. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))
#define BITS(n) (BIT (n) - 1)

enum
{
  CREATE_RULESET_VERSION = 1, /* a flag */
  RULE_PATH_BENEATH = 1,      /* a kind of rule */
};

#define READ_FILE BIT (2)
#define READ_DIR BIT (3)

typedef struct
{
  guint64 files;
  guint64 ports;
  guint64 scopes;
} Ruleset;

typedef struct
{
  guint64 allowed;
  gint32 folder;
} __attribute__ ((packed)) PathRule;

/* What is given up, by the version that brought it. */
static const struct
{
  int version;
  Ruleset rights;
} given_up[] = {
  { 1, { .files = BITS (13) } },          /* execute, read, write, make, remove */
  { 2, { .files = BIT (13) } },           /* link or rename into another folder */
  { 3, { .files = BIT (14) } },           /* truncate */
  { 4, { .ports = BIT (0) | BIT (1) } },  /* bind and connect, TCP */
  { 5, { .files = BIT (15) } },           /* ioctl of devices */
  { 6, { .scopes = BIT (0) | BIT (1) } }, /* abstract Unix sockets and signals, to others */
};

int
jd_landlock_version (void)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, CREATE_RULESET_VERSION);

  return (int)MAX (version, 0);
}

static gboolean
refuse (const char *what, int number, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_CONFIG, "Landlock: %s: %s", what, g_strerror (number));
  return FALSE;
}

/* A descriptor, or -1 with errno. */
static int
make_ruleset (void)
{
  int version = jd_landlock_version ();
  Ruleset rules = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (given_up) && given_up[i].version <= version; i++)
    {
      rules.files |= given_up[i].rights.files;
      rules.ports |= given_up[i].rights.ports;
      rules.scopes |= given_up[i].rights.scopes;
    }

  return (int)syscall (SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
}

static gboolean
let_read (int ruleset, const char *folder, GError **error)
{
  PathRule rule = { READ_FILE | READ_DIR, open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC) };
  int number = 0;

  if (rule.folder < 0)
    return refuse (folder, errno, error);

  if (syscall (SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0)
    number = errno;
  (void)close (rule.folder);

  return number == 0 || refuse (folder, number, error);
}

static gboolean
restrict_self (int ruleset, const char *const *readable, GError **error)
{
  for (gsize i = 0; readable != NULL && readable[i] != NULL; i++)
    if (!let_read (ruleset, readable[i], error))
      return FALSE;

  return syscall (SYS_landlock_restrict_self, ruleset, 0) == 0
         || refuse ("landlock_restrict_self", errno, error);
}

gboolean
jd_landlock_enter (const char *const *readable, GError **error)
{
  int ruleset = make_ruleset ();
  gboolean entered;

  if (ruleset < 0)
    return refuse ("landlock_create_ruleset", errno, error);

  entered = restrict_self (ruleset, readable, error);
  (void)close (ruleset);

  return entered;
}
