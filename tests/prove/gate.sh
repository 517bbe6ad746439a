# A merge request cannot weaken its own gate unseen: every way tried is told by `check` in JSON, in its one note, and stands on the
# dashboard and in the requirements page; what weakens nothing is not told; nothing in the tree hides the note.
#
# To add a way: a line `way NAME KIND ENTRY <<'S'` with the change of the tree as a shell script; the entry of this kind and
# name must be in the list.
set -u
tree=$WORK/tree
tried=0 told=0 shown=0 strict=0 quiet=0 hidden=0 kept=0
say() { printf '%s\n' "$*" >&2; }
check() { "$TEKIGO" -C "$tree" --lang en --format json check 2>/dev/null </dev/null; }
list() { jq -r '.[] | .weakened // empty | .[] | .kind + " " + .name' 2>/dev/null; }
lay() { # the base tree, changed by the script on stdin
  rm -rf "$tree" && cp -R tests/diag/base "$tree"
  sed -i 's/^languages: .*/languages: [ja, en]/' "$tree/tekigo.yaml"
  (root=$PWD && cd "$tree" && ROOT=$root bash -e -s)
}
way() { # name kind entry
  tried=$((tried + 1))
  lay || { say "$1: the change cannot be made"; return; }
  if check >"$WORK/json"; list <"$WORK/json" | grep -qxF "$2 $3"; then told=$((told + 1)); else say "not told: $1"; fi
  "$TEKIGO" -C "$tree" -q --draft --only dump --out "$WORK/out" build >/dev/null 2>&1 </dev/null
  local pages
  pages=$(cat "$WORK"/out/*/dashboard.tree "$WORK"/out/*/requirements.tree 2>/dev/null | grep -cF "\"$3\"")
  case $1 in *broken* | *dashboard* | *requirements*) pages=1 ;; esac # there the pages themselves are gone or the project's
  if [ "$pages" -gt 0 ]; then shown=$((shown + 1)); else say "not on the pages: $1"; fi
  rm -rf "$WORK/out"
}
fair() { # name: nothing is taken from the checks
  strict=$((strict + 1))
  lay || { say "$1: the change cannot be made"; return; }
  if [ -z "$(check | list)" ]; then quiet=$((quiet + 1)); else say "told though it weakens nothing: $1"; fi
}
hide() { # name: task-overdue is off, and something tries to hide that
  hidden=$((hidden + 1))
  { cat; echo "printf 'rules: {task-overdue: off}\n' >> tekigo.yaml"; } | lay || { say "$1: the change cannot be made"; return; }
  if "$TEKIGO" -C "$tree" --lang en --format short check 2>&1 </dev/null | grep -q 'task-overdue.*\[checks-weakened\]$' &&
    check | list | grep -qxF 'rule-off task-overdue'; then kept=$((kept + 1)); else say "hidden: $1"; fi
}
manifest() { printf 'cat >> tekigo.yaml <<"Y"\n%s\nY\n' "$1"; } # appended to the manifest
replaced() { printf 'mkdir -p "$(dirname %s)" && cp "$ROOT/%s" %s && printf "\\n" >> %s\n' "$1" "$1" "$1" "$1"; }
rule=hollow-same-reason

