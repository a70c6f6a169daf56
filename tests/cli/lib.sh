# lib.sh - what the tests of the command share; sourced by them
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=sh disable=SC2034
set -u
: "${abs_top_srcdir:?run me by make check, or through pre-inst-env}"
: "${abs_top_builddir:?run me by make check, or through pre-inst-env}"
faults="$abs_top_builddir/tests/faults/.libs"
work=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 99
failed=0

fault () {
  echo "FAIL: $*"
  failed=1
}

# expect STATUS MESSAGE COMMAND...: runs the command; it must end with STATUS, and standard error
# must hold MESSAGE (a fixed string; empty: nothing at all).  Leaves stdout and stderr here.
expect () {
  wanted=$1 message=$2
  shift 2
  "$@" >stdout 2>stderr
  got=$?
  if [ $got -ne "$wanted" ]; then fault "status $got, not $wanted: $*"; cat stderr; fi
  if [ -z "$message" ]; then
    if [ -s stderr ]; then fault "not silent: $*"; cat stderr; fi
  elif ! grep -qF -e "$message" stderr; then
    fault "standard error lacks \"$message\": $*"; cat stderr
  fi
}

# stdout_has TEXT...: what the last command printed holds each of them.
stdout_has () {
  for text in "$@"; do
    grep -qF -e "$text" stdout || { fault "standard output lacks \"$text\""; cat stdout; }
  done
}

stdout_lines () {
  lines=$(wc -l <stdout)
  [ "$lines" -eq "$1" ] || { fault "$lines lines on standard output, not $1"; cat stdout; }
}

# pipeline ANALYZER...: writes pipeline.json with these.
pipeline () {
  list=$(printf ', "%s"' "$@")
  printf '{"jiandu": 1, "analyzers": [%s]}\n' "${list#, }" >pipeline.json
}

# run ...: jiandu run with pipeline.json and the plugins of tests/faults.
run () {
  jiandu run --plugin-dir "$faults" -p pipeline.json "$@"
}
