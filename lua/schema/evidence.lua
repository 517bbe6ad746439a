return {
  name = "evidence", plural = "evidence", shape = "list", clause = "7.5",
  title = { ja = "証拠", en = "Evidence" }, title_field = "title",
  files = { "evidence.yaml", "evidence.csv", "evidence/**.yaml", "evidence/index.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "ID" } },
    { "title", "text", required = true, title = { ja = "名称", en = "Title" } },
    { "file", "file", title = { ja = "ファイル", en = "File" } },
    { "location", "text", title = { ja = "保管場所", en = "Kept at" } },
    { "type", "text", title = { ja = "種類", en = "Kind" } },
    { "date", "date", required = true, title = { ja = "日付", en = "Date" } },
    { "collected_by", "ref", to = { "person" }, title = { ja = "採取者", en = "Collected by" } },
    { "clauses", "list", of = { "ref", to = { "clause" } }, title = { ja = "箇条", en = "Clauses" } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
  },
}
