#!/bin/sh
# pipeline.sh - pipelines and plugins: what is wrong is told before a document is read
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
echo 云溪区 >a.txt

# What run would refuse, check refuses, with the same words.
both () {
  expect "$1" "$2" run a.txt
  [ -s stdout ] && fault 'something was started'
  cp stderr first
  expect "$1" "$2" jiandu check --plugin-dir "$faults" pipeline.json
  cmp first stderr || fault 'check and run differ'
}

for text in '' '{' '[]' '{"jiandu": 1}' '{"jiandu": 1, "analyzers": []} x' \
  '{"jiandu": 2, "analyzers": ["fault_none"]}' '{"jiandu": 1, "analyzers": [5]}'; do
  printf '%s' "$text" >pipeline.json
  both 2 pipeline.json
done
pipeline fault_nine
both 2 'fault_nine'
rm pipeline.json
both 2 'pipeline.json'
for name in abi callback function help magic name option symbol; do
  pipeline fault_none fault_$name
  both 3 "fault_$name"
done

pipeline fault_none
expect 0 '' jiandu check --plugin-dir "$faults" pipeline.json
stdout_has '1. fault_none (fault_none 1)' 'gives fault (length)'
expect 0 '' jiandu check --plugin-dir "$faults" -p pipeline.json
stdout_has fault_none

# An analyzer that fails on a document: the document has its record, with the error in it.
for name in character corpus field layer no_error span; do
  pipeline fault_$name
  expect 1 '' run a.txt
  stdout_lines $(($(grep -c '"corpus":' stdout) + 1))
  stdout_has "\"analyzer\":\"fault_$name\",\"code\":\"analysis\",\"message\":\"" '"id":"a"'
done
expect 1 '' run -o out a.txt
stdout_has 'with failed analyzers  1' 'fault_span  1'

expect 0 '' jiandu plugins --plugin-dir "$faults"
stdout_has fault_none 'the whole text as one record' refused fault_abi.so fault_symbol.so
expect 0 '' jiandu plugins --json --plugin-dir "$faults"
stdout_has '"fault_none"' fault_abi.so
mkdir hiding
cp "$faults/fault_none.so" hiding
expect 0 '' jiandu plugins --plugin-dir hiding --plugin-dir "$faults"
stdout_has 'hidden: '

expect 0 '' jiandu describe --plugin-dir "$faults" fault_none
stdout_has fault_none gives length
expect 0 '' jiandu describe --json --plugin-dir "$faults" fault_none
stdout_has '"fault_none"' '"length"'
expect 2 'fault_nine' jiandu describe --plugin-dir "$faults" fault_nine
expect 3 'fault_abi' jiandu describe --plugin-dir "$faults" fault_abi
exit "$failed"
