noinst_LTLIBRARIES += plugins/target/libtarget.la
plugins_target_libtarget_la_SOURCES = \
	plugins/target/clause.c plugins/target/clause.h \
	plugins/target/describe.c \
	plugins/target/figure.c \
	plugins/target/goal.h \
	plugins/target/plain.c \
	plugins/target/report.c plugins/target/report.h \
	plugins/target/words.c plugins/target/words.h
plugins_target_libtarget_la_CPPFLAGS = $(plugin_cppflags)
plugins_target_libtarget_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/target.la
plugins_target_la_SOURCES = plugins/target/target.c
plugins_target_la_CPPFLAGS = $(plugin_cppflags)
plugins_target_la_CFLAGS = $(plugin_cflags)
plugins_target_la_LDFLAGS = $(plugin_ldflags)
plugins_target_la_LIBADD = plugins/target/libtarget.la $(plugin_libadd)

targetdatadir = $(pkgdatadir)/target
dist_targetdata_DATA = plugins/target/relations.tsv plugins/target/words.tsv

check_PROGRAMS += tests/unit/test-clause tests/unit/test-goal tests/unit/test-words
tests_unit_test_clause_SOURCES = tests/unit/test-clause.c
tests_unit_test_clause_LDADD = plugins/target/libtarget.la $(LDADD)
tests_unit_test_goal_SOURCES = tests/unit/test-goal.c
tests_unit_test_goal_LDADD = plugins/target/libtarget.la $(LDADD)
tests_unit_test_words_SOURCES = tests/unit/test-words.c
tests_unit_test_words_LDADD = plugins/target/libtarget.la $(LDADD)
