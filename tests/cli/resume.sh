#!/bin/sh
# resume.sh - a run that was stopped goes on where it was, and its result is that of one run
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# JD_KILLS: how many runs are killed (60), in campaigns of 12 each.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
kills=${JD_KILLS-60}
pipeline fault_none
mkdir in
i=0
while [ $i -lt 400 ]; do printf '云溪区 %d\n' $i >in/$i.txt; i=$((i + 1)); done
run in >whole

# A run into a folder whose run is complete analyzes nothing, and says the same.
expect 0 '' run -o out in
cmp whole out/result.ndjson || fault 'with a journal the result is another'
size=$(wc -c <out/run.journal)
expect 0 '' run -o out in
cmp whole out/result.ndjson || fault 'recalled, the result is another'
[ "$(wc -c <out/run.journal)" = "$size" ] || fault 'something was analyzed again'
expect 0 '' run --anew -o out in
cmp whole out/result.ndjson || fault 'anew, the result is another'
[ "$(wc -c <out/run.journal)" = "$size" ] || fault '--anew keeps the old entries'

# grown: sets `by` to how many bytes came to the journal.
grown () {
  new=$(wc -c <out/run.journal)
  by=$((new - size)) size=$new
}

# What changed is analyzed again, and only that: one document's entry is a small part of 400.
one=$((size / 200))
printf '云溪区 changed\n' >in/7.txt
run in >whole
expect 0 '' run -o out in
cmp whole out/result.ndjson || fault 'a changed document is not noticed'
grown
if [ "$by" -eq 0 ] || [ "$by" -gt $one ]; then fault "one changed document: $by bytes"; fi
printf '云溪区 new\n' >in/0a.txt
rm in/9.txt
run in >whole
expect 0 '' run -o out in
cmp whole out/result.ndjson || fault 'a new and a missing document are not noticed'
grown
if [ "$by" -eq 0 ] || [ "$by" -gt $one ]; then fault "one new document: $by bytes"; fi
printf 'id,region\n8,云溪区\n' >meta.csv
run --meta meta.csv in >whole
expect 0 '' run --meta meta.csv -o out in
cmp whole out/result.ndjson || fault 'a changed fact is not noticed'
grown
if [ "$by" -eq 0 ] || [ "$by" -gt $one ]; then fault "one changed fact: $by bytes"; fi

# Another pipeline: all again.  A damaged end: told, and made good.
run in >whole
printf '\n' >>pipeline.json
expect 0 'out/run.journal: the pipeline, a plugin or jiandu has changed; all documents are analyzed again' \
  run -o out in
cmp whole out/result.ndjson || fault 'another pipeline is not noticed'
printf 'garbage' >>out/run.journal
expect 0 'out/run.journal: 7 damaged bytes at the end; what they told is done again' run -o out in
cmp whole out/result.ndjson || fault 'damage passes'
printf 'a letter' >out/run.journal
expect 4 'out/run.journal: not a journal, or damaged at its beginning; move it away' run -o out in
[ "$(cat out/run.journal)" = 'a letter' ] || fault 'a stranger was touched'
rm -r out

# begin: run into out as a child of its own, no shell between.
begin () {
  jiandu run --plugin-dir "$faults" -p pipeline.json -o out in >stdout 2>stderr &
  child=$!
}

# start: the same, and wait until its journal is there.
start () {
  begin
  while [ ! -e out/run.journal ] && kill -0 $child 2>/dev/null; do :; done
}

# A slow pipeline, so that a signal finds it at work: 400 reports of 40,000 bytes.
pipeline fault_none
mkdir slow
long=$(printf '云溪区江临市%.0s' $(seq 2000))
i=0
while [ $i -lt 400 ]; do echo "$long $i" >slow/$i.txt; i=$((i + 1)); done
rm -r in
mv slow in
run in >whole

# Asked to stop, it says how far it is, and ends by that signal.
for signal in TERM INT; do
  rm -rf out
  start
  kill -$signal $child
  wait $child
  status=$?
  number=15
  [ $signal = TERM ] || number=2
  if [ $status -ne 0 ]; then
    [ $status -eq $((128 + number)) ] || fault "status $status after SIG$signal"
    grep -q '^jiandu: stopped; run again to continue ([0-9]* of 400 done)$' stderr ||
      { fault "not told after SIG$signal"; cat stderr; }
    [ -e out/result.ndjson ] && fault 'a result of a run that was stopped'
  fi
  expect 0 '' run -o out in
  cmp whole out/result.ndjson || fault "another result after SIG$signal"
done

# Killed at any moment, again and again; the pause grows from nothing to a whole run.
campaign=0 hit=0
while [ $campaign -lt $((kills / 12)) ]; do
  rm -rf out
  k=0
  while [ $k -lt 12 ]; do
    begin
    sleep "0.0$(((campaign * 7 + k * 5) % 10))$((k % 10))"
    kill -9 $child 2>/dev/null
    wait $child 2>/dev/null
    [ $? -eq 137 ] && hit=$((hit + 1))
    k=$((k + 1))
  done
  # A kill may fall into the middle of a write: what it left is told, and done again.
  run -o out in >stdout 2>stderr || { fault "status $? after the kills"; cat stderr; }
  if grep -v 'damaged bytes at the end' stderr; then fault 'not silent after the kills'; fi
  cmp whole out/result.ndjson || fault "campaign $campaign: another result"
  [ "$(ls -A out)" = "$(printf 'result.ndjson\nrun.journal')" ] || { fault 'something is left'; ls -A out; }
  campaign=$((campaign + 1))
done
echo "$hit runs killed"
[ $hit -gt 0 ] || [ "$kills" -lt 12 ] || fault 'no run was killed'

# Two runs into one folder: the second leaves at once, the first is not disturbed.
rm -rf out
start
kill -STOP $child 2>/dev/null
if [ -e out/.run.lock ]; then
  expect 4 'out is in use by process ' run -o out in
fi
kill -CONT $child 2>/dev/null
wait $child || fault 'the first of two runs failed'
cmp whole out/result.ndjson || fault 'the first of two runs was disturbed'

# A full disk: what was finished stays.
(
  ulimit -f 64
  trap '' XFSZ
  rm -rf out
  run -o out in >/dev/null 2>stderr
  [ $? = 4 ] || exit 1
  grep -q 'out/run.journal: File too large after [0-9]* of 400; nothing finished is lost; free space and run again$' stderr ||
    { cat stderr; exit 1; }
) || fault 'a full disk is not told'
expect 0 '' run -o out in
cmp whole out/result.ndjson || fault 'another result after a full disk'
exit "$failed"
