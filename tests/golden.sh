#!/bin/sh
# golden.sh - runs every case of tests/golden/ and compares what came out, byte by byte
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# A case is a folder: pipeline.json, the input files (*.md, *.txt, *.ndjson), perhaps meta.csv and
# args (more arguments, split at blanks), and what must come out: expected.ndjson, and where they
# are not empty or 0, expected.stderr and expected.status.
#
# In expected.ndjson every layer and every record begins a line, so that a change can be reviewed
# line by line.  The quotes inside JSON strings are escaped, so what sed looks for stands only where
# a layer or a record begins: nothing needs to understand JSON, and nothing is lost.
#
# usage: golden.sh [CASE...]; with JIANDU_BLESS=1 it writes what came out as what must.
set -u
: "${abs_top_srcdir:?run me by make check, or through pre-inst-env}"
abs_top_srcdir=$(cd "$abs_top_srcdir" && pwd -P) || exit 99
export abs_top_srcdir
cases="$abs_top_srcdir/tests/golden"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
failed=0

# Every layer and every record on a line of its own.
unfold () {
  sed -e 's/"[a-z][a-z0-9_]*":\[/\
&/g' -e 's/{"\(id\|beaten_by\|analyzer\)":/\
&/g'
}

# The folder that the sources are in differs from machine to machine.
hide_folder () {
  sed -e "s|$abs_top_srcdir|SRCDIR|g"
}

inputs () {
  for file in *.md *.txt *.ndjson; do
    case $file in
      \**|expected.ndjson) ;;
      *) printf '%s\n' "$file" ;;
    esac
  done
}

run_case () {
  set --
  if [ -f meta.csv ]; then set -- --meta meta.csv; fi
  # shellcheck disable=SC2046 # args and names of inputs are words by rule
  if [ -f args ]; then set -- "$@" $(cat args); fi
  # shellcheck disable=SC2046
  jiandu run -p pipeline.json "$@" -- $(inputs) >"$work/raw" 2>"$work/stderr.raw"
  echo $? >"$work/expected.status"
  unfold <"$work/raw" >"$work/expected.ndjson"
  hide_folder <"$work/stderr.raw" >"$work/expected.stderr"
  if [ "$(cat "$work/expected.status")" = 0 ]; then : >"$work/expected.status"; fi
}

bless () {
  for part in expected.ndjson expected.stderr expected.status; do
    if [ -s "$work/$part" ]; then cp "$work/$part" "$part"; else rm -f "$part"; fi
  done
}

compare () {
  same=0
  for part in expected.ndjson expected.stderr expected.status; do
    wanted=$part
    if [ ! -f "$part" ]; then wanted=/dev/null; fi
    diff -u "$wanted" "$work/$part" || same=1
  done
  return $same
}

if [ $# -eq 0 ]; then
  cd "$cases" || exit 99
  set -- */
fi
for case in "$@"; do
  case=${case%/}
  cd "$cases/$case" || exit 99
  run_case
  if [ "${JIANDU_BLESS:-0}" = 1 ]; then
    bless
  elif ! compare; then
    echo "golden: $case differs; if that is right: JIANDU_BLESS=1 ./pre-inst-env tests/golden.sh $case"
    failed=1
  fi
done
exit $failed
