# tests/local.mk - what `make check` runs
#
# A unit test is a check program tests/unit/test-NAME.c on Check; the room that it tests lists it in
# its own local.mk.  Everything else is a script that finds the build through pre-inst-env.
LDADD = libjiandu.la $(CHECK_LIBS) $(JSON_GLIB_LIBS) $(GLIB_LIBS)
TESTS += $(check_PROGRAMS) $(dist_check_SCRIPTS)
AM_TESTS_ENVIRONMENT = \
	abs_top_srcdir='$(abs_top_srcdir)'; abs_top_builddir='$(abs_top_builddir)'; \
	LC_ALL=C.UTF-8; G_DEBUG=fatal-criticals; LANGUAGE=; \
	XDG_CACHE_HOME='$(abs_top_builddir)/tests/cache'; \
	export abs_top_srcdir abs_top_builddir LC_ALL G_DEBUG LANGUAGE XDG_CACHE_HOME;
LOG_COMPILER = $(abs_top_builddir)/pre-inst-env
check_PROGRAMS += tests/unit/test-abi
EXTRA_DIST += tests/unit/mutate.h tests/unit/suite.h

# What the tests keep of plugins is not the user's.
clean-local:
	rm -rf tests/cache

# The guide is for people who have jiandu installed, so it is tried on what `make install` put there.
installcheck-local:
	$(AM_TESTS_ENVIRONMENT) bindir='$(DESTDIR)$(bindir)' libdir='$(DESTDIR)$(libdir)' \
	  sh $(srcdir)/tests/installed.sh

EXTRA_DIST += tests/docs.py tests/installed.sh tests/samples.ndjson
dist_check_SCRIPTS += tests/readme.sh tests/samples.sh

include tests/checks/local.mk
include tests/faults/local.mk
include tests/cli/local.mk
include tests/fuzz/local.mk
include tests/cluster/local.mk
