# tests/faults/local.mk - plugins that misbehave, all in one folder: jiandu --plugin-dir FOLDER
#
# They may leave symbols open, which real plugins may not: one of them does.
fault_ldflags = $(AM_LDFLAGS) -module -avoid-version -shared -rpath /nowhere
EXTRA_DIST += tests/faults/fault.h

check_LTLIBRARIES += \
	tests/faults/fault_abi.la \
	tests/faults/fault_callback.la \
	tests/faults/fault_character.la \
	tests/faults/fault_corpus.la \
	tests/faults/fault_crash.la \
	tests/faults/fault_exit.la \
	tests/faults/fault_field.la \
	tests/faults/fault_forbidden.la \
	tests/faults/fault_function.la \
	tests/faults/fault_hang.la \
	tests/faults/fault_help.la \
	tests/faults/fault_layer.la \
	tests/faults/fault_magic.la \
	tests/faults/fault_marked.la \
	tests/faults/fault_name.la \
	tests/faults/fault_no_error.la \
	tests/faults/fault_none.la \
	tests/faults/fault_older.la \
	tests/faults/fault_option.la \
	tests/faults/fault_span.la \
	tests/faults/fault_symbol.la \
	tests/faults/load/load.la

tests_faults_fault_abi_la_SOURCES = tests/faults/fault_abi.c
tests_faults_fault_abi_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_abi_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_abi_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_abi_la_LIBADD = $(plugin_libadd)

tests_faults_fault_callback_la_SOURCES = tests/faults/fault_callback.c
tests_faults_fault_callback_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_callback_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_callback_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_callback_la_LIBADD = $(plugin_libadd)

tests_faults_fault_character_la_SOURCES = tests/faults/fault_character.c
tests_faults_fault_character_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_character_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_character_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_character_la_LIBADD = $(plugin_libadd)

tests_faults_fault_corpus_la_SOURCES = tests/faults/fault_corpus.c
tests_faults_fault_corpus_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_corpus_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_corpus_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_corpus_la_LIBADD = $(plugin_libadd)

tests_faults_fault_crash_la_SOURCES = tests/faults/fault_crash.c
tests_faults_fault_crash_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_crash_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_crash_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_crash_la_LIBADD = $(plugin_libadd)

tests_faults_fault_exit_la_SOURCES = tests/faults/fault_exit.c
tests_faults_fault_exit_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_exit_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_exit_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_exit_la_LIBADD = $(plugin_libadd)

tests_faults_fault_field_la_SOURCES = tests/faults/fault_field.c
tests_faults_fault_field_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_field_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_field_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_field_la_LIBADD = $(plugin_libadd)

tests_faults_fault_forbidden_la_SOURCES = \
	tests/faults/fault_forbidden.c tests/faults/acts.c tests/faults/acts.h
tests_faults_fault_forbidden_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_forbidden_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_forbidden_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_forbidden_la_LIBADD = $(plugin_libadd)

tests_faults_fault_function_la_SOURCES = tests/faults/fault_function.c
tests_faults_fault_function_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_function_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_function_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_function_la_LIBADD = $(plugin_libadd)

tests_faults_fault_hang_la_SOURCES = tests/faults/fault_hang.c
tests_faults_fault_hang_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_hang_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_hang_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_hang_la_LIBADD = $(plugin_libadd)

tests_faults_fault_help_la_SOURCES = tests/faults/fault_help.c
tests_faults_fault_help_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_help_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_help_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_help_la_LIBADD = $(plugin_libadd)

tests_faults_fault_layer_la_SOURCES = tests/faults/fault_layer.c
tests_faults_fault_layer_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_layer_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_layer_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_layer_la_LIBADD = $(plugin_libadd)

tests_faults_fault_magic_la_SOURCES = tests/faults/fault_magic.c
tests_faults_fault_magic_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_magic_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_magic_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_magic_la_LIBADD = $(plugin_libadd)

tests_faults_fault_marked_la_SOURCES = tests/faults/fault_marked.c
tests_faults_fault_marked_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_marked_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_marked_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_marked_la_LIBADD = $(plugin_libadd)

tests_faults_fault_name_la_SOURCES = tests/faults/fault_name.c
tests_faults_fault_name_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_name_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_name_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_name_la_LIBADD = $(plugin_libadd)

tests_faults_fault_no_error_la_SOURCES = tests/faults/fault_no_error.c
tests_faults_fault_no_error_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_no_error_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_no_error_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_no_error_la_LIBADD = $(plugin_libadd)

tests_faults_fault_none_la_SOURCES = tests/faults/fault_none.c
tests_faults_fault_none_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_none_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_none_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_none_la_LIBADD = $(plugin_libadd)

tests_faults_fault_older_la_SOURCES = tests/faults/fault_older.c
tests_faults_fault_older_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_older_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_older_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_older_la_LIBADD = $(plugin_libadd)

tests_faults_fault_option_la_SOURCES = tests/faults/fault_option.c
tests_faults_fault_option_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_option_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_option_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_option_la_LIBADD = $(plugin_libadd)

tests_faults_fault_span_la_SOURCES = tests/faults/fault_span.c
tests_faults_fault_span_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_span_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_span_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_span_la_LIBADD = $(plugin_libadd)

tests_faults_fault_symbol_la_SOURCES = tests/faults/fault_symbol.c
tests_faults_fault_symbol_la_CPPFLAGS = $(plugin_cppflags)
tests_faults_fault_symbol_la_CFLAGS = $(plugin_cflags)
tests_faults_fault_symbol_la_LDFLAGS = $(fault_ldflags)
tests_faults_fault_symbol_la_LIBADD = $(plugin_libadd)

tests_faults_load_load_la_SOURCES = tests/faults/load/load.c
tests_faults_load_load_la_CPPFLAGS = $(plugin_cppflags) -D_GNU_SOURCE
tests_faults_load_load_la_CFLAGS = $(plugin_cflags)
tests_faults_load_load_la_LDFLAGS = $(fault_ldflags)
tests_faults_load_load_la_LIBADD = $(plugin_libadd)

dist_check_SCRIPTS += \
	tests/faults/forbidden.sh \
	tests/faults/run.sh
