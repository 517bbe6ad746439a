return {
  name = "retention", plural = "retentions", shape = "list", clause = "5.33",
  title = { ja = "記録の保存期間", en = "Retention of records" }, title_field = "record",
  files = { "retention.yaml", "retention.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "record", "text", required = true, title = { ja = "記録の種類", en = "Record type" } },
    { "years", "number", title = { ja = "保存期間（年）", en = "Period (years)" } },
    { "months", "integer", min = 0, title = { ja = "保存期間（か月）", en = "Period (months)" } },
    { "days", "integer", min = 0, title = { ja = "保存期間（日）", en = "Period (days)" } },
    { "permanent", "boolean", title = { ja = "永久", en = "Permanent" } },
    { "start", "text", required = true, title = { ja = "起算日", en = "Start event" } },
    { "basis", "text", title = { ja = "根拠", en = "Basis" } },
    { "medium", "text", title = { ja = "媒体", en = "Medium" } },
    { "owner", "ref", to = { "person" }, required = true, title = { ja = "管理責任者", en = "Owner" } },
  },
}
