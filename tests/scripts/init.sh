# `init` writes a tree that passes its own check, overwrites nothing, and the tree builds.
set -u
fail() { echo "$1"; cat "$WORK/messages" 2>/dev/null; exit 1; }
"$TEKIGO" init "$WORK/new" >/dev/null 2>&1 || fail "init failed"
"$TEKIGO" -C "$WORK/new" check >"$WORK/messages" 2>&1 || fail "the new tree does not pass its check"
"$TEKIGO" -C "$WORK/new" -q build >"$WORK/messages" 2>&1 || fail "the new tree does not build"
[ -f "$WORK/new/out/index.html" ] || fail "no index.html"
echo changed >>"$WORK/new/people.yaml"
"$TEKIGO" init "$WORK/new" >/dev/null 2>&1 && fail "init ran over an existing tree"
tail -1 "$WORK/new/people.yaml" | grep -qx changed || fail "init overwrote a file"
exit 0
