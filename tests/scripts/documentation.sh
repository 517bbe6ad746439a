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

# docs/ci.md: the steps that take the gate from the target branch do so, for a gate that is replaced, added, or a link; the
# command is one.
steps() { # heading: the lines of the block `|` in its section that names the parts, without their indent
  awk -v heading="## $1" '
    /^## / { inside = $0 == heading }
    inside && /\|$/ { getline; indent = match($0, /[^ ]/) - 1; block = ""
      do { block = block substr($0, indent + 1) "\n" } while ((getline) > 0 && match($0, /[^ ]/) - 1 >= indent)
      if (block ~ /for part in/) printf "%s", block }' docs/ci.md
}
gate_holds() { # tree
  [ "$(cat "$1/rules/r.lua")" = target ] && [ ! -e "$1/rules/added.lua" ] && [ ! -e "$1/risk" ] && [ ! -e "$1/schema" ] &&
    [ "$(cat "$1/policies/p.md")" = proposed ]
}
mkdir -p "$WORK/ci/target/rules" "$WORK/ci/proposed/"{rules,schema,policies}
echo target >"$WORK/ci/target/rules/r.lua"
for file in rules/r.lua rules/added.lua schema/s.lua policies/p.md; do echo proposed >"$WORK/ci/proposed/$file"; done
ln -s policies "$WORK/ci/proposed/risk"
git init -q "$WORK/ci/origin" && cp -R "$WORK/ci/target/." "$WORK/ci/origin/" && git -C "$WORK/ci/origin" add . &&
  git -C "$WORK/ci/origin" -c user.name=t -c user.email=t@example.com commit -qm t
git init -q "$WORK/ci/gitlab" && cp -R "$WORK/ci/proposed/." "$WORK/ci/gitlab/"
(cd "$WORK/ci/gitlab" && git fetch -q "$WORK/ci/origin" HEAD) || fail "docs/ci.md: no origin to try it on"
steps 'GitHub Actions' >"$WORK/github.sh"
steps 'GitLab CI' >"$WORK/gitlab.sh"
[ -s "$WORK/github.sh" ] && [ -s "$WORK/gitlab.sh" ] || fail "docs/ci.md: the steps are not where the test looks for them"
(cd "$WORK/ci" && bash -e "$WORK/github.sh") && gate_holds "$WORK/ci/proposed" || fail "docs/ci.md: GitHub's steps leave the gate"
(cd "$WORK/ci/gitlab" && bash -e "$WORK/gitlab.sh") && gate_holds "$WORK/ci/gitlab" || fail "docs/ci.md: GitLab's steps leave the gate"
exit 0
