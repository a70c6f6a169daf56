# core/local.mk - libjiandu, which plugins link to, and the command jiandu
lib_LTLIBRARIES += libjiandu.la

libjiandu_la_SOURCES =
libjiandu_la_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS) $(SECCOMP_CFLAGS) \
	-DGETTEXT_PACKAGE=\"jiandu\" -DG_LOG_DOMAIN=\"jiandu\" \
	-DJD_PLUGIN_DIR=\"$(plugindir)\" \
	-DJD_DATA_DIR=\"$(pkgdatadir)\"
libjiandu_la_LIBADD = $(JSON_GLIB_LIBS) $(GLIB_LIBS) $(LTDL_LIBS) $(SECCOMP_LIBS)
libjiandu_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined -version-info $(JD_LIBRARY_VERSION) \
	$(JD_DEFS_LDFLAGS) -Wl,-z,now -Wl,--version-script=$(srcdir)/core/libjiandu.map
EXTRA_libjiandu_la_DEPENDENCIES = core/libjiandu.map
EXTRA_DIST += core/libjiandu.map

include core/model/local.mk
include core/lexicon/local.mk
include core/text/local.mk
include core/plugin/local.mk
include core/pipeline/local.mk
include core/output/local.mk
include core/batch/local.mk
include core/batch/workers.mk
include core/cli/local.mk
include core/po/local.mk
