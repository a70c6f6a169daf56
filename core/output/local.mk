# core/output/local.mk - records as JSON, and where they go
libjiandu_la_SOURCES += \
	core/output/json-text.c \
	core/output/json-text.h \
	core/output/records.c \
	core/output/records.h \
	core/output/sync.c \
	core/output/sync.h \
	core/output/writer.c \
	core/output/writer.h
check_PROGRAMS += \
	tests/unit/test-json-text \
	tests/unit/test-records \
	tests/unit/test-writer
tests_unit_test_records_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
