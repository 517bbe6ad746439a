# The examples in docs/ work: every fenced block whose first line names a path is laid over the base tree of tests/diag.
set -u
fail() { echo "$1"; cat "$WORK/messages" 2>/dev/null; exit 1; }
lay_out() { # page tree
  cp -R tests/diag/base "$2"
  awk -v tree="$2" '
    /^```/ { if (file) close(file); file = ""; first = !inside; inside = !inside; next }
    inside && first { first = 0; if ($0 ~ /^(#|--) path: /) { file = $0; sub(/^(#|--) path: /, "", file); file = tree "/" file
        directory = file; sub(/\/[^\/]*$/, "", directory); system("mkdir -p " directory); printf "" > file } }
    inside && file { print >> file }' "$1"
}
lay_out docs/catalogs.md "$WORK/catalogs"
"$TEKIGO" -C "$WORK/catalogs" --lang en --format short check >"$WORK/messages" 2>&1 || fail "docs/catalogs.md: the examples have errors"
[ "$(grep -c 'customer-requirement-without-control' "$WORK/messages")" = 2 ] || fail "docs/catalogs.md: the rule does not find two"
[ "$(grep -c . "$WORK/messages")" = 2 ] || fail "docs/catalogs.md: other reports than the two"
"$TEKIGO" -C "$WORK/catalogs" --lang en -q --only dump --out "$WORK/out" build >"$WORK/messages" 2>&1 || fail "docs/catalogs.md: no build"
grep -rq 'X-1' "$WORK"/out/ja/customer.* || fail "docs/catalogs.md: the document lacks the control"

lay_out docs/risk-methods.md "$WORK/methods"
rm "$WORK/methods/approvals.yaml" # approves a document that the manifest of the page does not name
"$TEKIGO" -C "$WORK/methods" --lang en risk >"$WORK/messages" 2>&1 || fail "docs/risk-methods.md: the matrix does not work"
grep -qE '^R-001 .*2 Bad +2 Good' "$WORK/messages" || fail "docs/risk-methods.md: other bands than the page says"
cp tests/diag/base/tekigo.yaml tests/diag/base/risks/risks.yaml "$WORK"
sed 's/method: ipa/method: sum/' "$WORK/tekigo.yaml" >"$WORK/methods/tekigo.yaml"
cp "$WORK/risks.yaml" "$WORK/methods/risks/"
"$TEKIGO" -C "$WORK/methods" --lang en risk R-001 --trace >"$WORK/messages" 2>&1 || fail "docs/risk-methods.md: the method sum does not work"
grep -qF '3 + 2 = 5  [High]' "$WORK/messages" || fail "docs/risk-methods.md: the method sum gives another level"
exit 0
