#!/bin/sh
# scenario.sh - eight shards on a Slurm of two nodes; a node and a mapper are killed on the way
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Started by cluster.sh, which ends what is left running here.
set -u
home=$HOME examples=$JIANDU_CLUSTER/examples
started=$(date +%s)

say () {
  echo "check-cluster: $(($(date +%s) - started)) s: $*"
}

fail () {
  say "FAIL: $*"
  exit 1
}

# wait_for SECONDS COMMAND...
wait_for () {
  tries=$(($1 * 20))
  shift
  until "$@"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || fail "waited too long: $*"
    sleep 0.05
  done
}

# with FILE STRING [MORE]: the processes of this test with STRING in /proc/ID/FILE, as ids; with
# MORE, only those that also have that in their environment.
with () {
  files=$(grep -lszxF -e "$2" /proc/[0-9]*/"$1")
  for file in $files; do
    environment=${file%/*}/environ
    grep -qszxF -e "JIANDU_CLUSTER=$JIANDU_CLUSTER" "$environment" || continue
    grep -qszxF -e "${3:-HOME=$home}" "$environment" || continue
    echo "${file%/*}"
  done | tr -dc '0-9\n'
}

nodes_idle () {
  [ "$(sinfo -h -N -o %t 2>/dev/null | grep -cx idle)" = 2 ]
}

start_node () {
  JIANDU_NODE=$1 setsid slurmd -D -N "$1" -f "$SLURM_CONF" >"$1.log" 2>&1 &
}

start_slurm () {
  port=$((20000 + $$ % 10000))
  mkdir state spool.n1 spool.n2
  sed -e "s|@HOME@|$home|; s|@HOST@|$(hostname -s)|; s|@USER@|$(id -un)|" \
    -e "s|@PORT0@|$port|; s|@PORT1@|$((port + 1))|; s|@PORT2@|$((port + 2))|" \
    "$JIANDU_CLUSTER/slurm.conf" >slurm.conf
  SLURM_CONF=$home/slurm.conf
  export SLURM_CONF
  (umask 077 && dd if=/dev/urandom of=munge.key bs=128 count=1 2>/dev/null)
  munged --foreground --socket="$home/munge.sock" --key-file="$home/munge.key" \
    --pid-file="$home/munged.pid" --log-file="$home/munged.log" --seed-file="$home/seed" \
    >munged.out.log 2>&1 &
  wait_for 10 test -S munge.sock
  slurmctld -D -c -f "$SLURM_CONF" >slurmctld.out.log 2>&1 &
  start_node n1
  start_node n2
  wait_for 60 nodes_idle
}

make_reports () {
  mkdir reports
  for file in "$examples"/reports/*.md; do
    name=$(basename "$file" .md)
    i=0
    while [ $i -lt 100 ]; do
      cp "$file" "reports/$name-$i.md"
      i=$((i + 1))
    done
  done
}

# Stops the mapper of a shard that node $1 is in the middle of, and prints the shard.
hold () {
  for journal in $(find parts -name '*.journal' -size +100k 2>/dev/null); do
    sealed=${journal%.journal}.shard
    shard=${journal#parts/}
    shard=${shard%%-*}
    mapper=$(with cmdline "$shard/8" "SLURMD_NODENAME=$1")
    # shellcheck disable=SC2086 # a list
    [ ! -e "$sealed" ] && [ -n "$mapper" ] && kill -STOP $mapper 2>/dev/null || continue
    if [ ! -e "$sealed" ]; then
      echo "$shard"
      return
    fi
    # shellcheck disable=SC2086
    kill -CONT $mapper 2>/dev/null
  done
}

on_n1='' on_n2=''
both_held () {
  [ -n "$on_n1" ] || on_n1=$(hold n1)
  [ -n "$on_n2" ] || on_n2=$(hold n2)
  [ -n "$on_n1" ] && [ -n "$on_n2" ]
}

# The machine is gone at once: daemon, step daemons, tasks.
kill_node () {
  # shellcheck disable=SC2046 # a list
  kill -9 $(with environ "JIANDU_NODE=$1") $(with environ "SLURMD_NODENAME=$1") 2>/dev/null
  while processes=$(with environ "SLURMD_NODENAME=$1") && [ -n "$processes" ]; do
    # shellcheck disable=SC2086
    kill -9 $processes 2>/dev/null
    sleep 0.1
  done
}

# Node n1 has nothing left to do of job $1; what was on n2 may wait for its second start.
n1_done () {
  [ -z "$(squeue -h -w n1 2>/dev/null)" ] || return 1
  [ -z "$(squeue -h -r -j "$1" -t pending -o %r 2>/dev/null | grep -vx BeginTime)" ]
}

done_well () {
  case $(scontrol show job "$1" -o 2>/dev/null) in
    *JobState=FAILED* | *JobState=CANCELLED*) fail "job $1 did not go well" ;;
  esac
  [ -z "$(squeue -h -j "$1" 2>/dev/null)" ]
}

missing () {
  jiandu merge -o result parts 2>&1 >/dev/null \
    | sed -n 's/^.*missing: shard //p' | sed 's|/8||g; s/ //g'
}

start_slurm
say "Slurm runs with two nodes, as $(id -un)"
make_reports
jiandu run -o whole reports >/dev/null || fail "one machine's run"
say "one machine has analyzed $(find reports -type f | wc -l) reports"

job=$(sbatch --parsable --array=1-8 "$examples/cluster/shard.sbatch" 8 -o parts reports) \
  || fail "sbatch"
merge=$(sbatch --parsable --dependency=afterok:"$job" --kill-on-invalid-dep=yes \
  "$examples/cluster/merge.sbatch" -o result parts) || fail "sbatch of the merge"
wait_for 60 both_held
# shellcheck disable=SC2046 # a list
kill -9 $(with cmdline "$on_n1/8")
kill_node n2
say "killed in the middle: the mapper of shard $on_n1 on n1, and n2 with that of shard $on_n2"

wait_for 60 n1_done "$job"
scancel "$job" "$merge" 2>/dev/null
list=$(missing)
[ -n "$list" ] || fail "merge misses nothing"
for shard in $on_n1 $on_n2; do
  case ,$list, in
    *,"$shard",*) ;;
    *) fail "merge does not name shard $shard; it names $list" ;;
  esac
done
say "merge names what is missing: $list"

job=$(sbatch --parsable --array="$list" "$examples/cluster/shard.sbatch" 8 -o parts reports) \
  || fail "sbatch of what is missing"
merge=$(sbatch --parsable --dependency=afterok:"$job" --kill-on-invalid-dep=yes \
  "$examples/cluster/merge.sbatch" -o result parts) || fail "sbatch of the second merge"
wait_for 120 done_well "$merge"
cmp whole/result.ndjson result/result.ndjson || fail "merged, the result is another"
say "merged, the result is one machine's, byte for byte ($(wc -c <result/result.ndjson) bytes)"

if ! command -v parallel >/dev/null; then
  say "no GNU parallel here; its line was not tried"
  exit 0
fi
mv parts parts.slurm
line=$(sed -n 's/^    \(parallel .*\)$/\1/p' "$examples/cluster/README.md")
[ -n "$line" ] || fail "README.md shows no line for parallel"
mkdir -p .parallel && touch .parallel/will-cite
sh -c "$line" || fail "GNU parallel"
jiandu merge -o result.parallel parts >/dev/null || fail "merge of what parallel made"
cmp whole/result.ndjson result.parallel/result.ndjson || fail "GNU parallel's result is another"
say "GNU parallel's, too"
