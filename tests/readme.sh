#!/bin/sh
# readme.sh - the commands of README, in both languages, run and compared
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ln -s "$abs_top_srcdir/examples" examples
mkdir build
ln -s "$abs_top_builddir/pre-inst-env" build/pre-inst-env
python3 "$abs_top_srcdir/tests/docs.py" "$abs_top_srcdir/README.md" "$abs_top_srcdir/README.zh_CN.md"
