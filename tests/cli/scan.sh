#!/bin/sh
# scan.sh - hostile plugin files: none harms the host, each is refused in time with the true reason
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
deadline=200
XDG_CACHE_HOME="$work/cache" JIANDU_SCAN_TIMEOUT=0.2
export XDG_CACHE_HOME JIANDU_SCAN_TIMEOUT
hostile="$work/hostile"
load="$abs_top_builddir/tests/faults/load/.libs/load.so"
good="$faults/fault_none.so"
mkdir hostile open
echo 云溪区 >a.txt

# The sanitizers would catch the signals, and no limit of memory is set where they are.
ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}handle_segv=0:handle_abort=0:handle_sigfpe=0:handle_sigbus=0:detect_leaks=0"
export ASAN_OPTIONS
sanitized=$(nm -D "$good" | grep -c __asan_init)

milliseconds () { echo $(($(date +%s%N) / 1000000)); }

# patch NAME OFFSET BYTES: a copy of the good plugin with other bytes (as for printf) there.
patch () {
  cp "$good" "hostile/$1.so"
  # shellcheck disable=SC2059
  printf "$3" | dd of="hostile/$1.so" bs=1 seek="$2" conv=notrunc status=none
}

# 1. Code that misbehaves when it is loaded.
late='did not load within 0.2 s'
cat >reasons <<END
load_abort crashed (Aborted) while loading
load_alarm starts a timer while loading
load_blocked $late
load_close closes or replaces the standard streams while loading
load_daemon starts a process while loading
load_divide crashed (Floating point exception) while loading
load_exec left with status 0 while loading
load_exit left with status 0 while loading
load_exit_now left with status 0 while loading
load_exit_three left with status 3 while loading
load_flood crashed (File size limit exceeded) while loading
load_folder changes the working folder while loading
load_group crashed (Terminated) while loading
load_loop $late
load_mask changes the file mode mask while loading
load_parent crashed (Killed) while loading
load_pause $late
load_print writes to standard output while loading
load_recurse crashed (Segmentation fault) while loading
load_ring crashed (Alarm clock) while loading
load_segfault crashed (Segmentation fault) while loading
load_setenv changes the environment while loading
load_seven starts a process while loading
load_stop $late
load_stop_parent $late
END
while read -r name reason; do
  cp "$load" "hostile/$name.so"
done <reasons

# 2. Files that are no plugin for this machine, or not all of one.
: >hostile/empty.so
echo 'no plugin' >hostile/words.so
seq 1000 >hostile/numbers.so
printf '#!/bin/sh\nkill -9 $PPID\n#%s\n' "$(seq -s ' ' 40)" >hostile/script.so
truncate -s 1G hostile/zeros.so
cp "$(command -v env)" hostile/program.so
for length in 4 40 64 1000 3000; do
  head -c $length "$good" >hostile/cut_$length.so
done
head -c $(($(wc -c <"$good") / 3)) "$good" >hostile/cut_third.so
patch magic 0 X
patch class 4 '\001'
patch machine 18 '\363\000'
patch kind 16 '\001'
patch nowhere 32 '\377\377\377\377\377\377\377\177'
sed 's/libjiandu\.so\.0/libjiandu.so.9/g' "$good" >hostile/lacking.so
cat >>reasons <<END
empty file too short
words file too short
numbers invalid ELF header
script invalid ELF header
zeros invalid ELF header
program cannot dynamically load position-independent executable
cut_4 file too short
cut_40 file too short
cut_64 cut short: more than its 64 bytes should be there
cut_1000 cut short: more than its 1000 bytes should be there
cut_3000 cut short: more than its 3000 bytes should be there
cut_third cut short: more than its
magic invalid ELF header
class wrong ELF class: ELFCLASS32
machine built for another kind of machine (ELF number 243)
kind only ET_DYN and ET_EXEC can be loaded
nowhere cut short: more than its
lacking libjiandu.so.9: cannot open shared object file: No such file or directory
END

# 3. Places that no code should come from.
mkdir hostile/folder.so
mkfifo hostile/fifo.so
ln -s nothing hostile/dangling.so
ln -s ring_two.so hostile/ring_one.so
ln -s ring_one.so hostile/ring_two.so
ln -s /dev/zero hostile/device.so
cp "$good" hostile/writable.so
chmod 0666 hostile/writable.so
cp "$good" open/open.so
chmod 0777 open
ln -s "$work/open/open.so" hostile/astray.so
cp "$good" hostile/Capital.so
cat >>reasons <<END
folder not a regular file
fifo not a regular file
dangling No such file or directory
ring_one Too many levels of symbolic links
ring_two Too many levels of symbolic links
device not a regular file
writable writable.so can be written by others (mode 0666)
astray open can be written by others (mode 0777)
END
if [ "$(id -u)" = 0 ]; then
  cp "$good" hostile/foreign.so
  chown 54321 hostile/foreign.so
  echo 'foreign belongs to user 54321, who is neither root nor you' >>reasons
fi

# 4. Plugins that cannot be relied on.
for name in abi callback function help magic name option symbol; do
  cp "$faults/fault_$name.so" hostile
