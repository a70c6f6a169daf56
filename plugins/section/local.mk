noinst_LTLIBRARIES += plugins/section/libsection.la
plugins_section_libsection_la_SOURCES = \
	plugins/section/address.c plugins/section/address.h \
	plugins/section/leads.c plugins/section/leads.h \
	plugins/section/lines.c plugins/section/lines.h \
	plugins/section/looks.c plugins/section/looks.h \
	plugins/section/numbering.c plugins/section/numbering.h \
	plugins/section/outline.c plugins/section/outline.h \
	plugins/section/roles.c plugins/section/roles.h \
	plugins/section/tree.c plugins/section/tree.h
plugins_section_libsection_la_CPPFLAGS = $(plugin_cppflags)
plugins_section_libsection_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/section.la
plugins_section_la_SOURCES = plugins/section/section.c
plugins_section_la_CPPFLAGS = $(plugin_cppflags)
plugins_section_la_CFLAGS = $(plugin_cflags)
plugins_section_la_LDFLAGS = $(plugin_ldflags)
plugins_section_la_LIBADD = plugins/section/libsection.la $(plugin_libadd)
sectiondatadir = $(pkgdatadir)/section
dist_sectiondata_DATA = plugins/section/roles.tsv

check_PROGRAMS += tests/unit/test-numbering
tests_unit_test_numbering_LDADD = plugins/section/libsection.la $(LDADD)

check_PROGRAMS += tests/unit/test-lines
tests_unit_test_lines_LDADD = plugins/section/libsection.la $(LDADD)

check_PROGRAMS += tests/unit/test-roles
tests_unit_test_roles_LDADD = plugins/section/libsection.la $(LDADD)

check_PROGRAMS += tests/unit/test-outline
tests_unit_test_outline_LDADD = plugins/section/libsection.la $(LDADD)
