noinst_LTLIBRARIES += plugins/metadata/libmetadata.la
plugins_metadata_libmetadata_la_SOURCES = \
	plugins/metadata/date.c plugins/metadata/date.h \
	plugins/metadata/region.c plugins/metadata/region.h \
	plugins/metadata/title-block.c plugins/metadata/title-block.h \
	plugins/metadata/years.c plugins/metadata/years.h
plugins_metadata_libmetadata_la_CPPFLAGS = $(plugin_cppflags)
plugins_metadata_libmetadata_la_CFLAGS = $(plugin_cflags)

plugin_LTLIBRARIES += plugins/metadata.la
plugins_metadata_la_SOURCES = plugins/metadata/metadata.c
plugins_metadata_la_CPPFLAGS = $(plugin_cppflags)
plugins_metadata_la_CFLAGS = $(plugin_cflags)
plugins_metadata_la_LDFLAGS = $(plugin_ldflags)
plugins_metadata_la_LIBADD = plugins/metadata/libmetadata.la $(plugin_libadd)
metadatadatadir = $(pkgdatadir)/metadata
dist_metadatadata_DATA = plugins/metadata/offices.tsv

check_PROGRAMS += tests/unit/test-date
tests_unit_test_date_LDADD = plugins/metadata/libmetadata.la $(LDADD)

check_PROGRAMS += tests/unit/test-region
tests_unit_test_region_LDADD = plugins/metadata/libmetadata.la $(LDADD)

check_PROGRAMS += tests/unit/test-title-block
tests_unit_test_title_block_LDADD = plugins/metadata/libmetadata.la $(LDADD)

check_PROGRAMS += tests/unit/test-years
tests_unit_test_years_LDADD = plugins/metadata/libmetadata.la $(LDADD)
