#!/bin/sh
# symbols.sh - libjiandu shows the contract and nothing foreign, a plugin shows its descriptor only
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
failed=0
complain () { echo "symbols: $*"; failed=1; }

defined () { nm -D --defined-only "$1" | awk '$2 != "A" {print $3}' | sed 's/@.*//' | sort -u; }

# Sanitizers and gcov add symbols of their own.
foreign='^(__(asan|ubsan|odr|sanitizer|gcov|llvm|lsan)|_init$|_fini$|mangle_path$)'

# What the headers promise is what the first node of the map lists.
headers=$(cat "$abs_top_srcdir"/include/jiandu/*.h | tr '\n' ' ' | grep -o 'JD_API [^;(]*(' \
          | sed 's/.*[ *]\(jd_[a-z0-9_]*\) *($/\1/' | sort -u)
map=$(sed -n '/^JIANDU_1 {/,/^};/s/^ *\(jd_[a-z0-9_]*\);/\1/p' "$abs_top_srcdir/core/libjiandu.map" | sort -u)
[ "$headers" = "$map" ] || {
  complain "include/jiandu and core/libjiandu.map differ:"
  printf '%s\n' "$headers" >symbols-headers.tmp
  printf '%s\n' "$map" | diff symbols-headers.tmp - || true
  rm -f symbols-headers.tmp
}

library=$abs_top_builddir/.libs/libjiandu.so
for symbol in $(defined "$library" | grep -Ev "$foreign"); do
  case $symbol in jd_*) ;; *) complain "libjiandu shows $symbol" ;; esac
done
for symbol in $map; do
  defined "$library" | grep -qx "$symbol" || complain "libjiandu lacks $symbol"
done

n_plugins=0
for plugin in "$abs_top_builddir"/plugins/.libs/*.so; do
  [ -e "$plugin" ] || break
  n_plugins=$((n_plugins + 1))
  shown=$(defined "$plugin" | grep -Ev "$foreign" | tr '\n' ' ')
  [ "$shown" = 'jd_analyzer ' ] || complain "$plugin shows $shown"
done
[ "$n_plugins" -gt 0 ] || complain "no plugins in $abs_top_builddir/plugins/.libs"
exit $failed
