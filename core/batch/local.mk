# core/batch/local.mk - many documents: what to read, reading it, the loop
libjiandu_la_SOURCES += \
	core/batch/batch.c \
	core/batch/batch.h \
	core/batch/csv.c \
	core/batch/csv.h \
	core/batch/input.c \
	core/batch/input.h \
	core/batch/item.c \
	core/batch/item.h \
	core/batch/line-reader.c \
	core/batch/line-reader.h \
	core/batch/meta.c \
	core/batch/meta.h \
	core/batch/ndjson.c \
	core/batch/ndjson.h \
	core/batch/read.c \
	core/batch/read.h \
	core/batch/tally.c \
	core/batch/tally.h
check_PROGRAMS += \
	tests/unit/test-csv \
	tests/unit/test-input \
	tests/unit/test-line-reader \
	tests/unit/test-meta \
	tests/unit/test-ndjson \
	tests/unit/test-tally
