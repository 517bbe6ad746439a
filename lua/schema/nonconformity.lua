local stage = function(ja, en)
  return { title = { ja = ja, en = en }, fields = {
    { "author", "ref", to = { "person" }, title = { ja = "作成", en = "Author" } },
    { "author_date", "date", title = { ja = "作成日", en = "Written on" } },
    { "approver", "ref", to = { "person" }, title = { ja = "承認", en = "Approver" } },
    { "approver_date", "date", title = { ja = "承認日", en = "Approved on" } },
  } }
end
local approval = function(name, ja, en)
  local s = stage(ja, en)
  return { name, "map", title = s.title, fields = s.fields }
end
return {
  name = "nonconformity", plural = "nonconformities", shape = "list", clause = "10.2",
  title = { ja = "不適合", en = "Nonconformity" }, title_field = "content",
  files = { "nonconformities.yaml", "nonconformities/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "整理番号", en = "Number" } },
    { "department", "ref", to = { "department" }, required = true, title = { ja = "対象部門", en = "Department" } },
    { "issued", "date", required = true, title = { ja = "発行日", en = "Issued" } },
    { "origin", "enum", required = true, title = { ja = "発生源", en = "Origin" }, values = {
      { "internal-audit", ja = "内部監査における指摘", en = "Internal audit" },
      { "external-audit", ja = "外部審査における指摘", en = "External audit" },
      { "incident", ja = "インシデント", en = "Incident" },
      { "interested-party", ja = "利害関係者からのニーズ", en = "Interested party" },
      { "proposal", ja = "内部の改善提案", en = "Internal proposal" },
      { "other", ja = "その他", en = "Other" } } },
    { "origin_note", "text", title = { ja = "外部機関の名称、その他の内容", en = "External body, or what else" } },
    { "audited", "date", title = { ja = "監査年月日", en = "Audited on" } },
    { "auditor", "text", title = { ja = "監査者", en = "Auditor" } },
    { "grade", "enum", title = { ja = "指摘の区分", en = "Grade" }, values = {
      { "major", ja = "重大な不適合", en = "Major nonconformity", tone = "critical" },
      { "minor", ja = "軽微な不適合", en = "Minor nonconformity", tone = "high" },
      { "observation", ja = "観察事項", en = "Observation", tone = "medium" } } },
    { "finding", "ref", to = { "finding" }, title = { ja = "監査指摘", en = "Audit finding" } },
    { "clause", "ref", to = { "clause" }, title = { ja = "箇条", en = "Clause" } },
    { "control", "ref", to = { "control" }, title = { ja = "管理策", en = "Control" } },
    { "content", "text", required = true, title = { ja = "指摘の内容", en = "Content" } },
    { "correction", "text", title = { ja = "修正", en = "Correction" } },
    { "correction_planned", "date", title = { ja = "修正の実施予定日", en = "Correction planned for" } },
    { "similar_found", "boolean", title = { ja = "類似の不適合が有るか", en = "Similar cases found" } },
    { "could_occur", "boolean", title = { ja = "ほかで発生する可能性", en = "Could occur elsewhere" } },
    { "similar", "text", title = { ja = "類似の不適合の有無", en = "Similar cases" } },
    { "cause", "text", title = { ja = "原因", en = "Cause" } },
    { "removal_needed", "boolean", title = { ja = "原因除去の必要性", en = "Cause removal needed" } },
    { "plan", "text", title = { ja = "是正処置の計画", en = "Corrective action planned" } },
    { "planned", "date", title = { ja = "完了予定日", en = "Planned completion" } },
    { "report", "text", title = { ja = "実施報告", en = "Report" } },
    { "completed", "date", title = { ja = "完了日", en = "Completed" } },
    { "verification", "text", title = { ja = "処置の確認", en = "Verification" } },
    { "verified", "date", title = { ja = "確認日", en = "Verified" } },
    { "effective", "text", title = { ja = "有効性の評価", en = "Effectiveness" } },
    { "effective_date", "date", title = { ja = "有効性評価日", en = "Effectiveness reviewed" } },
    { "follow_up_audit", "boolean", title = { ja = "フォロー監査の要否", en = "Follow-up audit needed" } },
    { "risks", "list", of = { "ref", to = { "risk" } }, title = { ja = "関連するリスク", en = "Risks" } },
    { "documents", "list", of = { "ref", to = { "document" } }, title = { ja = "関連する文書", en = "Documents" } },
    { "evidence", "list", of = { "ref", to = { "evidence" } }, title = { ja = "証拠", en = "Evidence" } },
    { "approvals", "map", title = { ja = "承認", en = "Approvals" }, fields = {
      approval("input", "入力情報", "Input"), approval("plan", "処置計画", "Plan"),
      approval("report", "実施報告", "Report"), approval("verification", "処置確認", "Verification"),
      approval("effectiveness", "有効性評価", "Effectiveness") } },
  },
}
