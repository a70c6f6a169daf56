#!/bin/sh
# headers.sh - every public header compiles alone, in C11 and in C++17, pedantically
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
flags="-I$abs_top_srcdir/include -I$abs_top_builddir/include $(pkg-config --cflags glib-2.0)"
failed=0
n_headers=0
for header in "$abs_top_srcdir"/include/jiandu/*.h; do
  n_headers=$((n_headers + 1))
  name=jiandu/$(basename "$header")
  for compiler in "gcc -x c -std=c11" "g++ -x c++ -std=c++17"; do
    # GLib's own headers are not our matter: -isystem keeps them out of -pedantic.
    # shellcheck disable=SC2086
    printf '#include <%s>\n' "$name" \
      | $compiler $(printf '%s' "$flags" | sed 's#-I/usr#-isystem /usr#g') \
          -pedantic -Wall -Wextra -Werror -fsyntax-only - \
      || { echo "headers: $name does not stand alone ($compiler)"; failed=1; }
  done
done
[ "$n_headers" -gt 5 ] || { echo "headers: found $n_headers headers"; failed=1; }
exit $failed
