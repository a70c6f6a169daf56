#!/bin/sh
# isolation.sh - the same bytes from one process, one worker and two, corpus stage and all
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$abs_top_srcdir"

failed=0
for way in '--isolation off' '--isolation process --jobs 1' '--isolation process --jobs 2' '--jobs 2'; do
  # shellcheck disable=SC2086 # a way is several words
  jiandu run $way examples/reports >"$folder/result" 2>"$folder/stderr"
  tail -n 1 "$folder/result" | grep -q '"achievement-1"' \
    || { echo "isolation: $way: no achievements"; failed=1; }
  [ -f "$folder/first" ] || cp "$folder/result" "$folder/first"
  cmp "$folder/first" "$folder/result" || { echo "isolation: $way differs"; failed=1; }
done
exit $failed
