#!/bin/sh
# translations.sh - every message of the sources has its translation, and a catalog gives it
#
# SPDX-License-Identifier: LGPL-2.1-or-later
set -eu
for tool in xgettext msgmerge msgattrib msgfmt gettext; do
  command -v $tool >/dev/null || { echo "translations: skipped, there is no $tool"; exit 77; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$abs_top_srcdir"
failed=0
complain () { echo "translations: $*"; failed=1; }

# The call of `make update-po`, in core/po/local.mk.
find core -name '*.[ch]' | LC_ALL=C sort \
  | xgettext --files-from=- --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ \
      --flag=g_set_error:4:c-format --no-location --package-name=jiandu --output="$folder/jiandu.pot"
n_messages=$(grep -c '^msgid' "$folder/jiandu.pot" || true)
[ "$n_messages" -gt 100 ] || complain "found $n_messages messages in the sources"

# xgettext ends a string at a macro that it does not know, and what it read is never looked up.
if grep -nE '(^|[^%])(%%)*%"$' "$folder/jiandu.pot"; then
  complain "cut off at a macro; write %zu for a gsize and PRId64 or PRIu64 for 64 bits"
fi

# $1: catalog, $2: what is wrong with the messages that the option $3 of msgattrib picks.  What it
# prints begins with the catalog's header.
refuse ()
{
  found=$(msgattrib --no-wrap "$3" "$folder/merged.po" | sed '1,/^$/d')
  [ -z "$found" ] || { printf '%s\n' "$found"; complain "$1: $2; run make update-po and translate"; }
}

for catalog in core/po/*.po; do
  msgmerge --quiet --no-fuzzy-matching --output-file="$folder/merged.po" "$catalog" "$folder/jiandu.pot"
  refuse "$catalog" "not translated" --untranslated
  refuse "$catalog" "fuzzy" --only-fuzzy
  refuse "$catalog" "no longer in the sources" --only-obsolete
  language=$(basename "$catalog" .po)
  mkdir -p "$folder/$language/LC_MESSAGES"
  msgfmt --check -o "$folder/$language/LC_MESSAGES/jiandu.mo" "$catalog" \
    || complain "$catalog: msgfmt refuses it"
done

given=$(TEXTDOMAINDIR=$folder LANGUAGE=zh_CN LC_ALL=C.UTF-8 gettext jiandu 'Commands:')
[ "$given" = '命令：' ] || complain "the Chinese catalog gives \"$given\" for \"Commands:\""
exit $failed