way "a rule emptied" file lua/rules/$rule.lua <<'S'
mkdir -p lua/rules && printf 'rule "hollow-same-reason" { severity = "warning", clause = "6.1.3", text = { ja = "あ", en = "a" }, check = function() end }\n' > lua/rules/hollow-same-reason.lua
S
way "a rule's file without a rule" rule-off $rule < <(echo "mkdir -p lua/rules && : > lua/rules/$rule.lua")
way "a rule's file with another rule" rule-off $rule <<'S'
mkdir -p lua/rules && printf 'rule "other" { severity = "note", text = { ja = "あ", en = "a" }, check = function() end }\n' > lua/rules/hollow-same-reason.lua
S
way "a rule's file lowers it" rule-lowered $rule <<'S'
mkdir -p lua/rules && sed 's/severity = "warning"/severity = "note"/' "$ROOT/lua/rules/hollow-same-reason.lua" > lua/rules/hollow-same-reason.lua
S
way "a rule declared elsewhere" rule-replaced $rule <<'S'
mkdir -p lua/rules rules && : > lua/rules/hollow-same-reason.lua
printf 'rule "hollow-same-reason" { severity = "warning", text = { ja = "あ", en = "a" }, check = function() end }\n' > rules/x.lua
S
way "a rule's file behind a link" file lua/rules/$rule.lua <<'S'
mkdir -p elsewhere lua && echo '-- nothing' > elsewhere/hollow-same-reason.lua && ln -s ../elsewhere lua/rules
S
way "a broken rule's file" file lua/rules/$rule.lua < <(echo "mkdir -p lua/rules && echo 'rule rule' > lua/rules/$rule.lua")
for file in lua/lib/assessment.lua lua/lib/list.lua lua/lib/document/due.lua lua/lib/document/weakened.lua lua/lib/chart/radar.lua \
  lua/locale/ja.lua lua/catalogs/annex-a.yaml lua/catalogs/clauses.yaml lua/schema/asset.lua lua/schema/waiver.lua \
  lua/risk/ipa.lua lua/settings.lua lua/rules/task-overdue.lua templates/soa.lua templates/dashboard.lua \
  templates/requirements.lua templates/theme/default.lua; do
  way "a line more in $file" file $file < <(replaced $file)
done
way "a broken library" file lua/lib/document.lua < <(echo "mkdir -p lua/lib && echo 'error(1)' > lua/lib/document.lua")
way "off" rule-off task-overdue < <(manifest 'rules: {task-overdue: off}')
way "false" rule-off task-overdue < <(manifest 'rules: {task-overdue: false}')
way "off with a reason" rule-off task-overdue < <(manifest 'rules: {task-overdue: {severity: off, reason: x}}')
way "quoted off" rule-off task-overdue < <(manifest 'rules: {"task-overdue": "off"}')
way "lowered" rule-lowered document-not-approved < <(manifest 'rules: {document-not-approved: warning}')
way "lowered with a reason" rule-lowered document-not-approved < <(manifest 'rules: {document-not-approved: {severity: note, reason: {ja: x, en: x}}}')
way "off, and the note as well" rule-off task-overdue < <(manifest 'rules: {task-overdue: off, checks-weakened: off}')
way "by an alias" rule-off task-overdue < <(manifest 'rules: {evidence-unused: &o off, task-overdue: *o}')
for setting in audit-interval-months:13 review-interval-months:240 law-check-interval-months:24 verification-days:31 effectiveness-days:1000 same-reason-limit:6 same-score-limit:1e9 'audit-interval-months:"24"'; do
  way "setting $setting" setting "${setting%%:*}" < <(manifest "settings: {${setting%%:*}: ${setting#*:}}")
