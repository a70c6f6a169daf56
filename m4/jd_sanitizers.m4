# JD_SANITIZERS - --enable-sanitizers: ASan and UBSan in everything, in JD_SANITIZE_FLAGS
# SPDX-License-Identifier: LGPL-2.1-or-later
AC_DEFUN([JD_SANITIZERS], [
  AC_ARG_ENABLE([sanitizers],
    [AS_HELP_STRING([--enable-sanitizers], [build with address and undefined-behaviour sanitizers])])
  AS_IF([test "x$enable_sanitizers" = xyes], [
    JD_SANITIZE_FLAGS="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
  ])
  AC_SUBST([JD_SANITIZE_FLAGS])
  AM_CONDITIONAL([SANITIZERS], [test "x$enable_sanitizers" = xyes])
])
