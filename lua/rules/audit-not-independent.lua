rule "audit-not-independent" {
  severity = "error", clause = "9.2",
  text = { ja = "監査 {id}: 監査員 {auditor} は、自分の所属する {department} を監査しています",
           en = "audit {id}: auditor {auditor} audits the own department, {department}" },
  each = "audit",
  check = function(audit, report)
    for index, session in ipairs(audit.sessions or {}) do
      for _, auditor in ipairs(session.auditors or {}) do
        if auditor.department and auditor.department == session.department then
          report { at = { "sessions", index, "auditors" }, auditor = auditor.name, department = session.department.name }
        end
      end
    end
  end,
  why = { ja = "監査員は、監査の対象から独立していなければならない。", en = "An auditor is independent of what is audited." },
  fix = { ja = "別の部門の監査員に改めてください", en = "let an auditor of another department do it" },
}
