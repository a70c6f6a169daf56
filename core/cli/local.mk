# core/cli/local.mk - the command: one file a command, and what they share
bin_PROGRAMS += jiandu
jiandu_SOURCES = \
	core/cli/check.c \
	core/cli/cli.c \
	core/cli/cli.h \
	core/cli/describe.c \
	core/cli/engine.c \
	core/cli/engine.h \
	core/cli/format.c \
	core/cli/format.h \
	core/cli/main.c \
	core/cli/merge.c \
	core/cli/plugins.c \
	core/cli/progress.c \
	core/cli/progress.h \
	core/cli/run.c \
	core/cli/scan.c \
	core/cli/stream.c \
	core/cli/summary.c \
	core/cli/summary.h \
	core/cli/table.c \
	core/cli/usage.c \
	core/cli/worker.c
jiandu_CPPFLAGS = $(libjiandu_la_CPPFLAGS) -DJD_LOCALE_DIR=\"$(localedir)\"
jiandu_LDADD = libjiandu.la $(JSON_GLIB_LIBS) $(GLIB_LIBS)
