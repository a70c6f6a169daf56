#!/bin/sh
# includes.sh - includes run plugins -> include, core -> include, tests -> both, and never back
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
cd "$abs_top_srcdir"
failed=0

# $1: files, $2: what they may not include, $3: why
forbid ()
{
  # shellcheck disable=SC2086
  if grep -nE "^ *# *include +$2" $1 /dev/null; then
    echo "includes: $3"
    failed=1
  fi
}

public=$(find include -name '*.h' -o -name '*.h.in')
plugins=$(find plugins -name '*.[ch]')
core=$(find core -name '*.[ch]')
pure=$(find core -path core/plugin/load.c -prune -o -name '*.[ch]' -print)
not_json=$(find core/model core/text core/lexicon -name '*.[ch]')

forbid "$public" '"' "a public header includes public headers only, in <>"
forbid "$public" '<(ltdl|json|gio|check)' "a public header includes GLib and itself"
forbid "$plugins" '["<](core|config\.h|\.\.|plugins)' "a plugin includes <jiandu/…>, GLib and its own"
forbid "$plugins" '<(json-glib|ltdl|dlfcn)' "a plugin knows no JSON and no loader"
forbid "$core" '["<](plugins|\.\.|tests)' "the core includes core/… and <jiandu/…>"
forbid "$pure" '<(ltdl\.h|dlfcn\.h)' "core/plugin/load.c alone knows libltdl"
forbid "$not_json" '<json-glib' "the model knows no JSON"
[ -n "$plugins" ] && [ -n "$core" ] || { echo "includes: found nothing to check"; failed=1; }
exit $failed
