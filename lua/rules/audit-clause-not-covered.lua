rule "audit-clause-not-covered" {
  severity = "warning", clause = "9.2",
  text = { ja = "監査 {id} の対象である箇条 {number}「{name}」が、チェックリストにありません",
           en = "clause {number} ({name}) is in the scope of audit {id}, but not in its checklist" },
  each = "audit",
  check = function(audit, report)
    local seen = {}
    for _, check in ipairs(audit.checklist or {}) do
      if check.clause then seen[check.clause.id] = true end
    end
    for _, clause in ipairs(audit.clauses or {}) do
      if not seen[clause.id] then report { number = clause.id, name = clause.title } end
    end
  end,
  at = "checklist",
  why = { ja = "対象とした箇条を確かめた跡がなければ、監査したことを示せない。", en = "Without a question on it, nothing shows that the clause was audited." },
  fix = { ja = "checklist に clause: \"{number}\" の確認事項を加えてください", en = "add a question with clause: \"{number}\" to the checklist" },
}
