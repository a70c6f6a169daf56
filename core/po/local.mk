# core/po/local.mk - messages in other languages
#
# A string marked _("…") in core/ is looked up here.  `make update-po` brings new strings in.
po_files = core/po/zh_CN.po
catalogs = core/po/zh_CN.mo
EXTRA_DIST += $(po_files)
CLEANFILES += $(catalogs)
SUFFIXES = .po .mo

.po.mo:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check -o $@ $<

all-local: $(catalogs)

install-data-local: $(catalogs)
	for catalog in $(catalogs); do \
	  language=`basename $$catalog .mo`; \
	  folder='$(DESTDIR)$(localedir)'/$$language/LC_MESSAGES; \
	  $(MKDIR_P) "$$folder" && $(INSTALL_DATA) $$catalog "$$folder/jiandu.mo" || exit 1; \
	done

uninstall-local:
	for catalog in $(catalogs); do \
	  rm -f '$(DESTDIR)$(localedir)'/`basename $$catalog .mo`/LC_MESSAGES/jiandu.mo; \
	done

.PHONY: update-po
update-po:
	cd $(srcdir) && find core -name '*.[ch]' | LC_ALL=C sort \
	  | $(XGETTEXT) --files-from=- --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ \
	    --flag=g_set_error:4:c-format --no-location --package-name=jiandu --output=- \
	  | $(MSGMERGE) --update --backup=none --no-wrap core/po/zh_CN.po -
