# core/text/local.mk - decoding, markup and page-break repair, and the way back to the file
libjiandu_la_SOURCES += \
	core/text/decode.c \
	core/text/decode.h \
	core/text/line.c \
	core/text/line.h \
	core/text/markup.c \
	core/text/markup.h \
	core/text/offset-map.c \
	core/text/offset-map.h \
	core/text/page-break.c \
	core/text/page-break.h \
	core/text/pattern.c \
	core/text/pattern.h \
	core/text/place-index.c \
	core/text/place-index.h \
	core/text/repair.c \
	core/text/repair.h \
	core/text/text.c \
	core/text/text.h
check_PROGRAMS += \
	tests/unit/test-decode \
	tests/unit/test-markup \
	tests/unit/test-offset-map \
	tests/unit/test-page-break \
	tests/unit/test-repair \
	tests/unit/test-text
