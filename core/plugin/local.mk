# core/plugin/local.mk - finding, checking, loading and describing plugins
libjiandu_la_SOURCES += \
	core/plugin/catalog.c \
	core/plugin/catalog.h \
	core/plugin/describe.c \
	core/plugin/describe.h \
	core/plugin/inspect.c \
	core/plugin/inspect.h \
	core/plugin/load.c \
	core/plugin/load.h \
	core/plugin/option-type.c \
	core/plugin/option-type.h \
	core/plugin/options-check.c \
	core/plugin/options-schema.c \
	core/plugin/options.c \
	core/plugin/options.h \
	core/plugin/safety.c \
	core/plugin/safety.h \
	core/plugin/scan.c \
	core/plugin/scan.h \
	core/plugin/traces.c \
	core/plugin/traces.h \
	core/plugin/verdicts.c \
	core/plugin/verdicts.h \
	core/plugin/warden.c \
	core/plugin/warden.h

check_PROGRAMS += \
	tests/unit/test-catalog \
	tests/unit/test-describe \
	tests/unit/test-inspect \
	tests/unit/test-options \
	tests/unit/test-traces \
	tests/unit/test-verdicts
tests_unit_test_options_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_describe_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
