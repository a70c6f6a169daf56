/* safety.c - may code be loaded from this file?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/safety.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <grp.h>
#include <link.h>
#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jiandu/error.h>

/* As many links as the kernel follows. */
#define MAX_LINKS 40

static gboolean check_chain (const char *path, guint links, GError **error);

static gboolean
refuse (const char *reason, GError **error)
{
  g_set_error_literal (error, JD_ERROR, JD_ERROR_PLUGIN, reason);
  return FALSE;
}

static gboolean
refuse_errno (const char *path, int number, GError **error)
{
  g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN, "%s: %s", path, g_strerror (number));
  return FALSE;
}

static gboolean
check_owner (const char *path, const struct stat *info, GError **error)
{
  if (info->st_uid == 0 || info->st_uid == geteuid ())
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN,
               _ ("%s belongs to user %u, who is neither root nor you"), path, info->st_uid);
  return FALSE;
}

/* Where every user has a group of his own (Debian, Fedora), new files may be writable by it: that
 * lets nobody else in.  The group is known by the user's name and by having no other member. */
static gboolean
is_private_group (const struct stat *info)
{
  const struct passwd *owner = info->st_uid != 0 ? getpwuid (info->st_uid) : NULL;
  const struct group *group = owner != NULL ? getgrgid (info->st_gid) : NULL;

  return group != NULL && group->gr_mem[0] == NULL && owner->pw_gid == info->st_gid
         && g_str_equal (group->gr_name, owner->pw_name);
}

static gboolean
check_mode (const char *path, const struct stat *info, GError **error)
{
  gboolean sticky_folder = S_ISDIR (info->st_mode) && (info->st_mode & S_ISVTX) != 0;
  gboolean by_group = (info->st_mode & S_IWGRP) != 0 && !is_private_group (info);
  gboolean by_all = (info->st_mode & S_IWOTH) != 0;

  if (sticky_folder || (!by_group && !by_all))
    return TRUE;

  g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN, _ ("%s can be written by others (mode %04o)"),
               path, info->st_mode & 07777);
  return FALSE;
}

/* Goes where the link points, which may be through other folders. */
static gboolean
check_link (const char *path, guint links, GError **error)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *full = NULL;

  if (target == NULL)
    return refuse_errno (path, errno, error);
  if (links == MAX_LINKS)
    return refuse_errno (path, ELOOP, error);

  full = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
  return check_chain (full, links + 1, error);
}

static gboolean
check_place (const char *path, guint links, GError **error)
{
  struct stat info;

  if (lstat (path, &info) != 0)
    return refuse_errno (path, errno, error);
  if (!check_owner (path, &info, error))
    return FALSE;

  return S_ISLNK (info.st_mode) ? check_link (path, links, error) : check_mode (path, &info, error);
}

/* The root, then each folder, then the file itself. */
static gboolean
check_chain (const char *path, guint links, GError **error)
{
  if (!check_place ("/", links, error))
    return FALSE;

  for (const char *slash = strchr (path + 1, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *folder = g_strndup (path, slash - path);

      if (!check_place (folder, links, error))
        return FALSE;
    }

  return check_place (path, links, error);
}

gboolean
jd_safety_check_place (const char *path, GError **error)
{
  return check_chain (path, 0, error);
}

gboolean
jd_safety_check (const char *path, GError **error)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return refuse (g_strerror (errno), error);
  if (!S_ISREG (info.st_mode))
    return refuse (_ ("not a regular file"), error);

  return check_chain (path, 0, error);
}

/* Whether `size` bytes at `offset` lie within `length`. */
static gboolean
fits (guint64 offset, guint64 size, guint64 length)
{
  return offset <= length && size <= length - offset;
}

static gboolean
is_complete (int file, const ElfW (Ehdr) * header, guint64 length)
{
  ElfW (Phdr) segment;

  if (!fits (header->e_phoff, header->e_phnum * sizeof segment, length))
    return FALSE;

  for (guint i = 0; i < header->e_phnum; i++)
    {
      off_t place = (off_t)(header->e_phoff + i * sizeof segment);

      if (pread (file, &segment, sizeof segment, place) != (gssize)sizeof segment)
        return FALSE;
      if (segment.p_type == PT_LOAD && !fits (segment.p_offset, segment.p_filesz, length))
        return FALSE;
    }

  return TRUE;
}

/* An ELF file for machines with addresses as long as here. */
static gboolean
is_native (int file, ElfW (Ehdr) * header)
{
  return pread (file, header, sizeof *header, 0) == (gssize)sizeof *header
         && memcmp (header->e_ident, ELFMAG, SELFMAG) == 0
         && header->e_ident[EI_CLASS] == (sizeof (ElfW (Addr)) == 8 ? ELFCLASS64 : ELFCLASS32);
}

/* The loader passes over files for other machines and says that they are not there. */
static gboolean
is_for_this_machine (const ElfW (Ehdr) * header)
{
  int file = open ("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  ElfW (Ehdr) own;
  gboolean known = file >= 0 && is_native (file, &own);

  if (file >= 0)
    (void)close (file);
  return !known || header->e_machine == own.e_machine;
}

static gboolean
check_headers (int file, GError **error)
{
  guint64 length = (guint64)lseek (file, 0, SEEK_END);
  ElfW (Ehdr) header;

  if (!is_native (file, &header))
    return TRUE;

  if (!is_complete (file, &header, length))
    g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN,
                 _ ("cut short: more than its %zu bytes should be there"), (gsize)length);
  else if (!is_for_this_machine (&header))
    g_set_error (error, JD_ERROR, JD_ERROR_PLUGIN,
                 _ ("built for another kind of machine (ELF number %u)"), header.e_machine);
  else
    return TRUE;

  return FALSE;
}

/* The headers alone are read, whatever the size. */
gboolean
jd_safety_check_headers (const char *path, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean sound;

  if (file < 0)
    return refuse (g_strerror (errno), error);

  sound = check_headers (file, error);
  (void)close (file);
  return sound;
}