done
cp "$good" hostile/renamed.so
cat >>reasons <<END
fault_abi built for plugin ABI 999, this is 1
fault_callback its symbol jd_analyzer is no descriptor
fault_function undefined symbol: jd_no_such_function
fault_help gives: layer fault_help: field length has no help
fault_magic its descriptor begins with 12345678
fault_name its name is "fault_other", its file's "fault_name"
fault_option option top: 500 is out of range
fault_symbol undefined symbol: jd_analyzer
renamed its name is "fault_none", its file's "renamed"
END
n_hostile=$(wc -l <reasons)
[ "$n_hostile" -ge 55 ] || fault "only $n_hostile kinds"

cp "$good" hostile
cp "$load" hostile/load_good.so
plugins () { jiandu plugins --plugin-dir "$hostile" "$@"; }
describe () { jiandu describe --plugin-dir "$hostile" "$1"; }

# How long the command takes when the plugin is a good one.
begin=$(milliseconds)
expect 0 '' describe fault_none
usual=$(($(milliseconds) - begin))

# in_time NAME REASON: refused for that reason, not later than 100 ms after the deadline.  The
# machine may have had something else to do: the best of three counts.
in_time () {
  for attempt in 1 2 3; do
    begin=$(milliseconds)
    expect 3 "$2" describe "$1"
    took=$(($(milliseconds) - begin))
    [ "$took" -le $((deadline + 100 + usual)) ] && return
  done
  fault "$1: decided after $took ms, $attempt times"
}
while read -r name reason; do
  in_time "$name" "$reason"
done <reasons

# It takes a while to use up all memory that there is.
if [ "$sanitized" = 0 ]; then
  cp "$load" hostile/load_memory.so
  JIANDU_SCAN_TIMEOUT=10
  memory='took more than 512 MiB of memory while loading'
  expect 3 "$memory" describe load_memory
  JIANDU_SCAN_TIMEOUT=0.2
  echo "load_memory $memory" >>reasons
  n_hostile=$((n_hostile + 1))
fi

# All at once: each in the list of the broken ones, the good ones still there.
expect 0 '' plugins --broken
while read -r name reason; do
  grep -F -e "$hostile/$name.so: " stdout | grep -qF -e "$reason" \
    || fault "--broken lacks $name: $reason"
done <reasons
stdout_has "$hostile/Capital.so: its name has not the form"
stdout_lines $((n_hostile + 1))
expect 0 '' plugins
grep -q '^  fault_none ' stdout || fault 'fault_none is not among the good ones'
grep -q '^  load_good ' stdout || fault 'load_good is not among the good ones'
[ "$(grep -c '^refused: ' stdout)" = $((n_hostile + 1)) ] || fault 'not all refused'
expect 0 '' plugins --broken --json
[ "$(grep -c '"error"' stdout)" = $((n_hostile + 1)) ] || fault '--json lacks reasons'
grep -q '"summary"' stdout && fault '--broken --json has a good one'
pipeline load_good
expect 0 '' jiandu run --plugin-dir "$hostile" -p pipeline.json a.txt
stdout_has '"analyzer":"load_good"'
pipeline load_segfault
expect 3 "$hostile/load_segfault.so: crashed (Segmentation fault) while loading" \
  jiandu check --plugin-dir "$hostile" pipeline.json

# Nothing that they started is left.
for process in /proc/[0-9]*; do
  if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -qF -e "$hostile/"; then
    fault "still running: $(tr '\0' ' ' <"$process/cmdline")"
  fi
done

# How often the code ran shows when a kept verdict was believed.
JIANDU_LOADS="$work/loads"
export JIANDU_LOADS
mkdir counted
cp "$load" counted/load_count.so
cp "$load" counted/load_count_crash.so
loads () {
  wanted=$1
  shift
  rm -f loads
  "$@" >stdout 2>stderr
  touch loads
  got=$(wc -c <loads)
  [ "$got" = "$wanted" ] || fault "loaded $got times, not $wanted: $*"
}
counted () { jiandu plugins --plugin-dir counted "$@"; }
named () { jiandu describe --plugin-dir counted "$1"; }

loads 3 counted                  # each tried, the good one loaded
loads 1 counted                  # both verdicts kept
stdout_has 'load_count_crash.so: crashed (Segmentation fault) while loading'
loads 1 counted --broken
loads 3 counted --rescan
loads 1 named load_count
loads 1 named load_count_crash   # one that is asked for is tried again
touch counted/load_count.so counted/load_count_crash.so
loads 3 counted
loads 1 counted
echo damaged >>cache/jiandu/plugins
loads 3 counted
loads 1 counted
chmod 0666 cache/jiandu/plugins
loads 3 counted
loads 1 counted
cp "$load" counted/load_mended.so
mv counted/load_mended.so counted/load_count_crash.so
XDG_CACHE_HOME=/dev/null
loads 3 counted
loads 3 counted
XDG_CACHE_HOME="$work/cache"
[ "$(ls -A cache/jiandu)" = plugins ] || fault 'something else is left in the cache folder'

# It is jiandu's own, and says so.
expect 2 'scan is for jiandu itself' jiandu scan "$good"
jiandu --help | grep -q scan && fault 'scan is listed'
exit "$failed"
