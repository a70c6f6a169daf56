#!/bin/sh
# input.sh - what can be read, and what cannot: each document has its record
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
pipeline fault_none
mkdir in
printf '云溪区\n' >in/a.txt
printf '江临市\n' >in/b.md

expect 0 '' run in/b.md in/a.txt
stdout_lines 2
head -n 1 stdout | grep -qF '"document":{"id":"b","source":"in/b.md","sha256":"' || fault order
expect 0 '' run in
stdout_lines 2
head -n 1 stdout | grep -qF '"id":"a"' || fault 'order in a folder'

# One document that cannot be read does not stop the others.
: >empty.txt
printf 'ab\377\n' >latin.txt
printf 'a\000b\n' >nul.txt
mkfifo pipe
expect 1 '' run missing.txt empty.txt latin.txt nul.txt pipe in/a.txt
stdout_lines 6
stdout_has '"id":"missing"' 'missing.txt: No such file or directory' 'empty.txt: empty' \
  'latin.txt: ' 'nul.txt: ' 'pipe: not a regular file' '"code":"input"' '"id":"a"'
expect 1 '' run /dev/zero
stdout_has '/dev/zero: not a regular file'
truncate -s 65M large.txt
expect 1 '' run large.txt
stdout_has 'large.txt: 68157440 bytes, larger than the limit of 67108864'
cp in/a.txt locked.txt
chmod 0 locked.txt
if [ ! -r locked.txt ]; then
  expect 1 '' run locked.txt
  stdout_has 'locked.txt: Permission denied'
fi

# The same file or folder again, also round a loop of links.
ln -s . in/loop
ln -s a.txt in/same.txt
expect 0 'in/same.txt: the same as in/a.txt, read only once' run in
grep -qF 'in/loop: the same as in' stderr || fault 'the loop is not told'
[ "$(grep -c '"id":"a"' stdout)" = 1 ] || fault 'read more than once'
rm in/loop in/same.txt

# One id, one document.
mkdir other
printf '另一份\n' >other/a.md
expect 1 '' run in other
stdout_lines 3
stdout_has 'other/a.md: id \"a\" was given before by in/a.txt'

# Names that are no words.
printf 'x\n' >'-p.txt'
expect 0 '' run -- -p.txt
stdout_has '"id":"-p"'
printf 'x\n' >"$(printf 'a\nb\033\377.txt')"
expect 0 '' run "$(printf 'a\nb\033\377.txt')"
stdout_has '"id":"a\nb\u001b'

# NDJSON, from a file and from standard input.
cat >lines.ndjson <<'END'
{"id": "one", "text": "云溪区", "region": "云溪区", "report_year": 2023}

{"id": "two", "text": "江临市", "source": "two.docx"}
{"id": "bad"
{"text": "no id"}
{"id": "one", "text": "again"}
END
expect 1 '' run lines.ndjson
stdout_lines 5
stdout_has '"id":"one","source":"lines.ndjson"' '"region":"云溪区"' '"report_year":"2023"' \
  '"id":"two","source":"two.docx"' '"id":"lines.ndjson:4"' 'lines.ndjson:5: no \"id\"' \
  'id \"one\" was given before by lines.ndjson'
cp stdout from-file
run - <lines.ndjson >from-stdin
sed 's/lines\.ndjson/-/g' from-file | cmp - from-stdin || fault 'standard input differs'
expect 0 '' run - </dev/null
stdout_lines 0

# Facts from a table.
printf '\357\273\277id,region,speaker\r\na,云溪区,"李 明"\r\nzz,x,y\r\n' >meta.csv
expect 0 'meta.csv:3: no document "zz" in this run' run --meta meta.csv in
stdout_has '"region":"云溪区","speaker":"李 明"'
printf 'id,region\na\n' >bad.csv
expect 2 'bad.csv:2: 1 cells where the header has 2' run --meta bad.csv in
stdout_lines 0
expect 2 'nowhere.csv' run --meta nowhere.csv in
exit "$failed"
