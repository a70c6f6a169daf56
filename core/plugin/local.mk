# core/plugin/local.mk - finding, checking, loading and describing plugins
libjiandu_la_SOURCES += \
	core/plugin/option-type.c \
	core/plugin/option-type.h \
	core/plugin/options-schema.c \
	core/plugin/options.c \
	core/plugin/options.h

check_PROGRAMS += \
	tests/unit/test-options
tests_unit_test_options_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
