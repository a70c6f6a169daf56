# core/batch/local.mk - many documents: what to read, reading it, the loop
libjiandu_la_SOURCES += \
	core/batch/batch.c \
	core/batch/batch.h \
	core/batch/checksum.c \
	core/batch/checksum.h \
	core/batch/csv.c \
	core/batch/csv.h \
	core/batch/entry.c \
	core/batch/entry.h \
	core/batch/input.c \
	core/batch/input.h \
	core/batch/interrupt.c \
	core/batch/interrupt.h \
	core/batch/item.c \
	core/batch/item.h \
	core/batch/journal-index.c \
	core/batch/journal-index.h \
	core/batch/journal-parts.h \
	core/batch/journal-read.c \
	core/batch/journal-write.c \
	core/batch/journal.h \
	core/batch/key.c \
	core/batch/key.h \
	core/batch/landlock.c \
	core/batch/landlock.h \
	core/batch/ledger.c \
	core/batch/ledger.h \
	core/batch/line-reader.c \
	core/batch/line-reader.h \
	core/batch/lock.c \
	core/batch/lock.h \
	core/batch/meta.c \
	core/batch/meta.h \
	core/batch/ndjson.c \
	core/batch/ndjson.h \
	core/batch/read.c \
	core/batch/read.h \
	core/batch/results.c \
	core/batch/results.h \
	core/batch/sandbox.c \
	core/batch/sandbox.h \
	core/batch/seccomp.c \
	core/batch/seccomp.h \
	core/batch/shard-file.h \
	core/batch/shard-parts.h \
	core/batch/shard-read.c \
	core/batch/shard-set.c \
	core/batch/shard-set.h \
	core/batch/shard-write.c \
	core/batch/shard.c \
	core/batch/shard.h \
	core/batch/tally.c \
	core/batch/tally.h
check_PROGRAMS += \
	tests/unit/test-checksum \
	tests/unit/test-csv \
	tests/unit/test-input \
	tests/unit/test-journal \
	tests/unit/test-journal-damage \
	tests/unit/test-journal-index \
	tests/unit/test-key \
	tests/unit/test-ledger \
	tests/unit/test-line-reader \
	tests/unit/test-lock \
	tests/unit/test-meta \
	tests/unit/test-ndjson \
	tests/unit/test-sandbox \
	tests/unit/test-shard \
	tests/unit/test-shard-file \
	tests/unit/test-shard-set \
	tests/unit/test-tally
EXTRA_DIST += tests/unit/journal.h tests/unit/shards.h

# The acts are shared with an analyzer that tries them.
tests_unit_test_sandbox_SOURCES = tests/unit/test-sandbox.c tests/faults/acts.c tests/faults/acts.h
