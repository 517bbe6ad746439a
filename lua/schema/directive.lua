return {
  name = "directive", plural = "directives", shape = "list",
  title = { ja = "経営ガイドラインの指示", en = "Directive" }, title_field = "id",
  files = { "directives.yaml", "directives.csv" },
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "No." } },
    { "state", "enum", required = true, title = { ja = "状況", en = "State" }, values = {
      { "done", ja = "実施", en = "Done" }, { "partly", ja = "一部実施", en = "Partly", tone = "medium" },
      { "not", ja = "未実施", en = "Not yet", tone = "high" } } },
    { "evidence", "text", title = { ja = "根拠", en = "Evidence" } },
    { "action", "text", title = { ja = "今後の処置", en = "Action" } },
    { "owner", "ref", to = { "person" }, title = { ja = "責任者", en = "Owner" } },
    { "controls", "list", of = { "ref", to = { "control" } }, title = { ja = "管理策", en = "Controls" } },
  },
}
