# tests/fuzz/local.mk - promises that must hold for any bytes
#
# make check   feeds every target its corpus and what was ever found
# make fuzz    lets libFuzzer search, FUZZ_SECONDS for each target; the build must be configured
#              with CC=clang-14 --enable-fuzzing
FUZZ_SECONDS = 60

fuzz_targets = \
	tests/fuzz/fuzz-analyzers \
	tests/fuzz/fuzz-frame \
	tests/fuzz/fuzz-journal \
	tests/fuzz/fuzz-ndjson \
	tests/fuzz/fuzz-numeral \
	tests/fuzz/fuzz-pipeline \
	tests/fuzz/fuzz-table \
	tests/fuzz/fuzz-text
check_PROGRAMS += $(fuzz_targets)

check_LTLIBRARIES += tests/fuzz/libfuzz.la
tests_fuzz_libfuzz_la_SOURCES = tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_libfuzz_la_CPPFLAGS = $(fuzz_cppflags)
if !FUZZING
tests_fuzz_libfuzz_la_SOURCES += tests/fuzz/replay.c
endif

fuzz_cppflags = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
fuzz_ldadd = tests/fuzz/libfuzz.la $(LDADD) $(JD_FUZZ_LDFLAGS)
tests_fuzz_fuzz_analyzers_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_analyzers_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_journal_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_journal_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_frame_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_frame_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_ndjson_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_ndjson_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_numeral_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_numeral_LDADD = plugins/number/libnumber.la $(fuzz_ldadd)
tests_fuzz_fuzz_pipeline_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_pipeline_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_table_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_table_LDADD = $(fuzz_ldadd)
tests_fuzz_fuzz_text_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_text_LDADD = $(fuzz_ldadd)

.PHONY: fuzz
if FUZZING
fuzz: $(fuzz_targets) $(plugin_LTLIBRARIES)
	$(AM_TESTS_ENVIRONMENT) $(LOG_COMPILER) sh $(srcdir)/tests/fuzz/fuzz.sh $(FUZZ_SECONDS) $(fuzz_targets)
else
fuzz:
	@echo 'configure with CC=clang-14 --enable-fuzzing first'; exit 1
endif

EXTRA_DIST += tests/fuzz/fuzz.sh tests/fuzz/corpus tests/fuzz/found tests/fuzz/words
