# A rule of the same name cannot crowd the note out.
mkdir rules && cat > rules/own.lua <<'LUA'
rule "checks-weakened" {
  severity = "note", text = { ja = "騒音 {n}", en = "noise {n}" },
  check = function(isms, report) for n = 1, 30 do report { n = n } end end,
}
LUA
printf 'rules: {task-overdue: off}\n' >> tekigo.yaml
