#!/bin/sh
# shard.sh - a run in parts, and the parts put together
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
pipeline fault_none
mkdir in
i=0
while [ $i -lt 50 ]; do printf '云溪区 %d\n' $i >in/$i.txt; i=$((i + 1)); done
printf '{"id": "7", "text": "云溪区"}\n{"id": "x", "text": "江临市"}\n' >in/more.ndjson
# shellcheck disable=SC2317 # called by expect
merge () {
  jiandu merge --plugin-dir "$faults" -p pipeline.json "$@"
}

run in >whole
[ "$(grep -c 'was given before' whole)" = 1 ] || fault 'no doubled id in the sample'
for i in 3 1 2; do
  run --shard $i/3 -o parts in >stdout 2>stderr
  status=$?
  [ -s stdout ] && fault 'a shard prints something'
  [ $status -le 1 ] || { fault "status $status of shard $i"; cat stderr; }
done
expect 1 '' merge parts
cmp whole stdout || fault 'merged, the result is another'
expect 1 '' merge -o out parts/2-of-3.shard parts/1-of-3.shard parts/3-of-3.shard
cmp whole out/result.ndjson || fault 'merged into a folder, the result is another'
[ "$(ls -A out)" = result.ndjson ] || fault 'something else is left in the folder'
run --format json in >whole.json
expect 1 '' merge --format json parts
cmp whole.json stdout || fault 'merged as JSON, the result is another'

# Sealed already: nothing is analyzed again, and the shard is the same.
cp parts/1-of-3.shard first
size=$(wc -c <parts/1-of-3.journal)
run --shard 1/3 -o parts in
cmp first parts/1-of-3.shard || fault 'a shard made again is another'
[ "$(wc -c <parts/1-of-3.journal)" = "$size" ] || fault 'something was analyzed again'

# What does not belong together.
expect 2 'missing: shard 2/3' merge parts/1-of-3.shard parts/3-of-3.shard
expect 2 'parts/1-of-3.shard: shard 1/3 again; first is that already' merge first parts
head -c 300 first >short
expect 2 'short: ' merge short parts/2-of-3.shard parts/3-of-3.shard
grep -q 'run shard 1/3 again$' stderr || { fault 'no remedy is told'; cat stderr; }
run --shard 1/4 -o other in >/dev/null
expect 2 'parts/2-of-3.shard: shard 2/3, but other/1-of-4.shard is shard 1/4' \
  merge other/1-of-4.shard parts/2-of-3.shard parts/3-of-3.shard
rm in/3.txt
run --shard 1/3 -o other in >/dev/null
expect 2 'parts/2-of-3.shard: of 52 documents, but other/1-of-3.shard of 51: the inputs were not the same' \
  merge other/1-of-3.shard parts/2-of-3.shard parts/3-of-3.shard
printf '\n' >>pipeline.json
expect 2 'parts/1-of-3.shard: of a run with another pipeline, other plugins or another jiandu' merge parts

# Wrong use.
expect 2 'nothing to merge' merge
expect 2 'in: no shards in it' merge in
expect 2 'in/1.txt: not a shard' merge in/1.txt
expect 2 'nowhere: No such file or directory' merge nowhere
expect 2 '--shard: "4/3" is not I/N' run --shard 4/3 -o parts in
expect 2 '--shard: name the folder for it with -o' run --shard 1/3 in
exit "$failed"
