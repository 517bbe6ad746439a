return {
  name = "check", plural = "checks", shape = "nested", clause = "9.2",
  title = { ja = "監査項目", en = "Audit check" }, title_field = "question",
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "No." } },
    { "clause", "ref", to = { "clause" }, title = { ja = "箇条", en = "Clause" } },
    { "control", "ref", to = { "control" }, title = { ja = "管理策", en = "Control" } },
    { "question", "text", required = true, title = { ja = "確認事項", en = "Question" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "result", "text", title = { ja = "確認結果", en = "Result" } },
    { "evidence", "text", title = { ja = "確認した証拠", en = "Evidence seen" } },
    { "judgement", "enum", title = { ja = "判定", en = "Judgement" }, values = {
      { "conform", ja = "適合", en = "Conforms" }, { "observation", ja = "観察", en = "Observation", tone = "medium" },
      { "nonconform", ja = "不適合", en = "Nonconformity", tone = "high" }, { "not-checked", ja = "未確認", en = "Not checked", tone = "medium" } } },
    { "finding", "ref", to = { "finding" }, title = { ja = "所見", en = "Finding" } },
  },
}
