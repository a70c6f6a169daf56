# What needs no document stands in a library of its own, which the unit tests link too.
noinst_LTLIBRARIES += plugins/number/libnumber.la
plugins_number_libnumber_la_SOURCES = \
	plugins/number/bound.c plugins/number/bound.h \
	plugins/number/cardinal.c plugins/number/cardinal.h \
	plugins/number/choice.c plugins/number/choice.h \
	plugins/number/cue.c plugins/number/cue.h \
	plugins/number/calendar.c plugins/number/calendar.h \
	plugins/number/figure.c plugins/number/figure.h \
	plugins/number/indicator.c plugins/number/indicator.h \
	plugins/number/name.c plugins/number/name.h \
	plugins/number/noun.c plugins/number/noun.h \
	plugins/number/numeral.c plugins/number/numeral.h \
	plugins/number/range.c plugins/number/range.h \
	plugins/number/sign.c plugins/number/sign.h \
	plugins/number/unit.c plugins/number/unit.h \
	plugins/number/utf8.h \
	plugins/number/words.c plugins/number/words.h
plugins_number_libnumber_la_CPPFLAGS = $(plugin_cppflags)
plugins_number_libnumber_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/number.la
plugins_number_la_SOURCES = \
	plugins/number/context.c plugins/number/context.h \
	plugins/number/measure.c \
	plugins/number/number.c \
	plugins/number/reading.h \
	plugins/number/statement.c plugins/number/statement.h \
	plugins/number/subject.c
plugins_number_la_CPPFLAGS = $(plugin_cppflags)
plugins_number_la_CFLAGS = $(plugin_cflags)
plugins_number_la_LDFLAGS = $(plugin_ldflags)
plugins_number_la_LIBADD = plugins/number/libnumber.la $(plugin_libadd)

numberdatadir = $(pkgdatadir)/number
dist_numberdata_DATA = \
	plugins/number/bounds.tsv \
	plugins/number/classifiers.tsv \
	plugins/number/cues.tsv \
	plugins/number/indicators.tsv \
	plugins/number/names.tsv \
	plugins/number/units.tsv

check_PROGRAMS += \
	tests/unit/test-calendar \
	tests/unit/test-cue \
	tests/unit/test-figure \
	tests/unit/test-noun \
	tests/unit/test-numeral \
	tests/unit/test-unit
EXTRA_DIST += tests/unit/number-lists.h
tests_unit_test_calendar_SOURCES = tests/unit/test-calendar.c
tests_unit_test_calendar_LDADD = plugins/number/libnumber.la $(LDADD)
tests_unit_test_cue_SOURCES = tests/unit/test-cue.c
tests_unit_test_cue_LDADD = plugins/number/libnumber.la $(LDADD)
tests_unit_test_figure_SOURCES = tests/unit/test-figure.c
tests_unit_test_figure_LDADD = plugins/number/libnumber.la $(LDADD)
tests_unit_test_noun_SOURCES = tests/unit/test-noun.c
tests_unit_test_noun_LDADD = plugins/number/libnumber.la $(LDADD)
tests_unit_test_numeral_SOURCES = tests/unit/test-numeral.c
tests_unit_test_numeral_LDADD = plugins/number/libnumber.la $(LDADD)
tests_unit_test_unit_SOURCES = tests/unit/test-unit.c
tests_unit_test_unit_LDADD = plugins/number/libnumber.la $(LDADD)
