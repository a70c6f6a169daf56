#!/bin/sh
# output.sh - where results go, and what happens when they cannot
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
pipeline fault_none
mkdir in
for name in a b c; do printf '云溪区 %s\n' $name >in/$name.txt; done

# Equal input, equal bytes; a file holds what standard output would.
run in >one
run in >two
cmp one two || fault 'two runs differ'
expect 0 '' run -o out/deep in
cmp one out/deep/result.ndjson || fault 'the file differs from standard output'
stdout_has documents Records fault out/deep/result.ndjson
[ "$(ls -A out/deep)" = "$(printf 'result.ndjson\nrun.journal')" ] || fault 'something else is left in the folder'
expect 0 '' run -o out --format json in
if [ -x /usr/bin/python3 ]; then
  /usr/bin/python3 -c 'import json; assert len(json.load(open("out/result.json"))["documents"]) == 3' ||
    fault 'result.json is no JSON document of three'
fi
expect 1 '' run -o out in missing.txt
stdout_has 'could not be read  1'

# A terminal sees how far it is, who asks for quiet sees nothing.
[ -z "$(run -q -o out/quiet in 2>&1)" ] || fault 'quiet says something'
if command -v script >/dev/null; then
  script -qec "jiandu run --plugin-dir $faults -p pipeline.json -o out/terminal in" /dev/null | grep -q '\] [0-9]* documents' ||
    fault 'no progress on a terminal'
fi

# Nowhere to write.
expect 4 'in/a.txt: Not a directory' run -o in/a.txt in
expect 4 '/dev/null/x: Not a directory' run --format json -o /dev/null/x in
mkdir locked
chmod 555 locked
if [ ! -w locked ]; then
  expect 4 'locked/.run.lock: Permission denied' run -o locked in
fi
cp one in/result.ndjson
expect 4 'in/result.ndjson: would be read and written' run -o in in
cmp one in/result.ndjson || fault 'the file was touched'
rm in/result.ndjson
cp out/run.journal in
expect 4 'in/run.journal: would be read and written' run -o in in
rm in/run.journal

if [ -c /dev/full ]; then
  for command in 'run in' 'run --format json in'; do
    # shellcheck disable=SC2086
    $command >/dev/full 2>stderr
    [ $? = 4 ] || fault "$command >/dev/full"
    [ "$(grep -c 'standard output: No space left on device' stderr)" = 1 ] || fault 'told twice or never'
  done
  for command in --help --version plugins 'run --help' "check --plugin-dir $faults pipeline.json"; do
    # shellcheck disable=SC2086
    jiandu $command >/dev/full 2>stderr
    [ $? = 4 ] || fault "jiandu $command >/dev/full"
  done
fi
run in >&- 2>stderr
[ $? = 4 ] || fault 'a closed standard output passes'

# The reader leaves: quietly, and not with the status of a mistake.
i=0
while [ $i -lt 300 ]; do printf '云溪区 %01000d\n' $i >in/$i.txt; i=$((i + 1)); done
{ run in 2>stderr; echo $? >status; } | head -n 1 >first
[ -s stderr ] && fault 'not silent when the reader leaves'
[ "$(cat status)" = 141 ] || fault "status $(cat status) when the reader leaves"
exit "$failed"
