/* abi.h - what makes a plugin and the core fit together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The plugin contract's number.  A plugin must have been built for the number of the core that
 * loads it.  Structures grow only at their end: `size` tells the core how much a plugin knew, and
 * what lies beyond counts as zero. */
#define JD_ABI 1

/* First word of every descriptor ("JDPL"): a file that shows something else is no plugin. */
#define JD_MAGIC 0x4a44504cU

#if defined(__GNUC__)
#define JD_EXPORT __attribute__ ((visibility ("default")))
#else
#define JD_EXPORT
#endif

/* Marks the functions of libjiandu. */
#define JD_API JD_EXPORT extern

/* The head of every plugin's descriptor. */
typedef struct
{
  guint32 magic;       /* JD_MAGIC */
  guint32 abi;         /* JD_ABI, as the plugin was built */
  guint32 size;        /* size of the whole descriptor, as the plugin was built */
  guint32 reserved;    /* 0 */
  const char *name;    /* [a-z][a-z0-9_]{0,31}; the file is NAME.so */
  const char *version; /* the plugin's own, for people and for provenance */
  const char *summary; /* one line: what it gives */
  const char *licence; /* SPDX expression */
} JdPlugin;

/* First in every descriptor's `.plugin`; `type` is the descriptor's type. */
#define JD_PLUGIN_HEAD(type) .magic = JD_MAGIC, .abi = JD_ABI, .size = sizeof (type)

G_END_DECLS
