rule "role-reports-in-circle" {
  severity = "error", clause = "5.3",
  text = { ja = "役割 {id}「{name}」の報告先をたどると、自分に戻ります（{path}）",
           en = "the reporting line of role {id} ({name}) leads back to itself ({path})" },
  each = "role",
  check = function(role, report)
    local path, seen, next = { role.id }, {}, role.reports_to
    while next and not seen[next.id] do
      path[#path + 1] = next.id
      if next == role then report { path = table.concat(path, " → ") } return end
      if next.id < role.id then return end -- a circle is told once, for the first of its roles
      seen[next.id], next = true, next.reports_to
    end
  end,
  at = "reports_to",
  why = { ja = "報告がトップマネジメントに届かない体制では、責任と権限を示せない。",
          en = "Where reports never reach top management, responsibilities and authorities are not assigned." },
  fix = { ja = "reports_to を、体制の上位の役割に改めてください", en = "let reports_to name the role above in the organization" },
}