done
way "acceptance, ipa" criterion acceptable < <(echo "sed -i 's/^risk: .*/risk: {method: ipa, criteria: {acceptable: 6}}/' tekigo.yaml")
way "acceptance, product" criterion acceptable < <(echo "sed -i 's/^risk: .*/risk: {method: product, criteria: {acceptable: 12}}/' tekigo.yaml")
way "acceptance, matrix" criterion acceptable < <(echo "sed -i 's/^risk: .*/risk: {method: matrix, criteria: {acceptable: high}}/' tekigo.yaml")
way "bands, matrix" criterion acceptable < <(echo "sed -i 's/^risk: .*/risk: {method: matrix, criteria: {bands: [{id: low, max: 4}, {id: medium, max: 20}, {id: high, max: 25}]}}/' tekigo.yaml")
way "acceptance, quantitative" criterion acceptable < <(echo "sed -i 's/^risk: .*/risk: {method: quantitative, criteria: {acceptable: 20000000}}/' tekigo.yaml")
way "median, quantitative" criterion measure < <(echo "sed -i 's/^risk: .*/risk: {method: quantitative, criteria: {measure: p50}}/' tekigo.yaml")
way "a method of its own" method mine <<'S'
mkdir risk && echo 'return { name = "mine", title = "mine", assess = function() return { level = 1, band = "low", tone = "low" } end, acceptable = function() return true end, bands = function() return { { id = "low", title = "low", tone = "low" } } end }' > risk/mine.lua
sed -i 's/^risk: .*/risk: {method: mine}/' tekigo.yaml
S
schema() { printf 'mkdir schema && echo %q > schema/x.lua\n' "return { $1 }"; }
way "a field optional" schema asset.owner < <(schema 'name = "asset", fields = { { "owner", "ref", to = { "person" } } }')
way "a choice more" schema task.status < <(schema 'name = "task", fields = { { "status", "enum", values = { "open", "started", "done", "x" } } }')
way "a wider limit" schema asset.confidentiality < <(schema 'name = "asset", fields = { { "confidentiality", "integer", required = true, min = 0, max = 3 } }')
way "no limit" schema asset.confidentiality < <(schema 'name = "asset", fields = { { "confidentiality", "integer", required = true } }')
way "limits the wrong way round" schema asset.confidentiality < <(schema 'name = "asset", fields = { { "confidentiality", "integer", required = true, min = 3, max = 1 } }')
way "more targets" schema asset.owner < <(schema 'name = "asset", fields = { { "owner", "ref", required = true, to = { "person", "role" } } }')
way "another clause" schema asset.clause < <(schema 'name = "asset", clause = "9.3", fields = {}')
way "another catalogue" schema clause.catalog <<'S'
mkdir schema mine && cp "$ROOT/lua/catalogs/clauses.yaml" mine/ && echo 'return { name = "clause", catalog = "mine/clauses.yaml", fields = {} }' > schema/x.lua
S
way "from the catalogue" schema control.applicable < <(schema 'name = "control", fields = { { "applicable", "boolean", required = true, from_catalog = true } }')
way "a waiver without approval" schema waiver.approved_by < <(schema 'name = "waiver", fields = { { "approved_by", "ref", to = { "person" } } }')
way "a part of a map" schema manifest.organization.name < <(schema 'name = "manifest", fields = { { "organization", "map", required = true, fields = { { "name", "text" }, { "top_management", "ref", to = { "person" } }, { "standard", "string" }, { "classifications", "list", of = { "string" } } } } }')
way "a kind beside lua/schema" schema asset.owner < <(echo 'mkdir -p lua/schema && echo '\''return { name = "asset", fields = { { "owner", "ref", to = { "person" } } } }'\'' > lua/schema/zzz.lua')
way "a document left out" document soa < <(echo "sed -i 's/{id: soa, /{id: soa, omit: true, /' tekigo.yaml")
way "the page of entry left out: dashboard" document dashboard < <(echo "sed -i '/^documents:/a\\  - {id: dashboard, omit: true}' tekigo.yaml")
way "an audit's report left out" document audit-report-AU-1 < <(echo "sed -i '/^documents:/a\\  - {id: audit-report-AU-1, omit: true}' tekigo.yaml")
waiver='{id: W-1, rule: task-overdue, reason: x, approved_by: P-1, until:'
way "a waiver" waiver W-1 < <(manifest "waivers: [$waiver 2026-12-31}]")
way "a waiver that is over" waiver-expired W-1 < <(manifest "waivers: [$waiver 2026-01-31}]")
way "a waiver in another file" waiver W-1 <<'S'
mkdir schema && echo 'return { name = "scope", fields = { { "exempt", "records", of = "waiver" } } }' > schema/x.lua
echo 'exempt: [{id: W-1, rule: task-overdue, reason: x, approved_by: P-1, until: 2026-12-31}]' >> scope.yaml
S

fair "nothing" </dev/null
fair "the program's own files" <<'S'
mkdir -p lua templates && cp -R "$ROOT/lua/." lua/ && cp -R "$ROOT/templates/." templates/
S
fair "the same with line ends of Windows" <<'S'
mkdir -p lua/rules && sed 's/$/\r/' "$ROOT/lua/rules/task-overdue.lua" > lua/rules/task-overdue.lua
S
fair "notes for readers" < <(echo 'mkdir -p lua/schema && echo x > lua/schema/README.md')
fair "stricter severities" < <(manifest 'rules: {task-overdue: error, evidence-unused: warning, task-not-approved: warning}')
fair "stricter settings" < <(manifest 'settings: {audit-interval-months: 6, verification-days: 30, same-reason-limit: 2}')
fair "a stricter criterion" < <(echo "sed -i 's/^risk: .*/risk: {method: ipa, criteria: {acceptable: 3}}/' tekigo.yaml")
fair "rules of its own, off" <<'S'
mkdir rules && echo 'rule "own" { severity = "error", text = { ja = "あ", en = "a" }, check = function() end }' > rules/own.lua
echo 'rules: {own: off}' >> tekigo.yaml
S
fair "a rule more in lua/rules" < <(echo 'mkdir -p lua/rules && echo '\''rule "own" { severity = "error", text = { ja = "あ", en = "a" }, check = function() end }'\'' > lua/rules/zzz.lua')
fair "fields of its own, demands and words" < <(schema 'name = "asset", title = { ja = "資産", en = "Thing" }, fields = { { "serial", "string" }, { "note", "text", title = "備考" } }')
fair "a document that nothing asks for, left out" < <(echo "sed -i '/^documents:/a\\  - {id: assets, omit: true}' tekigo.yaml")

hide "a rule of its name" <<'S'
mkdir rules && echo 'rule "checks-weakened" { severity = "note", text = { ja = "x", en = "x" }, check = function(_, report) for _ = 1, 40 do report {} end end }' > rules/x.lua
S
hide "a waiver of the note" < <(manifest "waivers: [{id: W-1, rule: checks-weakened, reason: x, approved_by: P-1, until: 2026-12-31}]")
hide "a rule that empties the records" <<'S'
mkdir rules && echo 'for n = #isms.kinds, 1, -1 do isms.kinds[n] = nil end pcall(function() isms.weakened = {} end)' > rules/x.lua
S
hide "a library that fails" < <(echo "mkdir -p lua/lib && echo 'error(1)' > lua/lib/list.lua")
hide "a library that finds nothing" <<'S'
mkdir -p lua/lib && echo 'local methods = ... methods.where = function() return list {} end' > lua/lib/list.lua
S
hide "words replaced" < <(echo "mkdir -p lua/locale && echo 'return {}' > lua/locale/ja.lua && cp lua/locale/ja.lua lua/locale/en.lua")
hide "an empty dashboard" < <(echo "mkdir templates && echo 'return document \"dashboard\" { title = \"x\", dashboard = true, body = function() end }' > templates/dashboard.lua")
hide "a second page of entry" < <(echo "mkdir templates && echo 'return document \"home\" { title = \"x\", dashboard = true, order = -1, body = function() end }' > templates/home.lua")
hide "a template that changes the others" <<'S'
mkdir templates && echo 'return document "first" { title = "x", order = -1, body = function(_, d) pcall(function() getmetatable(d).__index.weakened = function() return {} end end) end }' > templates/first.lua
S

row() { # promise figure good
  printf '%s\t%s\t%s\n' "$1" "$2" "$([ "$3" = yes ] && echo ok || echo FAILED)"
}
same() { [ "$1" -eq "$2" ] && echo yes || echo no; }
row "a weakened check is told by check, in JSON" "$tried ways tried, $told told" "$(same $tried $told)"
row "a weakened check stands on the dashboard and in the requirements page" "$tried ways tried, $shown shown" "$(same $tried $shown)"
row "what weakens nothing is not told" "$strict changes tried, $((strict - quiet)) told" "$(same $strict $quiet)"
row "nothing in a tree hides the note" "$hidden ways tried, $kept told all the same" "$(same $hidden $kept)"
