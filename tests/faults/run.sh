#!/bin/sh
# run.sh - analyzers that misbehave in every way, among documents that must not notice
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# JIANDU_DOCUMENTS (300): how many healthy ones; JIANDU_ROUNDS (1): how often each fault.
# JIANDU_FULL=1: 9,500 and 20.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/../cli/lib.sh"
if ldd "$abs_top_builddir/.libs/libjiandu.so" | grep -q libasan; then
  echo 'faults: skipped, under the address sanitizer crashes end another way and limits are too tight'
  exit 77
fi
documents=${JIANDU_DOCUMENTS:-300} rounds=${JIANDU_ROUNDS:-1}
[ -z "${JIANDU_FULL:-}" ] || documents=9500 rounds=20
echo '{"jiandu": 1, "analyzers": ["fault_marked"], "limits": {"memory_bytes": 268435456}}' \
  >pipeline.json

# Word, code, and what the message must hold; "-": all is well.  In the sandbox fork() fails, which
# the analyzer does not mind.
cat >faults <<'END'
crash crash analyzer "fault_marked" crashed (Segmentation fault)
abort crash analyzer "fault_marked" crashed (Aborted)
overflow crash analyzer "fault_marked" crashed (Segmentation fault)
divide crash analyzer "fault_marked" crashed (Floating point exception)
twice crash analyzer "fault_marked" crashed (Aborted)
leave crash analyzer "fault_marked" left with status 0
leave-now crash analyzer "fault_marked" left with status 7
eat crash analyzer "fault_marked" crashed
loop timeout analyzer "fault_marked" did not finish within 1 s
sleep timeout analyzer "fault_marked" did not finish within 1 s
stop timeout analyzer "fault_marked" did not finish within 1 s
block timeout analyzer "fault_marked" did not finish within 1 s
half timeout analyzer "fault_marked" did not finish within 1 s
rubbish protocol analyzer "fault_marked" answered what makes no sense
length protocol analyzer "fault_marked" answered what makes no sense
another protocol analyzer "fault_marked" answered what makes no sense
close protocol analyzer "fault_marked" closed the channel to jiandu
fork - -
chatter - -
END

# The same documents, with and without the faulty ones between them.
awk -v documents="$documents" -v rounds="$rounds" '
  { word[++kinds] = $1 }
  END {
    every = int (documents / (kinds * rounds))
    if (every < 1) every = 1
    for (i = 1; i <= documents; i++) {
      line = "{\"id\": \"well-" i "\", \"text\": \"云溪区第" i "份报告\"}"
      print line >"healthy.ndjson"
      print line >"mixed.ndjson"
      if (i % every == 0 && faulty < kinds * rounds) {
        faulty++
        print "{\"id\": \"" word[faulty % kinds + 1] "-" faulty "\", \"text\": \"fault:" \
          word[faulty % kinds + 1] "\"}" >"mixed.ndjson"
      }
    }
  }' faults


# $1: jobs, $2: isolation
check () {
  jiandu run --plugin-dir "$faults" --timeout 1 --jobs "$1" --isolation "$2" \
    -p pipeline.json - <mixed.ndjson >mixed 2>stderr
  status=$?
  [ $status -eq 1 ] || { fault "status $status, not 1"; cat stderr; }
  [ "$(wc -l <mixed)" -eq "$(wc -l <mixed.ndjson)" ] || fault 'not one record each'
  grep -F '"id":"well-' mixed | cmp - clean || fault "jobs $1, $2: the healthy ones noticed"
  while read -r word code message; do
    grep "^{\"document\":{\"id\":\"$word-[0-9]" mixed >these
    [ -s these ] || fault "no record of $word"
    if [ "$code" = - ]; then
      grep -v '"layers":{"markup":\[\],"fault":' these && fault "$word is not well"
    else
      quoted=$(printf '%s' "$message" | sed 's/"/\\"/g')
      grep -vF "\"analyzer\":\"fault_marked\",\"code\":\"$code\",\"message\":\"$quoted" these \
        && fault "$word: another cause, not $code"
    fi
  done <faults
}

jiandu run --plugin-dir "$faults" --isolation off -p pipeline.json - <healthy.ndjson >clean \
  || fault 'the clean run failed'
[ "$(wc -l <clean)" -eq "$documents" ] || fault 'the clean run is not whole'
check 1 process
cp mixed first
check 2 process
cmp first mixed || fault 'two workers give other bytes than one'
check 2 sandbox
cmp first mixed || fault 'the sandbox gives other bytes'

# The corpus stage gives the same wherever it runs.
years="$abs_top_srcdir/tests/golden/achievement-years"
for isolation in off process sandbox; do
  jiandu run --isolation $isolation -p "$years/pipeline.json" "$years"/*.md >corpus.$isolation \
    || fault "$isolation: the run failed"
  grep -q '"documents":[1-9]' corpus.$isolation || fault "$isolation: an empty corpus"
  cmp corpus.off corpus.$isolation || fault "$isolation gives other bytes than off"
done

# When the supervisor is killed its workers go, too.
echo '{"id": "a", "text": "fault:sleep"}' >sleep.ndjson
jiandu run --plugin-dir "$faults" --isolation process -p pipeline.json sleep.ndjson >/dev/null &
supervisor=$!
sleep 0.5
worker=$(ps -eo pid=,ppid= | awk -v parent=$supervisor '$2 == parent { print $1 }')
[ -n "$worker" ] || fault 'no worker was started'
kill -9 $supervisor
wait $supervisor 2>/dev/null
sleep 0.2
for process in $worker; do
  case $(ps -o stat= -p "$process") in
    '' | Z*) ;; # gone, or only not yet told
    *) fault "process $process is left" ;;
  esac
done
exit $failed
