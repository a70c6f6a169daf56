# core/pipeline/local.mk - which analyzers run in which order, and how their records meet
libjiandu_la_SOURCES += \
	core/pipeline/json-scan.c \
	core/pipeline/json-scan.h \
	core/pipeline/strict-json.c \
	core/pipeline/strict-json.h

check_PROGRAMS += tests/unit/test-strict-json
tests_unit_test_strict_json_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
