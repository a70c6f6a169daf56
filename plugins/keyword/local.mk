noinst_LTLIBRARIES += plugins/keyword/libkeyword.la
plugins_keyword_libkeyword_la_SOURCES = plugins/keyword/dictionary.c plugins/keyword/dictionary.h
plugins_keyword_libkeyword_la_CPPFLAGS = $(plugin_cppflags)
plugins_keyword_libkeyword_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/keyword.la
plugins_keyword_la_SOURCES = plugins/keyword/keyword.c
plugins_keyword_la_CPPFLAGS = $(plugin_cppflags)
plugins_keyword_la_CFLAGS = $(plugin_cflags)
plugins_keyword_la_LDFLAGS = $(plugin_ldflags)
plugins_keyword_la_LIBADD = plugins/keyword/libkeyword.la $(plugin_libadd)

keyworddatadir = $(pkgdatadir)/keyword
dist_keyworddata_DATA = plugins/keyword/default.tsv

check_PROGRAMS += tests/unit/test-dictionary
tests_unit_test_dictionary_SOURCES = tests/unit/test-dictionary.c
tests_unit_test_dictionary_LDADD = plugins/keyword/libkeyword.la $(LDADD)
