# tekigo.yaml orders documents, names them, leaves some out, asks for some that have no records yet, and filters the
# attribute view.
set -u
fail() { echo "$1"; cat "$WORK/list"; exit 1; }
cp -R tests/diag/base "$WORK/tree"
cat >>"$WORK/tree/tekigo.yaml" <<'Y'
  - {id: incidents, number: X-1, title: 事故の記録, version: "1.0", always: true, order: 5, author: P-3, approver: P-1}
  - {id: requirements, number: X-2, version: "1.0", omit: true, author: P-3, approver: P-1}
Y
sed -i 's/{id: soa, /{id: soa, order: 1, /' "$WORK/tree/tekigo.yaml"
"$TEKIGO" -C "$WORK/tree" --lang en info >"$WORK/all" 2>&1 || fail "info failed"
sed -n '/^documents/,$p' "$WORK/all" | sed 1d >"$WORK/list"
awk '{ print $2 }' "$WORK/list" | head -3 | tr '\n' ' ' | grep -qx 'dashboard soa incidents ' || fail "not in the order asked for"
grep -q 'X-1 .*事故の記録' "$WORK/list" || fail "the title of the manifest is not used"
! grep -q requirements "$WORK/list" || fail "a document that was left out is made"
"$TEKIGO" -C "$WORK/tree" -q build >/dev/null 2>&1
"$TEKIGO" -C "$WORK/tree" -q --draft --only html --out "$WORK/out" build >/dev/null 2>&1
printf 'settings:\n  attribute-filter: {cybersecurity_concepts: [recover]}\n' >>"$WORK/tree/tekigo.yaml"
"$TEKIGO" -C "$WORK/tree" -q --draft --only dump --out "$WORK/filtered" build >/dev/null 2>&1
grep -q 'label="適用する管理策" "6"' "$WORK"/filtered/ja/control-attributes.* || fail "the attribute filter changes nothing"
[ -f "$WORK/out/ja/incidents.html" ] || fail "the document without records is not made"
exit 0
