#!/bin/sh
# installed.sh - the guide's commands against the installed jiandu; run by `make installcheck`
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod go-w .
unset JIANDU_PLUGIN_PATH JIANDU_DATA_PATH
PATH=$bindir:$PATH
PKG_CONFIG_PATH=$libdir/pkgconfig
LD_LIBRARY_PATH=$libdir
export PATH PKG_CONFIG_PATH LD_LIBRARY_PATH

python3 "$abs_top_srcdir/tests/docs.py" "$abs_top_srcdir/docs/plugin-guide.md"
cmp paragraph.c "$abs_top_srcdir/plugins/paragraph/paragraph.c" \
  || { echo "the guide shows another paragraph.c than plugins/paragraph"; exit 1; }
jiandu run "$abs_top_srcdir/examples/reports" | tail -n 1 | grep -q '"achievement"' \
  || { echo "the installed default pipeline gave no achievements"; exit 1; }
LANGUAGE=zh_CN jiandu --help | grep -q '^命令：$' || { echo "the installed jiandu knows no Chinese"; exit 1; }
