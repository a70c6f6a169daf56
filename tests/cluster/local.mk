# tests/cluster/local.mk - the scripts of examples/cluster on a Slurm that is started for them
#
# make check-cluster   takes a minute or two, and needs the Debian packages slurm-wlm and munge
EXTRA_DIST += tests/cluster/cluster.sh tests/cluster/scenario.sh tests/cluster/slurm.conf

.PHONY: check-cluster
check-cluster: all
	@$(AM_TESTS_ENVIRONMENT) \
	bindir='$(bindir)' libdir='$(libdir)' pkgdatadir='$(pkgdatadir)' plugindir='$(plugindir)' \
	  MAKE='$(MAKE)' $(LOG_COMPILER) sh $(srcdir)/tests/cluster/cluster.sh \
	  || { status=$$?; [ $$status -eq 77 ] || exit $$status; }
