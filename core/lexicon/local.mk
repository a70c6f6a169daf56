# core/lexicon/local.mk - terms, and the tables they come from
libjiandu_la_SOURCES += \
	core/lexicon/lexicon.c \
	core/lexicon/table.c
check_PROGRAMS += tests/unit/test-lexicon tests/unit/test-table
