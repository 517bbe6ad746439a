# What a tree takes from the built-in checks is told in full: as JSON, on the dashboard and in the requirements page with the clause; a
# tree that takes nothing shows nothing; -q does not change the documents.
set -u
fail() { echo "$1"; exit 1; }
list() { "$TEKIGO" -C "$1" --format json check | jq -c '.[] | .weakened // empty | .[] | [.kind, .name, .clause, .from, .to, .file, .line]'; }
dump() { "$TEKIGO" -C "$1" -q --draft --only dump --out "$2" build >/dev/null 2>&1; }
cp -R tests/diag/base "$WORK/clean"
cp -R tests/diag/base "$WORK/tree"
[ -z "$(list "$WORK/clean")" ] || fail "a tree that changes nothing is reported"
[ "$("$TEKIGO" -C "$WORK/clean" --format json check)" = "$(printf '[\n]')" ] || fail "the array of a clean tree is not empty"
mkdir -p "$WORK/tree/lua/rules"
echo '-- nothing' >"$WORK/tree/lua/rules/hollow-same-reason.lua"
sed -i 's/^languages: .*/languages: [ja, en]/' "$WORK/clean/tekigo.yaml" "$WORK/tree/tekigo.yaml"
cat >>"$WORK/tree/tekigo.yaml" <<'Y'
rules:
  task-overdue: {severity: off, reason: 台帳を移している}
  evidence-unused: off
settings: {audit-interval-months: 24}
waivers:
  - {id: W-1, rule: risk-reduced-without-control, record: R-001, reason: 見直し中, approved_by: P-1, until: 2026-12-31}
Y
list "$WORK/tree" >"$WORK/list"
cat >"$WORK/expected" <<'L'
["file","lua/rules/hollow-same-reason.lua","6.1.3",null,null,"lua/rules/hollow-same-reason.lua",0]
["rule-off","evidence-unused","7.5","note","off","tekigo.yaml",13]
["rule-off","hollow-same-reason","6.1.3","warning","off","lua/rules/hollow-same-reason.lua",0]
["rule-off","task-overdue","8.3","warning","off","tekigo.yaml",12]
["setting","audit-interval-months","9.2","12","24","tekigo.yaml",14]
["waiver","W-1","6.1.3",null,"2026-12-31","tekigo.yaml",16]
L
diff "$WORK/expected" "$WORK/list" || fail "the list is not as expected"
dump "$WORK/tree" "$WORK/out"
dump "$WORK/clean" "$WORK/none"
for page in dashboard requirements; do
  for language in ja en; do
    file=$(ls "$WORK/out/$language/$page".*)
    [ "$language" = ja ] && title='緩めた検査' || title='Weakened checks'
    for word in "$title" lua/rules/hollow-same-reason.lua evidence-unused task-overdue 台帳を移している audit-interval-months W-1 tekigo.yaml:14 6.1.3; do
      grep -qF "$word" "$file" || fail "$language/$page lacks $word"
    done
    ! grep -qF "$title" "$(ls "$WORK/none/$language/$page".*)" || fail "$language/$page of the clean tree has the section"
  done
done
# A template of the project's own cannot hide it from another: its functions, words and bodies are out of reach.
mkdir "$WORK/tree/templates"
cat >"$WORK/tree/templates/first.lua" <<'L'
return document "first" { title = "First", order = -1, body = function(isms, d)
  pcall(function() getmetatable(d).__index.weakened = function() return {} end end)
  pcall(function() getmetatable(d).weakened = function() return {} end end)
  pcall(function() local list = d:weakened() for place = #list, 1, -1 do list[place] = nil end end)
  pcall(function() d.weakened = function() return {} end end)
  pcall(function() d.words.ja.weakened = "" end)
  pcall(function() d.words.ja = {} end)
  for _, document in ipairs(d.documents) do
    if document.id ~= "first" then pcall(function() document.template.body = function() end end) end
  end
end }
L
dump "$WORK/tree" "$WORK/tampered"
cmp -s "$(ls "$WORK/out/ja/requirements".*)" "$(ls "$WORK/tampered/ja/requirements".*)" ||
  grep -qF '緩めた検査' "$(ls "$WORK/tampered/ja/requirements".*)" || fail "a template hides the list from the requirements page"
grep -qF '緩めた検査' "$(ls "$WORK/tampered/ja/dashboard".*)" || fail "a template hides the list from the dashboard"
# A date that lies far behind the commit; one of these weeks, or one given on the command line, is none.
commit() { GIT_COMMITTER_DATE=$1 git -C "$WORK/clean" -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m a --date "$1"; }
git -C "$WORK/clean" init -q && git -C "$WORK/clean" add -A
commit 2027-02-01T00:00:00Z
[ "$(list "$WORK/clean")" = '["date","date",null,"2027-02-01","2026-10-15","tekigo.yaml",7]' ] || fail "a date behind the commit is not told: $(list "$WORK/clean")"
"$TEKIGO" -C "$WORK/clean" --date 2026-10-15 check 2>&1 | grep -q checks-weakened && fail "a date of the command line is told"
commit 2026-12-01T00:00:00Z
[ -z "$(list "$WORK/clean")" ] || fail "a date of the weeks before the commit is told"
exit 0
