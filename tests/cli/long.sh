#!/bin/sh
# long.sh - texts that nobody writes take time in proportion to their length
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

# repeat BYTES PIECE: the piece again and again, for about that many bytes; read in time, where a
# second look at all that was read before would take minutes.
repeat () {
  printf '# 政府工作报告\n\n## 一、今年的主要预期目标\n\n' >a.txt
  printf '%b' "$2" >piece
  while [ "$(wc -c <piece)" -lt "$1" ]; do
    cat piece piece >twice
    mv twice piece
  done
  cat piece >>a.txt
  expect 0 '' timeout 60 jiandu run a.txt
}

repeat 150000 '\n'
repeat 150000 '1\r\n'
repeat 150000 '**a'
repeat 150000 '、**a**'
repeat 150000 '。**a**'
repeat 150000 '两'
repeat 150000 '〇'
repeat 150000 '“《（'
repeat 150000 '一、'
repeat 30000 '以内6%力争'
repeat 30000 '120亿元力争一般公共预算收入'
exit "$failed"
