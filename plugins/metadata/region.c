/* region.c - names of provinces, cities, counties as documents chain them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "region.h"

#include <string.h>

#define CHARACTER ((gsize)3) /* bytes of a Chinese character */
#define CHAIN_MAX (30 * CHARACTER)

/* What a unit's name ends with.  乡 and 镇 are missing: 新乡市, 景德镇市. */
static const char *const suffixes[]
    = { "自治区", "自治州", "自治县", "地区", "省", "市", "盟", "县", "旗", "区" };

static const char *const municipalities[] = { "北京市", "天津市", "上海市", "重庆市" };

/* Bytes of the suffix at `at`, or 0. */
static gsize
suffix_at (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_prefix (at, suffixes[i]))
      return strlen (suffixes[i]);

  return 0;
}

/* Behind the unit that begins here: 平 in 江临市平桥区.  A unit has a name of at least one
 * character before its suffix, and what is left after it is another unit or nothing (沙市区 is one
 * unit). */
static const char *
unit_end (const char *unit)
{
  const char *at = unit + CHARACTER;

  while (at < unit + strlen (unit))
    {
      gsize step = suffix_at (at);

      if (step > 0 && (at[step] == '\0' || strlen (at + step) > CHARACTER))
        return at + step;
      at += CHARACTER;
    }

  return NULL;
}

static gboolean
is_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN
        || g_utf8_next_char (p) - p != CHARACTER)
      return FALSE;

  return TRUE;
}

const char *
region_last (const char *chain)
{
  const char *last = NULL;

  if (strlen (chain) < 2 * CHARACTER || strlen (chain) > CHAIN_MAX || !is_chinese (chain))
    return NULL;
  for (const char *unit = chain; unit != NULL && *unit != '\0'; unit = unit_end (unit))
    last = unit;

  return unit_end (last) != NULL ? last : NULL;
}

gboolean
region_is_full (const char *chain)
{
  g_autofree char *first = NULL;
  const char *end = unit_end (chain);

  for (gsize i = 0; i < G_N_ELEMENTS (municipalities); i++)
    if (g_str_has_prefix (chain, municipalities[i]))
      return TRUE;
  if (end == NULL)
    return FALSE;
  first = g_strndup (chain, (gsize)(end - chain));

  return g_str_has_suffix (first, "省") || g_str_has_suffix (first, "自治区");
}
