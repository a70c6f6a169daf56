#!/bin/sh
# fuzz.sh - lets libFuzzer search for SECONDS with each target, two at a time; run by make fuzz
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# What it learns stays in fuzz/NAME/ of the build folder, so that the next search goes on from there.
# usage: fuzz.sh SECONDS TARGET...
set -eu
: "${abs_top_srcdir:?run me by make fuzz}"
fuzz="$abs_top_srcdir/tests/fuzz"

# dictionary NAME: the words of a target, one a line, as libFuzzer wants them.
dictionary () {
  while read -r word; do
    printf '"%s"\n' "$(printf %s "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
  done <"$fuzz/words/$1.txt"
}

# seeds NAME: the folders of inputs that it begins with.
seeds () {
  for kind in corpus found; do
    if [ -d "$fuzz/$kind/$1" ]; then printf '%s\n' "$fuzz/$kind/$1"; fi
  done
}

# search SECONDS TARGET: fails when something was found, with all there is to know about it.
search () {
  name=${2##*/fuzz-}
  folder=fuzz/$name
  mkdir -p "$folder/corpus" "$folder/new"
  dictionary "$name" >"$folder/words"
  # shellcheck disable=SC2046 # a word a folder
  if "./$2" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
    -dict="$folder/words" -artifact_prefix="$folder/new/" "$folder/corpus" \
    $(seeds "$name") >"$folder/log" 2>&1; then
    printf '%s: %s runs\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/log")"
  else
    grep -v '^#' "$folder/log" | tail -n 60
    printf '%s: FOUND something; keep %s as tests/fuzz/found/%s/WHAT-IT-IS\n' "$name" \
      "$(sed -n 's/.*Test unit written to //p' "$folder/log" | tail -n 1)" "$name"
    exit 1
  fi
}

if [ "$1" = search ]; then
  search "$2" "$3"
else
  seconds=$1
  shift
  printf '%s\n' "$@" | xargs -P 2 -n 1 sh "$0" search "$seconds"
fi
