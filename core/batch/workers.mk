# core/batch/workers.mk - the work itself, and the processes that do it
libjiandu_la_SOURCES += \
	core/batch/engine.c \
	core/batch/engine.h \
	core/batch/frame.c \
	core/batch/frame.h \
	core/batch/job.c \
	core/batch/job.h \
	core/batch/outcome.c \
	core/batch/outcome.h \
	core/batch/peer.c \
	core/batch/peer.h \
	core/batch/process.c \
	core/batch/process.h \
	core/batch/seat.c \
	core/batch/setup.c \
	core/batch/setup.h \
	core/batch/spool.c \
	core/batch/stream.c \
	core/batch/stream.h \
	core/batch/spool.h \
	core/batch/supervisor-conclude.c \
	core/batch/supervisor.c \
	core/batch/supervisor.h \
	core/batch/tally-wire.c \
	core/batch/wire.c \
	core/batch/wire.h \
	core/batch/worker.c \
	core/batch/worker.h

check_PROGRAMS += \
	tests/unit/test-frame \
	tests/unit/test-outcome-wire \
	tests/unit/test-wire
