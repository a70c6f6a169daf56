# core/batch/workers.mk - the work itself, and the processes that do it
libjiandu_la_SOURCES += \
	core/batch/frame.c \
	core/batch/frame.h \
	core/batch/job.c \
	core/batch/job.h \
	core/batch/outcome.c \
	core/batch/outcome.h \
	core/batch/tally-wire.c \
	core/batch/wire.c \
	core/batch/wire.h

check_PROGRAMS += \
	tests/unit/test-frame \
	tests/unit/test-outcome-wire \
	tests/unit/test-wire
