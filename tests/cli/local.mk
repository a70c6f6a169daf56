# tests/cli/local.mk - the command from outside: statuses, messages, files
dist_check_SCRIPTS += \
	tests/golden.sh \
	tests/cli/bad.sh \
	tests/cli/input.sh \
	tests/cli/isolation.sh \
	tests/cli/long.sh \
	tests/cli/output.sh \
	tests/cli/pipeline.sh \
	tests/cli/resume.sh \
	tests/cli/scan.sh \
	tests/cli/shard.sh \
	tests/cli/stream.sh \
	tests/cli/usage.sh
EXTRA_DIST += \
	tests/cli/bad.txt \
	tests/cli/lib.sh \
	tests/golden
