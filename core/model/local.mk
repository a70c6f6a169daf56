# core/model/local.mk - documents, layers, and records on their way
libjiandu_la_SOURCES += \
	core/model/arena.c \
	core/model/arena.h \
	core/model/corpus.c \
	core/model/corpus.h \
	core/model/death.h \
	core/model/decimal.c \
	core/model/digest-read.c \
	core/model/digest.c \
	core/model/digest.h \
	core/model/document.c \
	core/model/document.h \
	core/model/ends.c \
	core/model/ends.h \
	core/model/error.c \
	core/model/file.c \
	core/model/file.h \
	core/model/layer-columns.h \
	core/model/layer-make.c \
	core/model/layer.c \
	core/model/layer.h \
	core/model/names.c \
	core/model/names.h \
	core/model/schema.c \
	core/model/schema.h \
	core/model/stage-check.c \
	core/model/stage-fields.c \
	core/model/stage-fill.h \
	core/model/stage.c \
	core/model/stage.h

check_PROGRAMS += \
	tests/unit/test-arena \
	tests/unit/test-corpus \
	tests/unit/test-decimal \
	tests/unit/test-digest \
	tests/unit/test-document \
	tests/unit/test-layer \
	tests/unit/test-names \
	tests/unit/test-schema \
	tests/unit/test-stage
