#!/bin/sh
# stream.sh - a line in, a line out: in order, at once, errors in their place
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0
complain () { echo "stream: $*"; failed=1; }

# $1: number of the line, $2: what it must hold
line_has ()
{
  sed -n "$1p" out | grep -qF "$2" || complain "line $1 lacks $2: $(sed -n "$1p" out)"
}

long=$(head -c 3000 /dev/zero | tr '\0' x)
printf '%s\n' '{"id":"a","text":"今年生产总值增长6%以上。"}' '{bad' '' '{"id":"a","text":"又一个。"}' \
  "{\"id\":\"long\",\"text\":\"$long\"}" >in
printf '{"id":"last","text":"没有换行。"}' >>in
for way in '--jobs 1' '--jobs 2' '--isolation off'; do
  status=0
  # shellcheck disable=SC2086 # a way is several words
  jiandu stream $way --max-size 2000 <in >out 2>stderr || status=$?
  [ "$status" = 1 ] || complain "$way: status $status, wanted 1: $(cat stderr)"
  [ "$(wc -l <out)" = 6 ] || complain "$way: $(wc -l <out) lines for 6"
  line_has 1 '"quantity":[{'
  line_has 2 '"code":"input","message":"-:2:2:'
  line_has 3 '"id":"-:3"'
  line_has 4 '{"document":{"id":"a","source":"-","sha256":'
  line_has 5 'larger than the limit of 2000'
  line_has 6 '{"document":{"id":"last"'
  if grep -q '"corpus"' out; then complain "$way: a corpus stage"; fi
done

# Who waits for the answer before asking again must get it.
mkfifo questions
jiandu stream --jobs 2 <questions >answers &
exec 3>questions
for id in one two three; do
  printf '{"id":"%s","text":"今年新增就业5000人。"}\n' "$id" >&3
  tries=0
  until grep -q "\"id\":\"$id\"" answers; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { complain "no answer to $id"; break; }
    sleep 0.1
  done
done
exec 3>&-
wait || complain "the stream ended with $?"

jiandu stream <in >/dev/full 2>stderr && complain "/dev/full: status 0"
grep -q 'standard output: No space left on device' stderr || complain "/dev/full: $(cat stderr)"
: | jiandu stream >out || complain "nothing in: status $?"
[ ! -s out ] || complain "nothing in gave something"
exit $failed
