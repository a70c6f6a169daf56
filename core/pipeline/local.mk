# core/pipeline/local.mk - which analyzers run in which order, and how their records meet
libjiandu_la_SOURCES += \
	core/pipeline/blend.c \
	core/pipeline/blend.h \
	core/pipeline/commit.c \
	core/pipeline/commit.h \
	core/pipeline/conclude.c \
	core/pipeline/failure.c \
	core/pipeline/failure.h \
	core/pipeline/identity.c \
	core/pipeline/identity.h \
	core/pipeline/json-check.c \
	core/pipeline/json-check.h \
	core/pipeline/json-scan.c \
	core/pipeline/json-scan.h \
	core/pipeline/merge.c \
	core/pipeline/merge.h \
	core/pipeline/pipeline.c \
	core/pipeline/pipeline.h \
	core/pipeline/plan.c \
	core/pipeline/plan.h \
	core/pipeline/plan-needs.c \
	core/pipeline/plan-rules.c \
	core/pipeline/run.c \
	core/pipeline/run.h \
	core/pipeline/step.c \
	core/pipeline/step.h \
	core/pipeline/strict-json.c \
	core/pipeline/strict-json.h \
	core/pipeline/when.c \
	core/pipeline/when.h

pipelinedatadir = $(pkgdatadir)/pipeline
dist_pipelinedata_DATA = core/pipeline/default.json

check_PROGRAMS += \
	tests/unit/test-identity \
	tests/unit/test-strict-json \
	tests/unit/test-when \
	tests/unit/test-merge \
	tests/unit/test-pipeline \
	tests/unit/test-run \
	tests/unit/test-conclude
tests_unit_test_identity_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_strict_json_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_when_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_pipeline_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_run_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
tests_unit_test_conclude_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_GLIB_CFLAGS)
EXTRA_DIST += tests/unit/analyzers.h
