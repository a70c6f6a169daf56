noinst_LTLIBRARIES += plugins/achievement/libachievement.la
plugins_achievement_libachievement_la_SOURCES = \
	plugins/achievement/outcome.c plugins/achievement/outcome.h \
	plugins/achievement/paper.c plugins/achievement/paper.h \
	plugins/achievement/subject.c plugins/achievement/subject.h \
	plugins/achievement/verdict.c plugins/achievement/verdict.h
plugins_achievement_libachievement_la_CPPFLAGS = $(plugin_cppflags)
plugins_achievement_libachievement_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/achievement.la
plugins_achievement_la_SOURCES = plugins/achievement/achievement.c
plugins_achievement_la_CPPFLAGS = $(plugin_cppflags)
plugins_achievement_la_CFLAGS = $(plugin_cflags)
plugins_achievement_la_LDFLAGS = $(plugin_ldflags)
plugins_achievement_la_LIBADD = plugins/achievement/libachievement.la $(plugin_libadd)

check_PROGRAMS += tests/unit/test-outcome tests/unit/test-subject tests/unit/test-verdict
tests_unit_test_outcome_SOURCES = tests/unit/test-outcome.c
tests_unit_test_outcome_LDADD = plugins/achievement/libachievement.la $(LDADD)
tests_unit_test_subject_SOURCES = tests/unit/test-subject.c
tests_unit_test_subject_LDADD = plugins/achievement/libachievement.la $(LDADD)
tests_unit_test_verdict_SOURCES = tests/unit/test-verdict.c
tests_unit_test_verdict_LDADD = plugins/achievement/libachievement.la $(LDADD)
