# tests/checks/local.mk - rules that the whole tree keeps, and the tools that keep its form
dist_check_SCRIPTS += \
	tests/checks/headers.sh \
	tests/checks/hygiene.sh \
	tests/checks/includes.sh \
	tests/checks/symbols.sh

# Names relative to the source; a tool is named once so that one version can be pinned.
CLANG_FORMAT = clang-format-14
CLANG_TIDY = clang-tidy-14
all_c = cd $(srcdir) && find core plugins include tests examples docs -name '*.[ch]' | sort

# Apart from `make check`, so that a change of words need not wait for its translation.
EXTRA_DIST += tests/checks/translations.sh

.PHONY: check-translations format format-check lint
check-translations:
	./pre-inst-env sh $(abs_srcdir)/tests/checks/translations.sh

format:
	$(all_c) | xargs $(CLANG_FORMAT) -i

format-check:
	$(all_c) | xargs $(CLANG_FORMAT) --dry-run --Werror

lint:
	cd $(srcdir) && find core plugins -name '*.c' | sort \
	  | xargs -P 2 -n 6 sh -c '$(CLANG_TIDY) --quiet "$$@" -- -std=gnu11 $(DEFS) \
	    -I$(abs_builddir) -I. -Iinclude -I$(abs_builddir)/include \
	    -DGETTEXT_PACKAGE=\"jiandu\" -DG_LOG_DOMAIN=\"jiandu\" \
	    -DJD_PLUGIN_DIR=\"$(plugindir)\" -DJD_DATA_DIR=\"$(pkgdatadir)\" \
	    -DJD_LOCALE_DIR=\"$(localedir)\" $(GLIB_CFLAGS) $(JSON_GLIB_CFLAGS)' sh
