plugin_LTLIBRARIES += plugins/paragraph.la
plugins_paragraph_la_SOURCES = plugins/paragraph/paragraph.c
plugins_paragraph_la_CPPFLAGS = $(plugin_cppflags)
plugins_paragraph_la_CFLAGS = $(plugin_cflags)
plugins_paragraph_la_LDFLAGS = $(plugin_ldflags)
plugins_paragraph_la_LIBADD = $(plugin_libadd)
