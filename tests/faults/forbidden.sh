#!/bin/sh
# forbidden.sh - in the sandbox an analyzer can do nothing but analyze
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# fault_forbidden tries the act that a document names.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"

# Not asked for it, jiandu goes on without a sandbox where there is none, and says so.
echo '{"id": "a", "text": "云溪区"}' >one.ndjson
pipeline fault_none
run - <one.ndjson >first 2>stderr || { fault "status $?"; cat stderr; }
if grep -q 'no sandbox here' stderr; then
  sed 's/^/forbidden: skipped, /' stderr
  exit 77
fi

printf '{"jiandu": 1, "analyzers": [{"use": "fault_forbidden", "options": {"folder": "%s/target"}}]}' \
  "$work" >acts.json

# $1: isolation; on standard input acts.  Leaves one record for each, told by its answer.
try () {
  rm -rf target
  mkdir -m 777 target
  sed 's/.*/{"id": "&", "text": "&"}/' >acts.ndjson
  # shellcheck disable=SC2086 # $as is several words
  $as jiandu run --isolation "$1" --jobs 1 --plugin-dir "$faults" -p acts.json - \
    <acts.ndjson >records 2>stderr || { fault "$1: status $?"; cat stderr; }
  [ "$(wc -l <records)" -eq "$(wc -l <acts.ndjson)" ] || fault "$1: not one record each"
}

# $1: an answer that every record must have.
all_are () {
  grep -vF "\"succeeded\":$1}" records && fault "not $1"
}

# The acts without which the test below would be worth nothing do succeed elsewhere.
unbound () {
  try process <<END
create
write
chmod
tcp
udp
unix
socketpair
thread
fork
truncate
unlink
END
  all_are true
}

bound () {
  sed -n 's/^  { "\([a-z0-9-]*\)", \(TRUE\|FALSE\), .*/\1/p' "$abs_top_srcdir/tests/faults/acts.c" >acts
  [ "$(wc -l <acts)" -ge 16 ] || fault 'too few acts found'
  try sandbox <acts
  all_are false
  [ "$(cat target/file)" = untouched ] || fault 'the file was changed'
  [ "$(ls target)" = "$(printf 'empty\nfile')" ] || fault 'the folder was changed'
}

as=
unbound
bound
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 .
  as='setpriv --reuid=65534 --regid=65534 --clear-groups'
  if $as jiandu --version >/dev/null 2>&1; then
    unbound
    bound
  else
    echo 'forbidden: not tried as another user, who cannot read the build folder'
  fi
fi
as=

# A kernel without Landlock: one warning, the same result; refused when the sandbox is asked for.
# shellcheck disable=SC2317 # expect runs it
without_landlock () {
  strace -f -qq -o /dev/null -e inject=landlock_create_ruleset:error=ENOSYS jiandu run \
    --plugin-dir "$faults" -p pipeline.json --jobs 2 "$@" - <one.ndjson
}
if ldd "$abs_top_builddir/.libs/libjiandu.so" | grep -q libasan || ! strace true 2>/dev/null; then
  echo 'forbidden: a kernel without Landlock is not tried, strace does not work here'
else
  expect 0 'no sandbox here, going on without it; what is missing: Landlock' without_landlock
  [ "$(wc -l <stderr)" -eq 1 ] || { fault 'more than one warning'; cat stderr; }
  cmp first stdout || fault 'another result without Landlock'
  expect 2 'sandbox: not to be had here without Landlock; use --isolation process' \
    without_landlock --isolation sandbox
  expect 0 '' without_landlock --isolation process
fi
exit $failed
