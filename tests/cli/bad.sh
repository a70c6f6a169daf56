#!/bin/sh
# bad.sh - runs every case of bad.txt, each in an empty folder, and compares what is said and how it
# ends
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# A case is "== NAME", shell commands of which the last one counts, "-> STATUS", and all that must
# be said: standard error without "jiandu: ", then the messages of error records.  With a status of
# 2 or more, standard output must be empty: nothing was started.
#
# usage: bad.sh [WORD of a name]; with JIANDU_BLESS=1 it writes what came out as what must.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
cases="$abs_top_srcdir/tests/cli/bad.txt"
none="$work/none.json"
pipeline fault_none
mv pipeline.json "$none"

# What the cases may use.  No case may hang.

jiandu () {
  timeout 30 jiandu "$@"
}

# A user without root's right to read and write everything.
plain () {
  if [ "$(id -u)" = 0 ]; then
    setpriv --bounding-set=-dac_override,-dac_read_search timeout 30 jiandu "$@"
  else
    jiandu "$@"
  fi
}

# check JSON: as a pipeline file.
check () {
  printf '%s' "$1" >p.json
  jiandu check p.json
}

# check_list JSON: as its analyzers.
check_list () {
  check "{\"jiandu\": 1, \"analyzers\": [$1]}"
}

# run ...: with one analyzer that never fails.
run () {
  jiandu run --plugin-dir "$faults" -p "$none" "$@"
}

# lines FORMAT: as lines of NDJSON.
lines () {
  # shellcheck disable=SC2059
  printf "$1" >in.ndjson
  run in.ndjson
}

# meta FORMAT: as a table of facts about a.txt.
meta () {
  echo 云溪区 >a.txt
  # shellcheck disable=SC2059
  printf "$1" >m.csv
  run --meta m.csv a.txt
}

# figures TEXT: says what the analyzer number makes of it.
figures () {
  printf '%s\n' "$1" >a.txt
  echo '{"jiandu": 1, "analyzers": ["number"]}' >p.json
  jiandu run -p p.json a.txt >out || return
  grep -oE '"text":"[^"]*"|"value":[^,}]*|"overflow":[a-z]*' out >&2
}

# What the last command said; folders that differ from machine to machine have names.
said () {
  {
    sed 's/^jiandu: //' stderr
    sed -n 's/.*"errors":\[{[^]]*"message":"\(.*\)"}\]}*$/\1/p' stdout | sed 's/\\"/"/g'
  } | sed -e "s|$work/case|HERE|g" -e "s|$faults|FAULTS|g" -e "s|$abs_top_builddir|BUILD|g" \
    -e 's|, /[^,)]*/jiandu/plugins)|, INSTALLED)|'
}

run_case () {
  chmod -R u+rwx case 2>/dev/null
  rm -rf case
  mkdir case
  (
    cd case || exit 99
    eval "$commands"
  ) >stdout 2>stderr </dev/null
  got=$?
  got_said=$(said)
  if [ "$got" -ge 2 ] && [ -s stdout ]; then fault "$name: something was started"; fi
}

finish () {
  case $name in *"$chosen"*) ;; *) return ;; esac
  case $commands in *plain\ *) if ! plain --version >/dev/null 2>&1; then return; fi ;; esac
  run_case
  count=$((count + 1))
  if [ "${JIANDU_BLESS:-0}" = 1 ]; then
    printf '== %s\n%s-> %s\n%s\n' "$name" "$commands" "$got" "${got_said:+$got_said
}" >>blessed
  elif [ "$got" != "$status" ] || [ "$got_said" != "${wanted%?}" ]; then
    fault "$name: status $got, not $status; what was said (+), and what must be (-):"
    printf '%s\n' "${wanted%?}" >wanted
    printf '%s\n' "$got_said" | diff -u wanted - | tail -n +4
  fi
}

chosen=${1-} name='' count=0
while IFS= read -r line; do
  case $line in
    '== '*)
      [ -z "$name" ] || finish
      name=${line#== } commands='' status='' wanted=''
      ;;
    '-> '*) status=${line#-> } ;;
    '' | '#'*) ;;
    *)
      if [ -z "$status" ]; then
        commands="$commands$line
"
      else
        wanted="$wanted$line
"
      fi
      ;;
  esac
done <"$cases"
finish
if [ "${JIANDU_BLESS:-0}" = 1 ]; then
  { sed '/^== /,$d' "$cases"; cat blessed; } >whole && cp whole "$cases"
fi
[ "$count" -ge 50 ] || [ -n "$chosen" ] || fault "only $count cases"
exit "$failed"
