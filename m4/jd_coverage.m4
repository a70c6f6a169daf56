# JD_COVERAGE - --enable-coverage: gcov data from the tests, in JD_COVERAGE_FLAGS
# SPDX-License-Identifier: LGPL-2.1-or-later
AC_DEFUN([JD_COVERAGE], [
  AC_ARG_ENABLE([coverage],
    [AS_HELP_STRING([--enable-coverage], [build with coverage data; `make coverage` shows it])])
  AS_IF([test "x$enable_coverage" = xyes], [JD_COVERAGE_FLAGS="--coverage -O0"])
  AC_SUBST([JD_COVERAGE_FLAGS])
  AM_CONDITIONAL([COVERAGE], [test "x$enable_coverage" = xyes])
])
