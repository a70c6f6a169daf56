#!/bin/sh
# hygiene.sh - length of files, licence tags, leftovers, sources of data
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
cd "$abs_top_srcdir"
failed=0
complain () { echo "hygiene: $*"; failed=1; }

sources=$(find core plugins include tests docs -name '*.[ch]' -o -name '*.sh')
[ -n "$sources" ] || complain "found nothing to check"
for file in $sources; do
  lines=$(wc -l <"$file")
  [ "$lines" -le 500 ] || complain "$file: $lines lines, 500 at most"
  sed -n '1,8p' "$file" | grep -q 'SPDX-License-Identifier: LGPL-2.1-or-later' \
    || complain "$file: no licence tag in its first lines"
  sed -n '1,2p' "$file" | grep -qF "$(basename "$file") - " \
    || complain "$file: the first lines do not say what it is"
done
# shellcheck disable=SC2086
if grep -nE 'TODO|FIXME|XXX[^X]' $sources | grep -v 'tests/checks/hygiene.sh' | grep -v 'XXXXXX'; then
  complain "leftovers"
fi
for table in $(find plugins -name '*.tsv'); do
  sed -n 1p "$table" | grep -qE '^# .*(LGPL|CC0|MIT|public domain)' \
    || complain "$table: line 1 does not tell source and licence"
done
exit $failed
