return {
  name = "incident", plural = "incidents", shape = "list", clause = "5.26",
  title = { ja = "インシデント", en = "Incident" }, title_field = "summary",
  files = { "incidents.yaml", "incidents/**.yaml" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "date", "date", required = true, title = { ja = "発生日", en = "Occurred" } },
    { "detected", "date", title = { ja = "発見日", en = "Detected" } },
    { "department", "ref", to = { "department" }, title = { ja = "部門", en = "Department" } },
    { "summary", "text", required = true, title = { ja = "概要", en = "Summary" } },
    { "type", "text", title = { ja = "種類", en = "Kind" } },
    { "reach", "enum", required = true, title = { ja = "影響の範囲", en = "Reach" }, values = {
      { "small", ja = "小", en = "Small" }, { "medium", ja = "中", en = "Medium", tone = "medium" },
      { "large", ja = "大", en = "Large", tone = "high" } } },
    { "response", "text", title = { ja = "対応", en = "Response" } },
    { "notified", "text", title = { ja = "届出・通知", en = "Notified" } },
    { "evidence_kept", "text", title = { ja = "保全した証拠", en = "Evidence kept" } },
    { "lessons", "text", title = { ja = "教訓", en = "Lessons" } },
    { "closed", "date", title = { ja = "終結日", en = "Closed" } },
    { "nonconformity", "ref", to = { "nonconformity" }, title = { ja = "是正処置", en = "Nonconformity" } },
    { "risks", "list", of = { "ref", to = { "risk" } }, title = { ja = "関連するリスク", en = "Risks" } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
  },
}
