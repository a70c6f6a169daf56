#!/bin/sh
# usage.sh - help, version, and every way of asking wrongly
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
pipeline fault_none
echo 云溪区 >a.txt

expect 0 '' jiandu --help
stdout_has run check plugins describe
expect 0 '' jiandu --version
stdout_has 'jiandu '
for command in run check plugins describe; do
  expect 0 '' jiandu $command --help
  stdout_has "jiandu $command" --plugin-dir
done

expect 2 'no command given; see jiandu --help' jiandu
expect 2 'unknown command "rum"; did you mean "run"?' jiandu rum
expect 2 'unknown command "analyze"; see jiandu --help' jiandu analyze
expect 2 'unknown command "--verson"; did you mean "--version"?' jiandu --verson
expect 2 'unknown option --formt; did you mean --format?' jiandu run --formt json a.txt
expect 2 'unknown option --pluginsdir; did you mean --plugin-dir?' jiandu plugins --pluginsdir=x
expect 2 'see jiandu run --help' jiandu run -Z a.txt
expect 2 'see jiandu run --help' jiandu run a.txt -p
expect 2 'unexpected argument "x"; see jiandu plugins --help' jiandu plugins x
expect 2 'name one plugin' jiandu describe
expect 2 'name one plugin' jiandu describe a b
expect 2 'one pipeline at a time' jiandu check -p pipeline.json pipeline.json
expect 2 'one pipeline at a time' jiandu check pipeline.json pipeline.json
expect 2 'nothing to read' run
expect 2 '--format: "yaml" is not ndjson or json' run --format yaml a.txt
mkdir empty
expect 2 'empty: no files in it' run empty

# A name cannot command the terminal.
expect 2 'unknown command "\x1b[2J"' jiandu "$(printf '\033[2J')"
exit "$failed"
