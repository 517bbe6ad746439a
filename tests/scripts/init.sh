# `init` writes trees that pass their own check, overwrites nothing, and the trees build: three levels, two languages.
set -u
fail() { echo "$1"; cat "$WORK/messages" 2>/dev/null; exit 1; }
"$TEKIGO" init "$WORK/new" >/dev/null 2>&1 || fail "init failed"
"$TEKIGO" -C "$WORK/new" check >"$WORK/messages" 2>&1 || fail "the new tree does not pass its check"
"$TEKIGO" -C "$WORK/new" -q build >"$WORK/messages" 2>&1 || fail "the new tree does not build"
[ -f "$WORK/new/out/index.html" ] || fail "no index.html"
echo changed >>"$WORK/new/people.yaml"
"$TEKIGO" init "$WORK/new" >/dev/null 2>&1 && fail "init ran over an existing tree"
tail -1 "$WORK/new/people.yaml" | grep -qx changed || fail "init overwrote a file"
grep -qx /out/ "$WORK/new/.gitignore" || fail "init wrote no .gitignore"
mkdir "$WORK/theirs" && echo theirs >"$WORK/theirs/.gitignore"
"$TEKIGO" init --lang en "$WORK/theirs" >"$WORK/messages" 2>&1 || fail "init stops at a .gitignore"
grep -q 'left as it is; add the line /out/' "$WORK/messages" && [ "$(cat "$WORK/theirs/.gitignore")" = theirs ] || fail "a .gitignore was changed, or not a word said"
for level in quick baseline full; do
  for language in ja en; do
    tree=$WORK/$level-$language
    "$TEKIGO" init --from $level --lang $language "$tree" >"$WORK/messages" 2>&1 || fail "init --from $level --lang $language failed"
    grep -q "languages: \[$language\]" "$tree/tekigo.yaml" || fail "$level-$language is in another language"
    "$TEKIGO" -C "$tree" --date 2026-12-01 --format short check >"$WORK/messages" 2>&1 || fail "$level-$language does not pass its check"
    # what is not done yet is said: nothing claims an approval, and every warning is about one
    grep -vE '\[(checks-weakened|document-not-approved|task-not-approved|hollow-same-reason|clause-without-documented-information)\]$' "$WORK/messages" |
      grep . && fail "$level-$language is reported for more than what is still to be done"
    "$TEKIGO" -C "$tree" -q --only html --date 2026-12-01 build >"$WORK/messages" 2>&1 || fail "$level-$language does not build"
  done
done
[ -f "$WORK/full-en/soa.yaml" ] && [ ! -f "$WORK/quick-ja/soa.yaml" ] || fail "the levels are mixed up"
"$TEKIGO" init --from quik "$WORK/none" >"$WORK/messages" 2>&1
[ $? -eq 2 ] && grep -q quick "$WORK/messages" && [ ! -e "$WORK/none" ] || fail "an unknown level is taken"
exit 0
