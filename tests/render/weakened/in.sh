# Every kind of thing a tree takes from the built-in checks, in both languages.
sed -i 's/^languages: .*/languages: [ja, en]/; s/^risk: .*/risk: {method: ipa, criteria: {acceptable: 6}}/' tekigo.yaml
mkdir -p lua/rules lua/lib/document schema
echo '-- nothing' > lua/rules/hollow-same-reason.lua
cp "$OLDPWD/lua/lib/document/due.lua" lua/lib/document/ && echo >> lua/lib/document/due.lua
echo 'return { name = "asset", fields = { { "owner", "ref", to = { "person", "role" } } } }' > schema/asset.lua
cat >> tekigo.yaml <<'YAML'
  - {id: risk-report, omit: true}
rules:
  evidence-unused: off
  document-not-approved: {severity: warning, reason: {ja: 11月の委員会で承認する, en: to be approved in November}}
settings: {audit-interval-months: 24}
waivers:
  - {id: W-1, rule: task-overdue, record: T-1, reason: 部品の入荷を待っている, approved_by: P-1, until: 2026-12-31}
  - {id: W-2, rule: law-not-checked, reason: 旧い免除, approved_by: P-1, until: 2026-02-28}
YAML
mkdir templates && cat > templates/weak.lua <<'LUA'
return document "weak" {
  title = { ja = "緩めた検査", en = "Weakened checks" },
  body = function(_, d)
    d:weakened_table(d:weakened())
    d:weakened_table(d:weakened_by_clause(), true)
  end,
}
LUA
