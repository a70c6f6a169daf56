#!/bin/sh
# cluster.sh - gives scenario.sh an ordinary user, a folder and five minutes, and cleans up after it
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Run by make check-cluster.  Root becomes nobody, who may not be able to read the sources or the
# build: all that is needed is copied and installed into a folder that is nobody's.
set -u
: "${abs_top_srcdir:?run me by make check-cluster}"
for variable in abs_top_builddir bindir libdir pkgdatadir plugindir; do
  eval ": \"\${$variable:?run me by make check-cluster}\""
done

skip () {
  echo "check-cluster: skipped: $*"
  exit 77
}

PATH=$PATH:/usr/sbin:/sbin
for command in munged slurmctld slurmd sbatch; do
  command -v $command >/dev/null || skip "no $command here; Debian has it in slurm-wlm and munge"
done
if [ "$(id -u)" = 0 ]; then
  command -v setpriv >/dev/null || skip "run by root, and no setpriv to become an ordinary user"
fi

work=$(mktemp -d) || exit 99
# All that the scenario starts, wherever it went, has this in its environment.
mark="JIANDU_CLUSTER=$work"

# The supervisor of a run may start a worker while it is being killed.
end_all () {
  for _ in 1 2 3 4 5; do
    processes=$(grep -lszxF "$mark" /proc/[0-9]*/environ | tr -dc '0-9\n')
    [ -n "$processes" ] || break
    # shellcheck disable=SC2086 # a list
    kill -9 $processes 2>/dev/null
    sleep 0.2
  done
}

trap 'end_all; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

root="$work/root"
$MAKE -s -C "$abs_top_builddir" install DESTDIR="$root" >"$work/install.log" 2>&1 \
  || { cat "$work/install.log"; exit 99; }
mkdir "$work/home"
cp -R "$abs_top_srcdir/examples" "$abs_top_srcdir/tests/cluster/scenario.sh" \
  "$abs_top_srcdir/tests/cluster/slurm.conf" "$work"
chmod -R go+rX,go-w "$work"

user=
if [ "$(id -u)" = 0 ]; then
  chown nobody "$work/home"
  user='setpriv --reuid=nobody --regid=nogroup --clear-groups'
fi
cd "$work/home" || exit 99
# shellcheck disable=SC2086 # words
timeout --kill-after=5 280 $user env "$mark" HOME="$work/home" XDG_CACHE_HOME="$work/home/cache" \
  PATH="$root$bindir:$PATH" LD_LIBRARY_PATH="$root$libdir" \
  JIANDU_PLUGIN_PATH="$root$plugindir" JIANDU_DATA_PATH="$root$pkgdatadir" \
  sh "$work/scenario.sh" &
wait $!
status=$?
[ $status -ne 124 ] || echo "check-cluster: not done after 280 s"
if [ $status -ne 0 ]; then tail -n 20 "$work"/home/*.log; fi
exit $status
