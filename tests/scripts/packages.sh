# The packages that the manual names for running the installed program are those that hold the libraries it is linked with
# and those it loads by name, and the fonts of the Makefile.
set -u
command -v dpkg >/dev/null || { echo 'skipped: no dpkg'; exit 0; }
grep -q '^VERSION_CODENAME=bookworm' /etc/os-release || { echo 'skipped: the names are those of Debian 12'; exit 0; }
sanitizers='libasan|libubsan|liblsan|libtsan'
grep -aoE 'lib[A-Za-z0-9_+-]+[A-Za-z0-9_.+-]*\.so(\.[A-Za-z0-9]+)*' "$TEKIGO" | grep -vE "$sanitizers" | sort -u | while read -r library; do
  dpkg -S "*/$library" 2>/dev/null | sed -n '/-dev:\|-i386:/!s/:.*//p' | sort -u | grep . || echo "no package holds $library" >&2
done >"$WORK/libraries" 2>"$WORK/missing"
[ ! -s "$WORK/missing" ] || { cat "$WORK/missing"; exit 1; }
{ cat "$WORK/libraries"; sed -n '/^PACKAGES :=/,/[^\\]$/p' Makefile | tr ' \\' '\n\n' | grep '^fonts-'; } | sort -u >"$WORK/needed"
sed -n '/^\.SH REQUIREMENTS/,/^\.SH /p' docs/tekigo.1 | sed -n '/^\.nf/,/^\.fi/p' | sed '/^\./d; s/\\-/-/g' | tr ' ' '\n' | grep . | sort -u >"$WORK/named"
diff "$WORK/needed" "$WORK/named" && exit 0
echo 'needed (<) and named in the section REQUIREMENTS of docs/tekigo.1 (>) differ'
exit 1
