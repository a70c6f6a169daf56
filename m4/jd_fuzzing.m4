# JD_FUZZING - --enable-fuzzing: coverage and sanitizers of libFuzzer in everything, for `make fuzz`
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# What it calls stands in the fuzz targets alone, so that libraries and plugins must leave it open.
AC_DEFUN([JD_FUZZING], [
  AC_ARG_ENABLE([fuzzing],
    [AS_HELP_STRING([--enable-fuzzing], [build for `make fuzz`; needs CC=clang])])
  AC_SUBST([JD_DEFS_LDFLAGS], [-Wl,-z,defs])
  AS_IF([test "x$enable_fuzzing" = xyes], [
    AX_CHECK_COMPILE_FLAG([-fsanitize=fuzzer-no-link], [],
      [AC_MSG_ERROR([$CC cannot fuzz: configure with CC=clang-14])])
    JD_DEFS_LDFLAGS=
    JD_FUZZ_FLAGS="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
    JD_FUZZ_LDFLAGS="-fsanitize=fuzzer -Wl,--export-dynamic"
  ])
  AC_SUBST([JD_FUZZ_FLAGS])
  AC_SUBST([JD_FUZZ_LDFLAGS])
  AM_CONDITIONAL([FUZZING], [test "x$enable_fuzzing" = xyes])
])
