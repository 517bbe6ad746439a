return {
  name = "finding", plural = "findings", shape = "nested", clause = "9.2",
  title = { ja = "監査指摘", en = "Audit finding" }, title_field = "content",
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "No." } },
    { "grade", "enum", required = true, title = { ja = "区分", en = "Grade" }, values = {
      { "major", ja = "重大な不適合", en = "Major nonconformity", tone = "critical" },
      { "minor", ja = "軽微な不適合", en = "Minor nonconformity", tone = "high" },
      { "observation", ja = "観察事項", en = "Observation", tone = "medium" },
      { "opportunity", ja = "改善の機会", en = "Opportunity for improvement" },
      { "strength", ja = "優れた点", en = "Strength", tone = "good" } } },
    { "clause", "ref", to = { "clause" }, title = { ja = "箇条", en = "Clause" } },
    { "control", "ref", to = { "control" }, title = { ja = "管理策", en = "Control" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "content", "text", required = true, title = { ja = "内容", en = "Content" } },
    { "evidence", "text", title = { ja = "根拠", en = "Evidence" } },
  },
}
