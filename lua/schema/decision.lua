return {
  name = "decision", plural = "decisions", shape = "nested", clause = "9.3",
  title = { ja = "レビューの決定", en = "Review decision" }, title_field = "action",
  fields = {
    { "id", "id", required = true, title = { ja = "番号", en = "No." } },
    { "type", "enum", required = true, title = { ja = "区分", en = "Kind" }, values = {
      { "improvement", ja = "改善の機会", en = "Improvement" }, { "change", ja = "ISMSの変更", en = "Change of the ISMS" },
      { "resources", ja = "資源", en = "Resources" } } },
    { "action", "text", title = { ja = "処置", en = "Action" } },
    { "owner", "ref", to = { "person" }, title = { ja = "責任者", en = "Owner" } },
    { "due", "date", title = { ja = "期限", en = "Due" } },
    { "status", "enum", title = { ja = "状況", en = "Status" }, values = {
      { "open", ja = "未着手", en = "Not started", tone = "high" }, { "started", ja = "着手", en = "Started", tone = "medium" },
      { "done", ja = "完了", en = "Done" } } },
    { "done", "date", title = { ja = "完了日", en = "Done on" } },
  },
}
