# JD_WARNINGS - the warnings that the code is clean of, in JD_WARN_CFLAGS
# SPDX-License-Identifier: LGPL-2.1-or-later
AC_DEFUN([JD_WARNINGS], [
  AC_ARG_ENABLE([werror],
    [AS_HELP_STRING([--enable-werror], [make compiler warnings errors])])
  AX_APPEND_COMPILE_FLAGS([-Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes dnl
-Wwrite-strings -Wpointer-arith -Wformat=2 -Wno-missing-field-initializers],
    [JD_WARN_CFLAGS])
  AS_IF([test "x$enable_werror" = xyes],
    [AX_APPEND_COMPILE_FLAGS([-Werror], [JD_WARN_CFLAGS])])
  AC_SUBST([JD_WARN_CFLAGS])
])
